import { defineSection } from '../defineSection.ts'

/** The words of the form of an operation. */
export const formWords = defineSection('form', ({ number }) => ({
  generate: 'Generate video',
  generating: 'Sending…',
  /** A length to choose. */
  seconds: (seconds: number) => `${number(seconds)} s`,
  optional: '(optional)',
  more: 'More settings',
  add: 'Add one more',
  removeItem: (place: number) => `Remove number ${place}`,
}))
