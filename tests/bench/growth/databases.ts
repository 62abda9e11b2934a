// Databases of the bench, and generations that are put straight into their table: a million could not be generated.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@pika-kit/server/testing'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { withDatabase } from '../../support/database.ts'

export interface BenchDatabase {
  engine: string
  location: { directory: string } | { url: string }
  /** Runs a statement beside the servers. */
  run(statement: string): Promise<void>
}

/** How an engine lends an empty database with the schema of the store to `work`. */
export type Lend = <Answer>(work: (database: BenchDatabase) => Promise<Answer>) => Promise<Answer>

/** The engines that are here. Says so where there is no PostgreSQL. */
export async function engines(note: (line: string) => void): Promise<Lend[]> {
  try {
    await withDatabase(async () => {})
    return [withSqlite, withPostgres]
  } catch (error) {
    note(`NOT MEASURED on PostgreSQL: ${String(error)}`)
    return [withSqlite]
  }
}

/** Lends several at once. */
export async function withSeveral<Answer>(
  lend: Lend,
  count: number,
  work: (databases: readonly BenchDatabase[]) => Promise<Answer>,
  lent: readonly BenchDatabase[] = [],
): Promise<Answer> {
  if (lent.length === count) return work(lent)
  return lend((database) => withSeveral(lend, count, work, [...lent, database]))
}

export const withSqlite: Lend = async (work) => {
  const directory = await mkdtemp(join(tmpdir(), 'pika-bench-'))
  try {
    await (await openStore({ directory })).close()
    const run = async (statement: string) => {
      const database = new SqliteDatabase(join(directory, 'pika-kit.sqlite'), { timeout: 60_000 })
      database.exec(statement)
      database.close()
    }
    return await work({ engine: 'SQLite', location: { directory }, run })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

export const withPostgres: Lend = (work) =>
  withDatabase(async (url) => {
    await (await openStore({ url })).close()
    const run = async (statement: string) => void (await query(url, statement))
    return work({ engine: 'PostgreSQL', location: { url }, run })
  })

/** Rows of a statement on PostgreSQL. */
export async function query<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

/** The viewer of a server on which nobody authenticates. */
const VIEWER = 'local'
const PROMPT = 'a heron that lifts off from a still lake at dawn, mist over the water, slow camera'

/**
 * Adds generations, numbers `from` to `to` - 1, in the order of their creation. Those that have `ended`: one in a hundred has failed,
 * and one in ten thousand has the tag `rare`. Those `under-way` are at the provider, and nobody follows them.
 */
export function insertion(
  engine: string,
  from: number,
  to: number,
  state: 'ended' | 'under-way' = 'ended',
): string {
  const isActive = state === 'under-way'
  const status = isActive ? `'IN_PROGRESS'` : `case when n % 100 = 37 then 'FAILED' else 'COMPLETED' end`
  const tags = `case when n % 10000 = 42 then '|rare|' else '|spring|' end`
  const data = JSON.stringify({
    id: 'gen_@',
    viewerId: VIEWER,
    operationId: 'TEXT_TO_VIDEO',
    input: { prompt: PROMPT, negativePrompt: '', resolution: '720p', duration: 5, aspectRatio: '16:9' },
    status: '%',
    revision: 7,
    queuePosition: null,
    video: isActive
      ? null
      : {
          url: 'https://v3b.fal.media/files/b/0123456789abcdef/output.mp4',
          contentType: 'video/mp4',
          fileName: 'output.mp4',
          fileSize: 2_431_887,
          width: 1_280,
          height: 720,
          duration: 5,
        },
    delivery: null,
    error: null,
    requestId: 'req_@',
    billableUnits: 1,
    priority: 'normal',
    startTimeout: null,
    webhookUrl: null,
    tags: ['spring'],
    idempotencyKey: null,
    retryOf: null,
    createdAt: '#',
    submittedAt: 1,
    startedAt: 2,
    completedAt: isActive ? null : 3,
    cancelRequestedAt: null,
    recoveredAt: null,
    submissionStartedAt: 1,
    webhookToken: 'token_@',
    logCursor: null,
  })
  const numbers =
    engine === 'SQLite'
      ? `(with recursive numbers(n) as (select ${from} union all select n + 1 from numbers where n < ${to - 1}) select n from numbers) as numbers`
      : `generate_series(${from}, ${to - 1}) as numbers(n)`
  // Padded, so that ids sort as they were made.
  const id = engine === 'SQLite' ? `printf('%08d', n)` : `lpad(n::text, 8, '0')`
  return `insert into generations (id, viewer_id, operation_id, status, revision, created_at, webhook_token, request_id,
      is_active, tags, event_count, data)
    select 'gen_' || ${id}, '${VIEWER}', 'TEXT_TO_VIDEO', ${status}, 7, n, 'token_' || ${id}, 'req_' || ${id}, ${isActive ? 1 : 0}, ${tags}, 0,
      replace(replace(replace('${data}', '@', ${id}), '"%"', '"' || ${status} || '"'), '"#"', cast(n as text))
    from ${numbers}`
}
