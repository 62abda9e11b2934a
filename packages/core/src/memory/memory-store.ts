import { type RunTime, runTimeOf } from '../generation/eta.ts'
import type { GenerationEvent, GenerationHappening } from '../generation/events.ts'
import { type Generation, isFinal, type Timestamp } from '../generation/generation.ts'
import { notificationOf } from '../generation/notification.ts'
import {
  type GenerationFilter,
  type GenerationStore,
  type ListCursor,
  RequestTakenError,
} from '../ports/store.ts'
import { createMemoryOutbox } from './memory-outbox.ts'

interface Row {
  generation: Generation
  events: GenerationEvent[]
  /** Null where nobody holds it. */
  owner: string | null
}

/** A store that lives as long as the process: for tests, for Storybook, never for money. */
export function createMemoryStore(): GenerationStore {
  const rows = new Map<string, Row>()
  /** Viewer and key of each deleted generation. */
  const spentKeys = new Set<string>()
  const outbox = createMemoryOutbox()
  const runTimes: RunTime[] = []
  /** Until when each replica lives. */
  const lives = new Map<string, Timestamp>()
  const isFree = ({ owner, generation }: Row, now: Timestamp) =>
    !isFinal(generation.status) && (owner === null || (lives.get(owner) ?? 0) <= now)
  const copy = (row: Row | undefined) => (row ? clone(row.generation) : null)
  const findRow = (matches: (generation: Generation) => boolean) =>
    [...rows.values()].find((row) => matches(row.generation))
  const isTaken = ({ id, requestId }: Generation) =>
    requestId !== null && findRow((other) => other.requestId === requestId && other.id !== id) !== undefined
  const eventsOf = (generationId: string, after: number, limit: number) =>
    clone((rows.get(generationId)?.events ?? []).filter((event) => event.sequence > after).slice(0, limit))
  const countActive = (viewerId: string) =>
    [...rows.values()].filter(
      ({ generation }) => generation.viewerId === viewerId && !isFinal(generation.status),
    ).length

  return {
    outbox,
    async insert(generation, happenings, owner, maximumActive = Number.POSITIVE_INFINITY) {
      const { viewerId, idempotencyKey } = generation
      const known =
        idempotencyKey === null
          ? undefined
          : findRow((other) => other.viewerId === viewerId && other.idempotencyKey === idempotencyKey)
      if (known) return { type: 'key-used', generation: clone(known.generation) }
      if (spentKeys.has(spentKey(generation))) return { type: 'key-spent' }
      const active = countActive(viewerId)
      if (active >= maximumActive) return { type: 'limit-reached', active }
      if (isTaken(generation)) return { type: 'request-taken' }
      const row: Row = { generation: clone(generation), events: [], owner }
      append(row, happenings, generation.createdAt)
      rows.set(generation.id, row)
      return { type: 'stored' }
    },
    find: async (id) => copy(rows.get(id)),
    findByWebhookToken: async (token) => copy(findRow((generation) => generation.webhookToken === token)),
    findByRequestId: async (requestId) => copy(findRow((generation) => generation.requestId === requestId)),
    findUnidentified: async (operationId) =>
      [...rows.values()]
        .map((row) => row.generation)
        .filter((other) => other.operationId === operationId && other.requestId === null)
        .filter((other) => !isFinal(other.status))
        .map(clone),
    findMany: async (ids) => ids.map((id) => copy(rows.get(id))),
    async update(next, happenings, at) {
      const row = rows.get(next.id)
      if (row?.generation.revision !== next.revision - 1) return false
      if (isTaken(next)) throw new RequestTakenError(`another generation has the request of ${next.id}`)
      row.generation = clone(next)
      if (isFinal(next.status)) row.owner = null
      append(row, happenings, at)
      const notification = notificationOf(row.generation, happenings, at)
      if (notification) outbox.keep(notification)
      const runTime = runTimeOf(row.generation, happenings)
      if (runTime) runTimes.unshift(runTime)
      return true
    },
    async list({ viewerId, filter, first, last, after, before }) {
      const matching = [...rows.values()]
        .map((row) => row.generation)
        .filter((generation) => generation.viewerId === viewerId && matches(generation, filter))
        .toSorted(newestFirst)
      const from = after ? matching.filter((generation) => newestFirst(after, generation) < 0) : matching
      const between = before ? from.filter((generation) => newestFirst(generation, before) < 0) : from
      const page =
        last === undefined ? between.slice(0, first) : between.slice(Math.max(0, between.length - last))
      const [newest] = page
      const oldest = page.at(-1)
      return {
        generations: page.map(clone),
        hasPreviousPage: newest !== undefined && matching.indexOf(newest) > 0,
        hasNextPage: oldest !== undefined && matching.indexOf(oldest) < matching.length - 1,
      }
    },
    countActive: async (viewerId) => countActive(viewerId),
    recentRunTimes: async (operationId, limit) =>
      runTimes.filter((run) => run.operationId === operationId).slice(0, limit),
    events: async (generationId, after, limit) => eventsOf(generationId, after, limit),
    eventsOfMany: async (requests, limit) =>
      requests.map(({ generationId, after }) => eventsOf(generationId, after, limit)),
    async keepAlive({ owner, until }, now) {
      const wasAlive = (lives.get(owner) ?? 0) > now
      lives.set(owner, until)
      return wasAlive
    },
    heldBy: async (owner) =>
      [...rows.values()]
        .filter((row) => row.owner === owner && !isFinal(row.generation.status))
        .map((row) => row.generation.id),
    async leave(owner) {
      for (const row of rows.values()) if (row.owner === owner) row.owner = null
      lives.delete(owner)
    },
    async claim(owner, now, limit) {
      const free = [...rows.values()].filter((row) => row.owner !== owner && isFree(row, now)).slice(0, limit)
      for (const row of free) row.owner = owner
      return free.map((row) => clone(row.generation))
    },
    async acquire(id, owner) {
      const row = rows.get(id)
      if (!row || isFinal(row.generation.status) || row.owner !== null) return false
      row.owner = owner
      return true
    },
    async release(id, owner) {
      const row = rows.get(id)
      if (row?.owner === owner) row.owner = null
    },
    async delete(id) {
      const row = rows.get(id)
      if (!row || !isFinal(row.generation.status)) return false
      if (row.generation.idempotencyKey !== null) spentKeys.add(spentKey(row.generation))
      return rows.delete(id)
    },
  }
}

function append(row: Row, happenings: readonly GenerationHappening[], at: Timestamp): void {
  for (const happening of happenings) {
    const place = {
      generationId: row.generation.id,
      sequence: row.events.length + 1,
      revision: row.generation.revision,
      at,
    }
    row.events.push({ ...clone(happening), ...place })
  }
}

function spentKey({ viewerId, idempotencyKey }: Generation): string {
  return JSON.stringify([viewerId, idempotencyKey])
}

function newestFirst(a: ListCursor, b: ListCursor): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0
}

function matches(generation: Generation, { operationIds, statuses, tags }: GenerationFilter): boolean {
  if (operationIds?.length && !operationIds.includes(generation.operationId)) return false
  if (statuses?.length && !statuses.includes(generation.status)) return false
  return (tags ?? []).every((tag) => generation.tags.includes(tag))
}

/** Generations and events are plain JSON: see `Generation`. */
function clone<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}
