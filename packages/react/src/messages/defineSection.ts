import { type Formats, formatsFor } from './formats.ts'

/** The words of one component. Each component imports its own, so that no bundle holds those of another. */
export interface Section<Name extends string, Words extends object> {
  readonly name: Name
  /** As it is without a provider. */
  readonly english: Words
  /** With numbers, units and lists as a locale writes them: `en-GB`, `en-IN`. */
  readonly create: (formats: Formats) => Words
}

/** The words that a section holds. */
export type WordsOf<Of> = Of extends Section<string, infer Words> ? Words : never

const english = formatsFor('en')

/** A section of the messages, in English: the name that it has in the messages, and its texts. */
export const defineSection = <Name extends string, Words extends object>(
  name: Name,
  create: (formats: Formats) => Words,
): Section<Name, Words> => ({ name, create, english: create(english) })
