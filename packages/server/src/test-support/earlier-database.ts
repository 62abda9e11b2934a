// A database as an earlier version of the schema left it: written with the columns that it had, read by the present store.
import type { Generation, GenerationStore } from '@pika-kit/core'
import { sampleGeneration } from '@pika-kit/core/testing'
import { type Kysely, sql } from 'kysely'

const generations = [
  sampleGeneration({
    id: 'gen_running',
    createdAt: 1,
    status: 'IN_QUEUE',
    revision: 3,
    requestId: 'req-2',
    tags: ['spring'],
  }),
  sampleGeneration({
    id: 'gen_done',
    createdAt: 2,
    status: 'COMPLETED',
    requestId: 'req-1',
    tags: ['spring'],
  }),
  sampleGeneration({ id: 'gen_failed', createdAt: 3, status: 'FAILED' }),
]

/** Stores three generations, one of them under way at a replica that is gone, as version `version` (from 1) would have. */
export async function fillAsEarlier(db: Kysely<unknown>, version: number): Promise<void> {
  for (const { delivery: _delivery, recoveredAt: _recoveredAt, ...generation } of generations) {
    const isActive = generation.status === 'IN_QUEUE'
    await sql`insert into generations (id, viewer_id, operation_id, status, revision, created_at, webhook_token,
        is_active, tags, lease_owner, lease_until, event_count, data)
      values (${generation.id}, ${generation.viewerId}, ${generation.operationId}, ${generation.status},
        ${generation.revision}, ${generation.createdAt}, ${`token of ${generation.id}`}, ${isActive ? 1 : 0},
        ${generation.tags.map((tag) => `|${tag}|`).join('')}, ${isActive ? 'gone' : null}, ${isActive ? 1_000 : 0}, 2,
        ${JSON.stringify(generation)})`.execute(db)
    if (version >= 2)
      await sql`update generations set request_id = ${generation.requestId} where id = ${generation.id}`.execute(
        db,
      )
  }
  const events = [
    { type: 'status-changed', status: 'IN_QUEUE' },
    { type: 'logged', line: { timestamp: 't1', level: 'INFO', message: 'rendering' } },
  ]
  for (const [index, event] of events.entries())
    await sql`insert into generation_events (generation_id, sequence, revision, at, data)
      values ('gen_running', ${index + 1}, ${index + 2}, ${index}, ${JSON.stringify(event)})`.execute(db)
}

/** What the present store finds of it. */
export async function keptFromEarlier(store: GenerationStore) {
  const { generations: listed } = await store.list({ viewerId: 'ada', filter: { tags: [] }, first: 10 })
  return {
    listed: ids(listed),
    log: (await store.events('gen_running', 0, 10)).map(({ type }) => type),
    running: await store.find('gen_running'),
    byRequest: (await store.findByRequestId('req-2'))?.id,
    claimed: ids(await store.claim('next', Date.now(), 10)),
  }
}

function ids(found: readonly Generation[]): string[] {
  return found.map(({ id }) => id)
}
