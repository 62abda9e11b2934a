import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The server that `npm test` started or was given; undefined where there is none. */
export const postgresUrl = process.env['TEST_DATABASE_URL']

export interface PostgresSchema {
  /** As a database of its own: tables go to a new schema. */
  url: string
  close(): Promise<void>
}

/** A schema for one test: as empty as a new database, and much quicker. */
export async function createPostgresSchema(): Promise<PostgresSchema> {
  if (!postgresUrl) throw new Error('there is no PostgreSQL here: skip this test')
  const schema = `pika_${randomBytes(6).toString('hex')}`
  await runOnPostgres(`create schema ${schema}`)
  const url = new URL(postgresUrl)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return { url: url.href, close: () => runOnPostgres(`drop schema ${schema} cascade`) }
}

/** Runs one statement as the owner of everything. */
export async function runOnPostgres(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
