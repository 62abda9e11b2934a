/** Randomness, handed in: core has no source of its own. */
export interface Identifiers {
  /** A new generation id, for example `gen_01j…`; unique over all viewers, safe in a URL. */
  generationId(): string
  /** At least 128 bits that nobody can guess, safe in a URL. */
  webhookToken(): string
}
