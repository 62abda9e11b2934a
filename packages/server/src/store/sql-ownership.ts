// Which replica holds which generation. Promises: packages/core/src/ports/store.ts.
//
// A row names its holder, and the table of replicas says until when that one lives: a replica that follows ten thousand
// renews one row. Whoever takes what a dead one held locks that replica's row first, and a replica that comes back after
// it was taken for dead waits for that lock: what it then finds to be its own nobody else is about to take.
import type { GenerationStore } from '@pika-kit/core'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import { readGeneration } from './read-generation.ts'
import type { SqlStoreOptions } from './sql-store.ts'

type Ownership = Pick<GenerationStore, 'keepAlive' | 'heldBy' | 'leave' | 'claim' | 'acquire' | 'release'>

/** After that time nothing is known any more of a replica that is gone and left nothing. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000

export function createSqlOwnership({
  db,
  isShared,
  clockOffset,
}: Required<Pick<SqlStoreOptions, 'db' | 'isShared' | 'clockOffset'>>): Ownership {
  return {
    async keepAlive({ owner: name, until: end }, now) {
      const until = end + clockOffset()
      const renewed = await db
        .updateTable('replicas')
        .set({ until })
        .where('name', '=', name)
        .where('until', '>', now + clockOffset())
        .executeTakeFirst()
      if (Number(renewed.numUpdatedRows) > 0) return true
      await db
        .insertInto('replicas')
        .values({ name, until })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ until }))
        .execute()
      await db
        .deleteFrom('replicas')
        .where('until', '<', now + clockOffset() - FORGOTTEN_AFTER_MS)
        .execute()
      return false
    },
    async heldBy(owner) {
      const rows = await active(db).select('id').where('lease_owner', '=', owner).execute()
      return rows.map(({ id }) => id)
    },
    leave: (owner) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('generations')
          .set({ lease_owner: null })
          .where('is_active', '=', 1)
          .where('lease_owner', '=', owner)
          .execute()
        await transaction.deleteFrom('replicas').where('name', '=', owner).execute()
      }),
    async claim(owner, now, limit) {
      const at = now + clockOffset()
      // Nearly always there is nothing, which costs two looks into an index.
      const gone = await goneHolders(db, at)
      const isAnyFree = await active(db).select('id').where('lease_owner', 'is', null).limit(1).execute()
      if (gone.length === 0 && isAnyFree.length === 0) return []
      return db.transaction().execute(async (transaction) => {
        const locked = await lockGone(transaction, gone, at)
        const free = active(transaction)
          .select('id')
          .where((eb) =>
            eb.or([
              eb('lease_owner', 'is', null),
              ...(locked.length > 0 ? [eb('lease_owner', 'in', locked)] : []),
            ]),
          )
          .limit(limit)
        const ids = (await (isShared ? free.forUpdate().skipLocked() : free).execute()).map(({ id }) => id)
        if (ids.length === 0) return []
        const claimed = await transaction
          .updateTable('generations')
          .set({ lease_owner: owner })
          .where('id', 'in', ids)
          .where('is_active', '=', 1)
          .returning('data')
          .execute()
        return claimed.map(readGeneration)
      })
    },
    async acquire(id, owner) {
      const acquired = await db
        .updateTable('generations')
        .set({ lease_owner: owner })
        .where('id', '=', id)
        .where('is_active', '=', 1)
        .where('lease_owner', 'is', null)
        .executeTakeFirst()
      return Number(acquired.numUpdatedRows) > 0
    },
    async release(id, owner) {
      await db
        .updateTable('generations')
        .set({ lease_owner: null })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .execute()
    },
  }

  /** Those of the gone that nobody else is about to take from, and that have not come back. */
  async function lockGone(
    transaction: Transaction<Database>,
    names: readonly string[],
    at: number,
  ): Promise<string[]> {
    if (names.length === 0) return []
    // One who never said that it lives has no row that could be locked.
    await transaction
      .insertInto('replicas')
      .values(names.map((name) => ({ name, until: 0 })))
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute()
    const gone = transaction
      .selectFrom('replicas')
      .select('name')
      .where('name', 'in', names)
      .where('until', '<=', at)
    return (await (isShared ? gone.forUpdate().skipLocked() : gone).execute()).map(({ name }) => name)
  }
}

function active(db: Kysely<Database>) {
  return db.selectFrom('generations').where('is_active', '=', 1)
}

/**
 * Who holds something and does not live at `at`. Walks from holder to holder in the index: neither engine skips equal
 * entries by itself, and a `distinct` would read every generation that is under way.
 */
async function goneHolders(db: Kysely<Database>, at: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive holders(name) as (
      select (select min(lease_owner) from generations where is_active = 1)
      union all
      select (select min(lease_owner) from generations where is_active = 1 and lease_owner > holders.name)
      from holders where holders.name is not null
    )
    select name from holders
    where name is not null and not exists (select 1 from replicas where replicas.name = holders.name and until > ${at})
  `.execute(db)
  return rows.map(({ name }) => name)
}
