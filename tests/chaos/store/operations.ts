// What the writer does to the store, and what must be true of it afterwards. A plan by seed, so that the judge in another
// process knows each value without being told.
import type { Generation, GenerationHappening } from '@pika-kit/core'
import { sampleGeneration } from '@pika-kit/core/testing'

/** One line of the writer. `begun`: the store was asked. `done`: the store has acknowledged. */
export interface WriterLine {
  at: 'opening' | 'begun' | 'done'
  kind?: 'insert' | 'update' | 'delete'
  id?: string
  /** After the operation. */
  revision?: number
  /** How many events the log has after it. */
  events?: number
}

/** The last revision of a generation; the writer deletes every third that has reached it. */
export const LAST_REVISION = 5

/** How many events the change to a revision brings: none, one or two. */
export function happeningsOf(revision: number): GenerationHappening[] {
  return Array.from({ length: revision === 1 ? 1 : revision % 3 }, (_, index) => ({
    type: 'queue-moved',
    queuePosition: revision * 10 + index,
  }))
}

/** The generation with this id as it stands at a revision. */
export function stateOf(id: string, revision: number): Generation {
  const isFinal = revision >= LAST_REVISION
  return sampleGeneration({
    id,
    input: { prompt: `written at ${revision}`, padding: 'x'.repeat(500) },
    status: isFinal ? 'COMPLETED' : 'IN_QUEUE',
    revision,
    queuePosition: isFinal ? null : revision,
    requestId: `request-of-${id}`,
    idempotencyKey: `key-of-${id}`,
    completedAt: isFinal ? 2_000 : null,
  })
}
