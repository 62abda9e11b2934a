// What a page of the list costs must not depend on where it lies. The plans of both engines say so: each page is one
// stretch of an index, with nothing read and thrown away, and nothing sorted.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListRequest } from '@pika-kit/core'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { createPostgresSchema, postgresUrl } from '../test-support/postgres-schema.ts'
import type { Database } from './database.ts'
import { EmbeddedDialect } from './embedded-dialect.ts'
import { type DatabaseLocation, openStore } from './open-store.ts'
import { createSqlStore } from './sql-store.ts'

const middle = { createdAt: 2_500, id: 'gen_2500' }
const pages: readonly Pick<ListRequest, 'first' | 'last' | 'after' | 'before'>[] = [
  { first: 20 },
  { first: 20, after: middle },
  { last: 20, before: middle },
  { last: 20 },
]

interface Statement {
  text: string
  parameters: readonly unknown[]
}

/** The statements by which a store reads each of the pages. */
async function statementsOf(
  location: DatabaseLocation,
  connect: (log: (statement: Statement) => void) => Kysely<Database>,
): Promise<{ db: Kysely<Database>; statements: Statement[] }> {
  await (await openStore(location)).close()
  const statements: Statement[] = []
  const db = connect((statement) => statements.push(statement))
  await sql`with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 5000)
    insert into generations (id, viewer_id, operation_id, status, revision, created_at, webhook_token, is_active, tags,
      event_count, data)
    select 'gen_' || n, 'viewer-' || (n % 2), 'TEXT_TO_VIDEO', 'COMPLETED', 1, n, 'token-' || n, 0, '', 1, '{}'
    from numbers`.execute(db)
  await sql`analyze generations`.execute(db)
  statements.length = 0
  const store = createSqlStore({ db, isShared: false })
  for (const page of pages) await store.list({ viewerId: 'viewer-1', filter: {}, ...page })
  return { db, statements: [...statements] }
}

test('SQLite reads a page as one stretch of the index, wherever it lies', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pika-kit-plans-'))
  const sqlite = () => new SqliteDatabase(join(directory, 'pika-kit.sqlite'))
  const { db, statements } = await statementsOf(
    { directory },
    (log) =>
      new Kysely({
        dialect: new EmbeddedDialect({ database: sqlite() }),
        log: ({ query }) => log({ text: query.sql, parameters: query.parameters }),
      }),
  )
  const explaining = sqlite()
  const plans = statements.map(({ text, parameters }) =>
    explaining.prepare<unknown[], { detail: string }>(`explain query plan ${text}`).all(...parameters),
  )
  const inIndex = (range: string) => `SEARCH generations USING INDEX generations_list (viewer_id=?${range})`
  const below = inIndex(' AND (created_at,id)<(?,?)')
  const above = inIndex(' AND (created_at,id)>(?,?)')
  expect(plans.map((plan) => plan.map(({ detail }) => detail))).toEqual([
    [inIndex('')],
    // The page, and whether there is anything on the side from which it was not read.
    [below],
    [above],
    [above],
    [below],
    [inIndex('')],
  ])
  explaining.close()
  await db.destroy()
  await rm(directory, { recursive: true, force: true })
})

test.skipIf(!postgresUrl)(
  'PostgreSQL reads a page as one stretch of the index, wherever it lies',
  async () => {
    const schema = await createPostgresSchema()
    const pool = new pg.Pool({ connectionString: schema.url, max: 1 })
    const { db, statements } = await statementsOf(
      { url: schema.url },
      (log) =>
        new Kysely({
          dialect: new PostgresDialect({ pool }),
          log: ({ query }) => log({ text: query.sql, parameters: query.parameters }),
        }),
    )
    for (const { text, parameters } of statements) {
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, [
        ...parameters,
      ])
      const plan = rows.map((row) => row['QUERY PLAN'].trim())
      expect(plan[0]).toBe('Limit')
      expect(plan[1]).toMatch(/^-> {2}Index Scan( Backward)? using generations_list on generations$/)
      const isBesideACursor = text.includes('("created_at", "id")')
      expect(plan[2]).toContain(isBesideACursor ? 'ROW(created_at, id)' : 'Index Cond: (viewer_id')
      // No filter, no sort: the third line is the last.
      expect(plan).toHaveLength(3)
    }
    expect(statements).toHaveLength(6)
    await db.destroy()
    await schema.close()
  },
)
