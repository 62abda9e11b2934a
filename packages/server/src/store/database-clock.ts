// Leases are compared by several machines, so they go by the one clock that all of them can read: the database's.
import { type Kysely, sql } from 'kysely'
import { systemClock } from '../system.ts'
import type { Database } from './database.ts'

export interface DatabaseClock {
  /** Milliseconds that the database's clock is ahead of this machine's, as last measured. */
  offset(): number
  close(): Promise<void>
}

const MEASURE_EVERY_MS = 60_000

/** Measures now, and again every minute: clocks drift, and are set. Rejects when the database cannot be asked now. */
export async function readDatabaseClock(db: Kysely<Database>): Promise<DatabaseClock> {
  const closing = new AbortController()
  let offset = await measure(db)
  const measuring = (async () => {
    for (;;) {
      await systemClock.sleep(MEASURE_EVERY_MS, closing.signal)
      if (closing.signal.aborted) return
      // A database that does not answer now gives no leases either.
      offset = await measure(db).catch(() => offset)
    }
  })()
  return {
    offset: () => offset,
    async close() {
      closing.abort()
      await measuring
    },
  }
}

async function measure(db: Kysely<Database>): Promise<number> {
  const asked = Date.now()
  const answer = await sql<{ now: number }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db)
  const answered = Date.now()
  const now = answer.rows[0]?.now ?? answered
  // Read somewhere between the question and the answer.
  return Math.round(now - (asked + answered) / 2)
}
