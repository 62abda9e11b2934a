import type { Generation } from '../generation/generation.ts'

/** What one listens to: one generation, or all of one viewer. */
export type Topic = { generationId: string } | { viewerId: string }

/**
 * Carries the news that a generation changed to whoever watches.
 *
 * Promises:
 * - A subscription hears every change published after `subscribe` returned, as its newest state: where a subscriber is
 *   slower than the changes, older states of the same generation are dropped, never the newest, so memory is bounded by
 *   the number of generations and not by the number of changes.
 * - States of one generation arrive with rising `revision`.
 * - `publish` never waits for a subscriber and never throws.
 * - Ending the iteration (`return`, `break`) or aborting the signal frees everything.
 * The log of events is exact in the store; the bus only wakes those who read it.
 */
export interface GenerationBus {
  publish(generation: Generation): void
  /** Starts to listen at the call, not at the first `next()`. */
  subscribe(topic: Topic, signal?: AbortSignal): AsyncIterableIterator<Generation>
}
