// What happened to each generation, in order. Promises: packages/core/src/ports/store.ts.
import type {
  EventsRequest,
  Generation,
  GenerationEvent,
  GenerationHappening,
  GenerationStore,
  Timestamp,
} from '@pika-kit/core'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'

type EventLog = Pick<GenerationStore, 'events' | 'eventsOfMany'>

/** Events of so many generations are read by one statement; SQLite takes no more than 500 parts. */
const READ_TOGETHER = 100

export function createSqlEventLog(db: Kysely<Database>): EventLog {
  return {
    async events(generationId, after, limit) {
      return (await eventsAbove(db, { generationId, after }, limit).execute()).map(readEvent)
    },
    async eventsOfMany(requests, limit) {
      const pages = requests.map((): GenerationEvent[] => [])
      const parts = requests.map((request, index) =>
        db
          .selectFrom(eventsAbove(db, request, limit).as('page'))
          .selectAll()
          .select(sql.lit(index).as('request')),
      )
      for (let start = 0; start < parts.length; start += READ_TOGETHER) {
        const [first, ...others] = parts.slice(start, start + READ_TOGETHER)
        const together = others.reduce((all, one) => all.unionAll(one), first!)
        for (const row of await together.execute()) pages[row.request]?.push(readEvent(row))
      }
      // The parts have an order each, their union has none.
      for (const page of pages) page.sort((a, b) => a.sequence - b.sequence)
      return pages
    },
  }
}

/** Goes on with a log of which `known` events are stored, in the transaction that stores the state they led to. */
export async function appendEvents(
  transaction: Transaction<Database>,
  { id, revision }: Generation,
  happenings: readonly GenerationHappening[],
  known: number,
  at: Timestamp,
): Promise<void> {
  if (happenings.length === 0) return
  const rows = happenings.map((happening, index) => ({
    generation_id: id,
    sequence: known + index + 1,
    revision,
    at,
    data: JSON.stringify(happening),
  }))
  await transaction.insertInto('generation_events').values(rows).execute()
}

/** Each reads its own stretch of the primary key, however long the logs are. */
function eventsAbove(db: Kysely<Database>, { generationId, after }: EventsRequest, limit: number) {
  return db
    .selectFrom('generation_events')
    .selectAll()
    .where('generation_id', '=', generationId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
}

function readEvent(row: Selectable<Database['generation_events']>): GenerationEvent {
  const happening = JSON.parse(row.data) as GenerationHappening
  const { generation_id: generationId, sequence, revision, at } = row
  return { ...happening, generationId, sequence, revision, at }
}
