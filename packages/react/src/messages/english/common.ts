import { defineSection } from '../defineSection.ts'

/** What stands between words, not in them: each language has its own colon and comma. */
export const commonWords = defineSection('common', ({ number }) => ({
  /** What a value or a problem is read after: `Prompt: `. */
  before: (label: string) => `${label}: `,
  /** Between two facts about one thing. */
  comma: ', ',
  /** One of several: `Ingredient 2`. */
  numbered: (label: string, place: number) => `${label} ${number(place)}`,
}))
