import { defineSection } from '../defineSection.ts'

/** The words of the field of a prompt. */
export const promptWords = defineSection('prompt', ({ number }) => ({
  count: (length: number, maximum: number) => `${number(length)} of ${number(maximum)} characters`,
  tooLong: (maximum: number) => `It is longer than ${number(maximum)} characters.`,
  recent: 'Recent prompts',
  recentList: (label: string) => `Recent texts for ${label}`,
  submitHint: 'Ctrl or Cmd with Enter generates.',
}))
