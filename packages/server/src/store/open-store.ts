import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { GenerationBus, GenerationStore, Observer } from '@pika-kit/core'
import { createMemoryBus } from '@pika-kit/core/memory'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { silentObserver } from '../observability/logger.ts'
import { replicaName } from '../system.ts'
import { announce } from './announcements.ts'
import { readDatabaseClock } from './database-clock.ts'
import type { Database } from './database.ts'
import { lockDirectory } from './directory-lock.ts'
import { EmbeddedDialect } from './embedded-dialect.ts'
import { withKeptStatements } from './kept-statements.ts'
import { migrations } from './migrations.ts'
import { createPostgresBus } from './postgres-bus.ts'
import { createSqlStore } from './sql-store.ts'

/** Where generations are kept: an embedded database in a folder of this process alone, or a PostgreSQL that replicas share. */
export type DatabaseLocation = { directory: string } | { url: string }

export interface OpenStoreOptions {
  /** The name of this process among those that share the database. */
  replica?: string
  observer?: Observer
}

export interface OpenStore {
  store: GenerationStore
  /** Brings the changes of this process, and on PostgreSQL those of the other replicas. */
  bus: GenerationBus
  /** Rejects when the database does not answer. */
  check(): Promise<void>
  /** How many generations stand where, for the metrics. */
  countByStatus(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

/** Opens the store and brings its schema up to date. Throws when the folder is in use, or the database cannot be reached. */
export async function openStore(
  location: DatabaseLocation,
  { replica = replicaName(), observer = silentObserver }: OpenStoreOptions = {},
): Promise<OpenStore> {
  return 'directory' in location
    ? openEmbedded(location.directory)
    : openPostgres(location.url, replica, observer)
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
    const db = new Kysely<Database>({
      dialect: new EmbeddedDialect({ database: withKeptStatements(sqlite) }),
    })
    await migrate(db)
    // Nobody else can hold a lease here: those that are left are of a process that died, and need not lapse first.
    sqlite.exec('update generations set lease_owner = null where lease_owner is not null')
    sqlite.exec('delete from replicas')
    sqlite.exec('update notifications set lease_owner = null, due_at = 0 where lease_owner is not null')
    return {
      ...readings(db),
      store: createSqlStore({ db, isShared: false }),
      bus: createMemoryBus(),
      async close() {
        await db.destroy()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openPostgres(url: string, replica: string, observer: Observer): Promise<OpenStore> {
  // bigint comes as text by default; our numbers are milliseconds, far below 2^53.
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10, types })
  // Without a listener a connection that drops while idle would end the process; the next query reports it.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, { isPostgres: true })
  try {
    const clock = await readDatabaseClock(db)
    const store = createSqlStore({
      db,
      isShared: true,
      announce: (transaction, { id, viewerId }) => announce(transaction, { origin: replica, id, viewerId }),
      clockOffset: clock.offset,
    })
    const bus = await createPostgresBus({ url, replica, store, observer }).catch(async (error: unknown) => {
      await clock.close()
      throw error
    })
    return {
      ...readings(db),
      store,
      bus,
      async close() {
        await bus.close()
        await clock.close()
        await db.destroy()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Applies what is not applied yet. Ends the connections when that fails. */
async function migrate(db: Kysely<Database>, { isPostgres = false } = {}): Promise<void> {
  try {
    // Named, because the migrator would take its tables in any other schema of the database for its own.
    const schema = isPostgres ? await currentSchema(db) : undefined
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      ...(schema !== undefined && { migrationTableSchema: schema }),
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Where PostgreSQL makes tables: the first schema of the search path that is there. */
async function currentSchema(db: Kysely<Database>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db)
  return rows[0]?.name ?? undefined
}

function readings(db: Kysely<Database>): Pick<OpenStore, 'check' | 'countByStatus'> {
  return {
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
  }
}
