import type { Messages } from './english/index.ts'

type Override<Words> = {
  [Key in keyof Words]?: Words[Key] extends (...values: never) => unknown
    ? Words[Key]
    : Words[Key] extends object
      ? Override<Words[Key]>
      : Words[Key]
}

/** Any part of the messages, as deep as one likes; what is left out stays as it is. */
export type MessageOverrides = Override<Messages>

/** The words with some of them replaced. */
export function mergeMessages<Words extends object>(words: Words, overrides: object): Words {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(words))
  for (const [key, override] of Object.entries(overrides)) {
    const known = merged[key]
    merged[key] = isGroup(known) && isGroup(override) ? mergeMessages(known, override) : (override ?? known)
  }
  return merged as Words
}

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null
