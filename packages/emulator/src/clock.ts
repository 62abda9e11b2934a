/**
 * The emulator's time. Instants are the wall clock's, as those who read them live by it; what passes between two of them is
 * simulated: `speed` shortens waits, and `advance` (see `openClock`) jumps over any time. Network timeouts stay real, as
 * the other side's are.
 */
export interface Clock {
  /** Microseconds since 1970, never less than an earlier answer. A jump does not change what it says. */
  now(): number
  /** Calls back after `seconds` of simulated time; the answer stops it. */
  after(seconds: number, callback: () => void): () => void
  /** Seconds of waiting between two instants of `now()`: real ones times `speed`, and the jumps. */
  secondsBetween(start: number, end: number): number
  /**
   * Seconds since an instant, for what is kept for a time: real ones, and the jumps. `speed` has no part in it, as a client
   * that has an hour to fetch a result takes as long as ever to do it.
   */
  ageOf(instant: number): number
  /** Real work in the middle of simulated waits, such as a webhook on its way: a jump stops for it. Answers the same promise. */
  during<T>(work: Promise<T>): Promise<T>
}

/** fal's way of writing an instant: ISO 8601 with microseconds and without a zone (it is UTC). */
export function formatTimestamp(microseconds: number): string {
  const whole = new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 19)
  return `${whole}.${String(microseconds % 1_000_000).padStart(6, '0')}`
}
