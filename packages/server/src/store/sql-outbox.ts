// The notifications that are still to be delivered. Promises: packages/core/src/ports/outbox.ts.
import type { Generation, Notification, Outbox } from '@pika-kit/core'
import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { SqlStoreOptions } from './sql-store.ts'

/** As for the store; `due_at` is by the database's clock. */
type SqlOutboxOptions = Required<Pick<SqlStoreOptions, 'db' | 'isShared' | 'clockOffset'>>

/** An `Outbox` on a migrated database. */
export function createSqlOutbox({ db, isShared, clockOffset }: SqlOutboxOptions): Outbox {
  return {
    claim: ({ owner, until }, now, limit) =>
      db.transaction().execute(async (transaction) => {
        const due = transaction
          .selectFrom('notifications')
          .select('id')
          .where('due_at', '<=', now + clockOffset())
          .orderBy('due_at')
          .limit(limit)
        const ids = (await (isShared ? due.forUpdate().skipLocked() : due).execute()).map(({ id }) => id)
        if (ids.length === 0) return []
        const claimed = await transaction
          .updateTable('notifications')
          .set((eb) => ({
            lease_owner: owner,
            due_at: until + clockOffset(),
            attempts: eb('attempts', '+', 1),
          }))
          .where('id', 'in', ids)
          .where('due_at', '<=', now + clockOffset())
          .returning(['id', 'data', 'created_at', 'attempts'])
          .execute()
        return claimed.map(({ id, data, created_at, attempts }): Notification => ({
          id,
          generation: JSON.parse(data) as Generation,
          createdAt: created_at,
          attempts: attempts - 1,
        }))
      }),
    async postpone(id, owner, dueAt) {
      await db
        .updateTable('notifications')
        .set({ lease_owner: null, due_at: dueAt + clockOffset() })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .execute()
    },
    async remove(id, owner) {
      await db.deleteFrom('notifications').where('id', '=', id).where('lease_owner', '=', owner).execute()
    },
  }
}

/** Keeps a notification in the transaction of the change that it tells of. */
export async function keepNotification(
  transaction: Transaction<Database>,
  { id, generation, createdAt, attempts }: Notification,
  clockOffset: number,
): Promise<void> {
  await transaction
    .insertInto('notifications')
    .values({
      id,
      data: JSON.stringify(generation),
      created_at: createdAt,
      attempts,
      due_at: createdAt + clockOffset,
      lease_owner: null,
    })
    .execute()
}
