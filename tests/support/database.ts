// A PostgreSQL for what runs several servers: the one of TEST_DATABASE_URL, which `npm test` starts where it can, or a
// temporary one of this machine's.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startTestDatabase } from '../../scripts/postgres.mjs'

/** Whether there is one already: tests that need it are skipped where there is not. */
export const hasDatabase = process.env['TEST_DATABASE_URL'] !== undefined

/** Lends a schema of its own to `work`, as empty as a new database, and removes it. Throws where no server can be had. */
export async function withDatabase<Answer>(work: (url: string) => Promise<Answer>): Promise<Answer> {
  const database = await startTestDatabase()
  if (!database) throw new Error('there is no PostgreSQL here: install one, or set TEST_DATABASE_URL')
  const schema = `pika_${randomBytes(6).toString('hex')}`
  const url = new URL(database.url)
  url.searchParams.set('options', `-c search_path=${schema}`)
  try {
    await run(database.url, `create schema ${schema}`)
    return await work(url.href)
  } finally {
    await run(database.url, `drop schema ${schema} cascade`)
    await database.stop()
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
