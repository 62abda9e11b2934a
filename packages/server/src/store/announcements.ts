// What replicas tell each other through PostgreSQL: that a generation changed, and whose it is. The state itself is read
// from the table: a notification holds 8,000 bytes at most.
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from './database.ts'

export const CHANNEL = 'pika_kit_generations'

const LONGEST_PAYLOAD = 7_900

/** A change that some replica stored. */
export interface Announcement {
  /** The replica that stored it: it has told its own watchers already. */
  origin: string
  id: string
  /** Null where the viewer's id is too long to be sent. */
  viewerId: string | null
}

const wire = z.tuple([z.string(), z.string(), z.string().nullable()])

/** Announces a change. PostgreSQL delivers it when the transaction commits, and never when it does not. */
export async function announce(
  transaction: Transaction<Database>,
  announcement: Announcement,
): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${written(announcement)})`.execute(transaction)
}

function written({ origin, id, viewerId }: Announcement): string {
  const whole = JSON.stringify([origin, id, viewerId])
  return Buffer.byteLength(whole) <= LONGEST_PAYLOAD ? whole : JSON.stringify([origin, id, null])
}

/** Reads a notification; null when it is none of ours. */
export function readAnnouncement(payload: string | undefined): Announcement | null {
  try {
    const { data } = wire.safeParse(JSON.parse(payload ?? ''))
    return data ? { origin: data[0], id: data[1], viewerId: data[2] } : null
  } catch {
    return null
  }
}
