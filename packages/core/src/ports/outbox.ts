import type { Generation, Timestamp } from '../generation/generation.ts'
import type { Lease } from './store.ts'

/** What the `webhookUrl` of a generation is still to be told: that it became final. */
export interface Notification {
  /** The same at each attempt: receivers drop duplicates by it. */
  id: string
  /** As it was when it became final; it may have been deleted since. */
  generation: Generation
  /** When it became final. */
  createdAt: Timestamp
  /** How many attempts were begun before this one. */
  attempts: number
}

/**
 * The notifications that a store still holds.
 *
 * Promises:
 * - A notification is stored in the same transaction as the final state that it tells of, so no crash can come between
 *   them. It stays until `remove`, also when its generation is deleted.
 * - It is due at once, then whenever it was put off to. While one owner has it, no other gets it; where the owner dies, it
 *   is due again when the lease lapses, with the same id.
 * Every implementation passes `outbox.conformance.ts`.
 */
export interface Outbox {
  /** Leases up to `limit` notifications that are due at `now`, the longest due first, and counts the attempt. */
  claim(lease: Lease, now: Timestamp, limit: number): Promise<Notification[]>
  /** Gives it back, due at `dueAt`. Does nothing when another owner has it. */
  postpone(id: string, owner: string, dueAt: Timestamp): Promise<void>
  /** It was taken, or given up. Does nothing when another owner has it. */
  remove(id: string, owner: string): Promise<void>
}
