import { defineSection } from '../defineSection.ts'

/** The words of the form of an operation. */
export const formWords = defineSection('form', () => ({
  generate: 'Generate video',
  generating: 'Sending…',
  optional: '(optional)',
  more: 'More settings',
  add: 'Add one more',
  removeItem: (place: number) => `Remove number ${place}`,
}))
