import type { Timestamp } from '../generation/generation.ts'

/** Time, handed in so that tests can be its master. */
export interface Clock {
  now(): Timestamp
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}
