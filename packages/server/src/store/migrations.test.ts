// The schema is committed as it is in each engine, and a database of every earlier version becomes that schema with all
// that was in it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { fillAsEarlier, keptFromEarlier } from '../test-support/earlier-database.ts'
import { dumpPostgres, dumpSqlite } from '../test-support/dump-schema.ts'
import { createPostgresSchema, postgresUrl } from '../test-support/postgres-schema.ts'
import { EmbeddedDialect } from './embedded-dialect.ts'
import { migrations } from './migrations.ts'
import { type DatabaseLocation, openStore } from './open-store.ts'

interface TestDatabase {
  location: DatabaseLocation
  /** A connection that knows nothing of versions. */
  connect(): Kysely<unknown>
  dump(): Promise<string>
  close(): Promise<void>
}

async function createSqlite(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'pika-kit-migrations-'))
  const file = join(directory, 'pika-kit.sqlite')
  return {
    location: { directory },
    connect: () => new Kysely({ dialect: new EmbeddedDialect({ database: new SqliteDatabase(file) }) }),
    dump: async () => dumpSqlite(file),
    close: () => rm(directory, { recursive: true, force: true }),
  }
}

async function createPostgres(): Promise<TestDatabase> {
  const { url, close } = await createPostgresSchema()
  return {
    location: { url },
    connect: () =>
      new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }) }),
    dump: () => dumpPostgres(url),
    close,
  }
}

const versions = Object.keys(migrations)

describe.each([
  { engine: 'SQLite', create: createSqlite, dumped: './schema/sqlite.sql', isThere: true },
  {
    engine: 'PostgreSQL',
    create: createPostgres,
    dumped: './schema/postgres.sql',
    isThere: postgresUrl !== undefined,
  },
])('$engine', ({ create, dumped, isThere }) => {
  const withDatabase = (run: (database: TestDatabase) => Promise<void>) => async () => {
    const database = await create()
    try {
      await run(database)
    } finally {
      await database.close()
    }
  }

  test.skipIf(!isThere)(
    'a new database has the schema that is committed (npm run vitest -- -u writes it)',
    withDatabase(async ({ location, dump }) => {
      await (await openStore(location)).close()
      await expect(await dump()).toMatchFileSnapshot(dumped)
    }),
  )

  test.skipIf(!isThere).each(versions.slice(0, -1))(
    'a database of version %s becomes the present one, with all that was in it',
    (version) =>
      withDatabase(async ({ location, connect, dump }) => {
        const earlier = connect()
        const migrator = new Migrator({ db: earlier, provider: { getMigrations: async () => migrations } })
        expect((await migrator.migrateTo(version)).error).toBeUndefined()
        await fillAsEarlier(earlier, versions.indexOf(version) + 1)
        await earlier.destroy()

        const opened = await openStore(location)
        expect(await keptFromEarlier(opened.store)).toMatchObject({
          listed: ['gen_failed', 'gen_done', 'gen_running'],
          log: ['status-changed', 'logged'],
          running: { id: 'gen_running', requestId: 'req-2', delivery: null, recoveredAt: null },
          byRequest: 'gen_running',
          claimed: ['gen_running'],
        })
        await opened.close()
        await expect(await dump()).toMatchFileSnapshot(dumped)
      })(),
  )
})

test.skipIf(!postgresUrl)(
  'replicas that start at once on an empty database make its schema once',
  async () => {
    const { location, dump, close } = await createPostgres()
    const opened = await Promise.all(Array.from({ length: 4 }, () => openStore(location)))
    await Promise.all(opened.map((store) => store.check()))
    await Promise.all(opened.map((store) => store.close()))
    await expect(await dump()).toMatchFileSnapshot('./schema/postgres.sql')
    await close()
  },
)

test.skipIf(!postgresUrl)('schemas of one database have nothing to do with each other', async () => {
  const [first, second] = [await createPostgres(), await createPostgres()]
  const opened = [await openStore(first.location), await openStore(second.location)]
  await Promise.all(opened.map((store) => store.close()))
  for (const { dump } of [first, second])
    await expect(await dump()).toMatchFileSnapshot('./schema/postgres.sql')
  await first.close()
  await second.close()
})
