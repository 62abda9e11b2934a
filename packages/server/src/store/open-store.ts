import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { GenerationStore } from '@pika-kit/core'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { type DirectoryLock, lockDirectory } from './directory-lock.ts'
import type { Database } from './database.ts'
import { migrations } from './migrations.ts'
import { createSqlStore } from './sql-store.ts'

/** Where generations are kept: an embedded database in a folder of this process alone, or a PostgreSQL that replicas share. */
export type DatabaseLocation = { directory: string } | { url: string }

export interface OpenStore {
  store: GenerationStore
  /** Rejects when the database does not answer. */
  check(): Promise<void>
  /** How many generations stand where, for the metrics. */
  countByStatus(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

/** Opens the store and brings its schema up to date. Throws when the folder is in use, or the database cannot be reached. */
export async function openStore(location: DatabaseLocation): Promise<OpenStore> {
  return 'directory' in location ? openEmbedded(location.directory) : openPostgres(location.url)
}

async function openEmbedded(directory: string): Promise<OpenStore> {
  mkdirSync(directory, { recursive: true })
  const lock = lockDirectory(directory)
  try {
    const sqlite = new SqliteDatabase(join(directory, 'pika-kit.sqlite'))
    // An acknowledged intent is money: FULL makes each commit survive a power cut (STACK section 9).
    sqlite.pragma('busy_timeout = 5000')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    const opened = await open(
      new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) }),
      false,
      lock,
    )
    // Nobody else can hold a lease here: those that are left are of a process that died, and need not lapse first.
    sqlite.exec('update generations set lease_owner = null, lease_until = 0')
    return opened
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openPostgres(url: string): Promise<OpenStore> {
  // bigint comes as text by default; our numbers are milliseconds, far below 2^53.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // Without a listener a connection that drops while idle would end the process; the next query reports it.
  pool.on('error', () => {})
  return open(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), true, null)
}

async function open(db: Kysely<Database>, isShared: boolean, lock: DirectoryLock | null): Promise<OpenStore> {
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    store: createSqlStore({ db, isShared }),
    async check() {
      await db.selectFrom('generations').select('id').limit(1).execute()
    },
    async countByStatus() {
      const rows = await db
        .selectFrom('generations')
        .select((eb) => ['status', eb.fn.countAll().as('count')])
        .groupBy('status')
        .execute()
      return new Map(rows.map((row) => [row.status, Number(row.count)]))
    },
    async close() {
      await db.destroy()
      lock?.release()
    },
  }
}
