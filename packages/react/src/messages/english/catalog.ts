import type { CatalogWords } from '../CatalogWords.ts'
import { defineSection } from '../defineSection.ts'

/** English says what core and the server say: nothing is put in its place. */
export const catalogWords = defineSection('catalog', (): CatalogWords => ({
  operations: {},
  fields: {},
  choices: {},
  effects: {},
  issues: {},
  uploads: {},
  failures: {},
  refusals: {},
}))
