// The store of generations, written once for SQLite and PostgreSQL. Promises: packages/core/src/ports/store.ts.
import {
  type Generation,
  type GenerationFilter,
  type GenerationStore,
  type InsertOutcome,
  isFinal,
  RequestTakenError,
  type ListCursor,
  notificationOf,
  type RunTime,
  runTimeOf,
} from '@pika-kit/core'
import {
  type ExpressionBuilder,
  type Insertable,
  type Kysely,
  type SelectQueryBuilder,
  sql,
  type Transaction,
} from 'kysely'
import type { Database } from './database.ts'
import { appendEvents, createSqlEventLog } from './sql-event-log.ts'
import { createSqlOutbox, keepNotification } from './sql-outbox.ts'
import { readGeneration } from './read-generation.ts'
import { createSqlOwnership } from './sql-ownership.ts'

export interface SqlStoreOptions {
  db: Kysely<Database>
  /** Whether others write at the same time: replicas on PostgreSQL do; the embedded SQLite has one writer. */
  isShared: boolean
  /** Tells other replicas of a change, as part of the transaction that stores it; left out where there are none. */
  announce?: ((transaction: Transaction<Database>, generation: Generation) => Promise<void>) | undefined
  /** Milliseconds that the database's clock is ahead of ours: replicas with differing clocks agree on leases by it. */
  clockOffset?: () => number
}

/** A `GenerationStore` on a migrated database. */
export function createSqlStore({
  db,
  isShared,
  announce,
  clockOffset = () => 0,
}: SqlStoreOptions): GenerationStore {
  const findBy = async (
    where: (eb: ExpressionBuilder<Database, 'generations'>) => ReturnType<typeof eb.and>,
  ) => {
    const row = await db.selectFrom('generations').select('data').where(where).executeTakeFirst()
    return row ? readGeneration(row) : null
  }

  return {
    outbox: createSqlOutbox({ db, isShared, clockOffset }),
    insert: (generation, happenings, owner, maximumActive = Number.POSITIVE_INFINITY) =>
      db.transaction().execute(async (transaction): Promise<InsertOutcome> => {
        const { viewerId, idempotencyKey } = generation
        // What is read next must still hold when the row is stored: inserts of one viewer go one after the other.
        if (isShared) await waitForTurn(transaction, viewerId)
        if (idempotencyKey !== null) {
          const known = await transaction
            .selectFrom('generations')
            .select('data')
            .where('viewer_id', '=', viewerId)
            .where('idempotency_key', '=', idempotencyKey)
            .executeTakeFirst()
          if (known) return { type: 'key-used', generation: readGeneration(known) }
          // In this order: a deletion that ends in between takes the row away and leaves its key here.
          const spent = await transaction
            .selectFrom('spent_keys')
            .select('deleted_at')
            .where('viewer_id', '=', viewerId)
            .where('idempotency_key', '=', idempotencyKey)
            .executeTakeFirst()
          if (spent) return { type: 'key-spent' }
        }
        const active = await countActive(transaction, viewerId)
        if (active >= maximumActive) return { type: 'limit-reached', active }
        const row = {
          ...columnsOf(generation),
          id: generation.id,
          viewer_id: viewerId,
          operation_id: generation.operationId,
          created_at: generation.createdAt,
          webhook_token: generation.webhookToken,
          idempotency_key: idempotencyKey,
          lease_owner: owner,
          event_count: happenings.length,
        }
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('generations')
          .values(row)
          .onConflict((conflict) => conflict.column('request_id').doNothing())
          .executeTakeFirst()
        if (Number(numInsertedOrUpdatedRows) === 0) return { type: 'request-taken' }
        await appendEvents(transaction, generation, happenings, 0, generation.createdAt)
        await announce?.(transaction, generation)
        return { type: 'stored' }
      }),

    find: (id) => findBy((eb) => eb.and({ id })),
    findByWebhookToken: (token) => findBy((eb) => eb.and({ webhook_token: token })),
    findByRequestId: (requestId) => findBy((eb) => eb.and({ request_id: requestId })),
    async findUnidentified(operationId) {
      const rows = await db
        .selectFrom('generations')
        .select('data')
        .where('is_active', '=', 1)
        .where('request_id', 'is', null)
        .where('operation_id', '=', operationId)
        .execute()
      return rows.map(readGeneration)
    },
    async findMany(ids) {
      if (ids.length === 0) return []
      const rows = await db.selectFrom('generations').select(['id', 'data']).where('id', 'in', ids).execute()
      const byId = new Map(rows.map((row) => [row.id, readGeneration(row)]))
      return ids.map((id) => byId.get(id) ?? null)
    },

    update: (next, happenings, at) =>
      db
        .transaction()
        .execute(async (transaction) => {
          const updated = await transaction
            .updateTable('generations')
            .set((eb) => ({
              ...columnsOf(next),
              event_count: eb('event_count', '+', happenings.length),
              // What has ended is nobody's.
              ...(isFinal(next.status) && { lease_owner: null }),
            }))
            .where('id', '=', next.id)
            .where('revision', '=', next.revision - 1)
            .returning('event_count')
            .executeTakeFirst()
          if (!updated) return false
          await appendEvents(transaction, next, happenings, updated.event_count - happenings.length, at)
          const notification = notificationOf(next, happenings, at)
          if (notification) await keepNotification(transaction, notification, clockOffset())
          const runTime = runTimeOf(next, happenings)
          if (runTime) await keepRunTime(transaction, runTime)
          await announce?.(transaction, next)
          return true
        })
        .catch((error: unknown) => {
          if (!isTakenRequest(error)) throw error
          throw new RequestTakenError(`another generation has the request of ${next.id}`, { cause: error })
        }),

    async list({ viewerId, filter, first, last, after, before }) {
      const matching = filtered(
        db.selectFrom('generations').select(['data', 'created_at', 'id']).where('viewer_id', '=', viewerId),
        filter,
      )
      const bounded = [
        ...(after ? [{ cursor: after, isBelow: true }] : []),
        ...(before ? [{ cursor: before, isBelow: false }] : []),
      ].reduce((query, { cursor, isBelow }) => query.where((eb) => beside(eb, cursor, isBelow)), matching)
      const isBackward = last !== undefined
      const direction = isBackward ? 'asc' : 'desc'
      const size = isBackward ? last : (first ?? 0)
      const rows = await bounded
        .orderBy('created_at', direction)
        .orderBy('id', direction)
        // One more than was asked for says whether there is more in this direction.
        .limit(size + 1)
        .execute()
      const isMore = rows.length > size
      rows.length = Math.min(rows.length, size)
      if (isBackward) rows.reverse()
      const generations = rows.map(readGeneration)
      const isBeside = async (cursor: ListCursor | undefined, isBelow: boolean) =>
        cursor !== undefined &&
        (await matching
          .where((eb) => beside(eb, cursor, isBelow))
          .limit(1)
          .executeTakeFirst()) !== undefined
      // In the direction of the walk the page itself knows, unless a cursor ended it; behind, only a cursor leaves anything.
      const [newest, oldest] = [generations[0], generations.at(-1)]
      const hasNextPage = isBackward
        ? before !== undefined && (await isBeside(oldest, true))
        : isMore || (before !== undefined && (await isBeside(oldest, true)))
      const hasPreviousPage = isBackward
        ? isMore || (after !== undefined && (await isBeside(newest, false)))
        : after !== undefined && (await isBeside(newest, false))
      return { generations, hasPreviousPage, hasNextPage }
    },

    countActive: (viewerId) => countActive(db, viewerId),

    async recentRunTimes(operationId, limit) {
      const rows = await db
        .selectFrom('run_times')
        .selectAll()
        .where('operation_id', '=', operationId)
        .orderBy('ended_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        operationId: row.operation_id,
        settings: row.settings,
        queueMs: row.queue_ms,
        runMs: row.run_ms,
        endedAt: row.ended_at,
      }))
    },

    ...createSqlEventLog(db),
    ...createSqlOwnership({ db, isShared, clockOffset }),

    delete: (id, at) =>
      db.transaction().execute(async (transaction) => {
        const deleted = await transaction
          .deleteFrom('generations')
          .where('id', '=', id)
          .where('is_active', '=', 0)
          .returning(['viewer_id', 'idempotency_key'])
          .executeTakeFirst()
        if (!deleted) return false
        const { viewer_id, idempotency_key } = deleted
        if (idempotency_key !== null)
          await transaction
            .insertInto('spent_keys')
            .values({ viewer_id, idempotency_key, deleted_at: at })
            .execute()
        return true
      }),
  }
}

/** Any number, the same in every replica: advisory locks of PostgreSQL share one space with those of other programs. */
const TURN_LOCKS = 7_452

/** Waits until no other transaction inserts for this viewer, and makes others wait until this one ends. PostgreSQL only. */
async function waitForTurn(transaction: Transaction<Database>, viewerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(TURN_LOCKS)}, hashtext(${viewerId}))`.execute(transaction)
}

async function countActive(db: Kysely<Database>, viewerId: string): Promise<number> {
  const row = await db
    .selectFrom('generations')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('viewer_id', '=', viewerId)
    .where('is_active', '=', 1)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function keepRunTime(transaction: Transaction<Database>, run: RunTime): Promise<void> {
  const row = {
    operation_id: run.operationId,
    settings: run.settings,
    queue_ms: run.queueMs,
    run_ms: run.runMs,
    ended_at: run.endedAt,
  }
  await transaction.insertInto('run_times').values(row).execute()
}

/** How the two engines say that a request id belongs to another generation. */
function isTakenRequest(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  if (error.code === '23505') return 'constraint' in error && error.constraint === 'generations_request'
  return error.code === 'SQLITE_CONSTRAINT_UNIQUE' && error.message.includes('generations.request_id')
}

/** The columns that change with a generation. */
function columnsOf(generation: Generation) {
  return {
    status: generation.status,
    revision: generation.revision,
    request_id: generation.requestId,
    is_active: isFinal(generation.status) ? 0 : 1,
    tags: generation.tags.map(tagMark).join(''),
    data: JSON.stringify(generation),
  } satisfies Partial<Insertable<Database['generations']>>
}

/** A tag as it is searched for; encoded, so that no tag looks like two. */
function tagMark(tag: string): string {
  return `|${encodeURIComponent(tag)}|`
}

type ListQuery = SelectQueryBuilder<Database, 'generations', { data: string; created_at: number; id: string }>

function filtered(query: ListQuery, { operationIds, statuses, tags }: GenerationFilter): ListQuery {
  let narrowed = query
  if (operationIds?.length) narrowed = narrowed.where('operation_id', 'in', operationIds)
  if (statuses?.length) narrowed = narrowed.where('status', 'in', statuses)
  for (const tag of tags ?? [])
    narrowed = narrowed.where((eb) =>
      // Not `like`: engines differ about case and about what escapes a wildcard.
      eb(eb.fn('replace', ['tags', eb.val(tagMark(tag)), eb.val('')]), '<>', eb.ref('tags')),
    )
  return narrowed
}

/**
 * Rows below (older than) or above (newer than) a place in the list. Compared as a pair: of the same written with `or`
 * PostgreSQL would read the list from its beginning to the cursor.
 */
function beside(
  eb: ExpressionBuilder<Database, 'generations'>,
  { createdAt, id }: ListCursor,
  isBelow: boolean,
) {
  return eb(eb.refTuple('created_at', 'id'), isBelow ? '<' : '>', eb.tuple(createdAt, id))
}
