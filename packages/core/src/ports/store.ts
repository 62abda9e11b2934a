import type { RunTime } from '../generation/eta.ts'
import type { GenerationEvent, GenerationHappening } from '../generation/events.ts'
import type { Generation, GenerationStatus, Timestamp } from '../generation/generation.ts'
import type { Outbox } from './outbox.ts'

/** Which generations of a viewer are listed. Empty lists mean all. */
export interface GenerationFilter {
  operationIds?: readonly string[] | undefined
  statuses?: readonly GenerationStatus[] | undefined
  /** Has each of these tags. */
  tags?: readonly string[] | undefined
}

/** A place in the list: newest first, by creation and then id. */
export interface ListCursor {
  createdAt: Timestamp
  id: string
}

/** Which events of a generation are read. */
export interface EventsRequest {
  generationId: string
  /** A sequence; 0 for all. */
  after: number
}

/** A page of the list. Exactly one of `first` and `last` is given. */
export interface ListRequest {
  viewerId: string
  filter: GenerationFilter
  /** The next so many after `after`. */
  first?: number | undefined
  /** The last so many before `before`. */
  last?: number | undefined
  after?: ListCursor | undefined
  before?: ListCursor | undefined
}

export interface ListPage {
  /** Newest first, also for `last`. */
  generations: Generation[]
  hasNextPage: boolean
  hasPreviousPage: boolean
}

/** Who holds something, and until when nobody else may have it. */
export interface Lease {
  /** The replica. */
  owner: string
  until: Timestamp
}

/** How an insert ended. Only `stored` stored anything. */
export type InsertOutcome =
  | { type: 'stored' }
  /** The viewer used the idempotency key before: for this generation. */
  | { type: 'key-used'; generation: Generation }
  /** The viewer used the idempotency key before, and deleted its generation since. */
  | { type: 'key-spent' }
  /** The viewer has as many that are not final as were allowed, or more. */
  | { type: 'limit-reached'; active: number }
  /** Another generation has the request id. */
  | { type: 'request-taken' }

/** Another generation has the request id that was to be stored; nothing was stored. */
export class RequestTakenError extends Error {
  override readonly name = 'RequestTakenError'
}

/**
 * Keeps generations and their event logs.
 *
 * Promises:
 * - What a call acknowledged survives a crash of the process and, for stores on disk, of the machine.
 * - A change and its events are stored together or not at all; where it ends a generation with a `webhookUrl`, so is its
 *   notification.
 * - `insert` and `update` decide races: for one idempotency key of a viewer one insert wins, for one place under the limit
 *   one insert, for one revision one update, and one request id belongs to one generation.
 * - Returned values are copies: changing them changes nothing in the store.
 * Every implementation passes `store.conformance.ts`.
 */
export interface GenerationStore {
  /** What viewers' webhooks are still to be told. */
  readonly outbox: Outbox
  /**
   * Stores a new generation with its first happenings, held by `owner`, if the viewer has not used the
   * idempotency key and has fewer than `maximumActive` that are not final (no limit when left out). The key is looked at
   * first: a replay costs nothing, so a full queue must not hide the generation that the key stands for.
   */
  insert(
    generation: Generation,
    happenings: readonly GenerationHappening[],
    owner: string,
    maximumActive?: number,
  ): Promise<InsertOutcome>

  /** Null when there is none, or it was deleted. */
  find(id: string): Promise<Generation | null>
  findByWebhookToken(token: string): Promise<Generation | null>
  /** The generation that fal knows by this id. */
  findByRequestId(requestId: string): Promise<Generation | null>
  /** Those of an operation that are not final and whose request id is not known. */
  findUnidentified(operationId: string): Promise<Generation[]>
  findMany(ids: readonly string[]): Promise<(Generation | null)[]>

  /**
   * Stores `next` if the stored revision is still `next.revision - 1`, and appends the happenings as events.
   * Answers false, and stores nothing, when another change came first. Throws a `RequestTakenError` when another
   * generation has its request id.
   */
  update(next: Generation, happenings: readonly GenerationHappening[], at: Timestamp): Promise<boolean>

  list(request: ListRequest): Promise<ListPage>
  /** How many generations of the viewer are not final. */
  countActive(viewerId: string): Promise<number>

  /**
   * How long the newest generations of an operation took that ended as videos, of all viewers, newest first, at most
   * `limit`. `update` keeps them (`runTimeOf`); a deleted generation's stays, since it says nothing of what it was.
   */
  recentRunTimes(operationId: string, limit: number): Promise<RunTime[]>

  /** Events of a generation with a sequence above `after`, in order, at most `limit`. */
  events(generationId: string, after: number, limit: number): Promise<GenerationEvent[]>
  /** The same for many at once, in the order of the requests, at most `limit` of each: one read, however many there are. */
  eventsOfMany(requests: readonly EventsRequest[], limit: number): Promise<GenerationEvent[][]>

  /**
   * Says that a replica lives until `lease.until`: until then nobody else gets what it holds. False where that was not
   * known at `now`, because it is new or was silent for too long: then others may have what it held, see `heldBy`.
   */
  keepAlive(lease: Lease, now: Timestamp): Promise<boolean>
  /** The ids of what a replica holds and is not final. After a `keepAlive` that answered false nobody takes of these. */
  heldBy(owner: string): Promise<string[]>
  /** Gives back all that a replica holds: anyone may claim it at once. */
  leave(owner: string): Promise<void>
  /**
   * Gives `owner` up to `limit` generations that are not final and that nobody holds at `now`: those that were given back,
   * and those of replicas that do not live then. No generation is given to two owners.
   */
  claim(owner: string, now: Timestamp, limit: number): Promise<Generation[]>
  /** Gives one generation; false when it is final or somebody holds it. */
  acquire(id: string, owner: string): Promise<boolean>
  /** Gives one back, so that anyone may claim it at once. Does nothing when another owner has it. */
  release(id: string, owner: string): Promise<void>

  /**
   * Deletes a final generation and its events; false when it is not there or not final. Its idempotency key stays spent
   * for ever, so that a late retry of its mutation is not paid again: the viewer, the key and `at` are all that is kept.
   */
  delete(id: string, at: Timestamp): Promise<boolean>
}
