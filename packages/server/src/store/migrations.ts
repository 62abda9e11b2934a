import type { Generation } from '@pika-kit/core'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Applied in order of their names, each once. A migration that was released never changes. */
export const migrations: Record<string, Migration> = {
  '0001_generations_and_events': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('generations')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('viewer_id', 'text', (column) => column.notNull())
        .addColumn('operation_id', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('webhook_token', 'text', (column) => column.notNull().unique())
        .addColumn('idempotency_key', 'text')
        .addColumn('is_active', 'integer', (column) => column.notNull())
        .addColumn('tags', 'text', (column) => column.notNull())
        .addColumn('lease_owner', 'text')
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('event_count', 'integer', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .execute()
      // NULL keys differ from each other in both engines, so generations without a key do not collide.
      await db.schema
        .createIndex('generations_idempotency')
        .on('generations')
        .columns(['viewer_id', 'idempotency_key'])
        .unique()
        .execute()
      await sql`create index generations_list on generations (viewer_id, created_at desc, id desc)`.execute(
        db,
      )
      await sql`create index generations_unfinished on generations (lease_until) where is_active = 1`.execute(
        db,
      )
      await db.schema
        .createTable('generation_events')
        .addColumn('generation_id', 'text', (column) =>
          column.notNull().references('generations.id').onDelete('cascade'),
        )
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('generation_events_key', ['generation_id', 'sequence'])
        .execute()
    },
  },
  '0002_request_id': {
    async up(db: Kysely<Pick<Database, 'generations'>>) {
      await db.schema.alterTable('generations').addColumn('request_id', 'text').execute()
      for (const { id, data } of await db.selectFrom('generations').select(['id', 'data']).execute()) {
        const { requestId } = JSON.parse(data) as Pick<Generation, 'requestId'>
        await db.updateTable('generations').set({ request_id: requestId }).where('id', '=', id).execute()
      }
      await db.schema.createIndex('generations_request').on('generations').column('request_id').execute()
    },
  },
  // The limit of a viewer is counted at each insert, however many generations the viewer has had.
  '0003_active_by_viewer': {
    async up(db: Kysely<unknown>) {
      await sql`create index generations_active on generations (viewer_id) where is_active = 1`.execute(db)
    },
  },
  '0004_spent_keys': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('spent_keys')
        .addColumn('viewer_id', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('deleted_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('spent_keys_key', ['viewer_id', 'idempotency_key'])
        .execute()
    },
  },
  '0005_notifications': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('notifications')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('data', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('due_at', 'bigint', (column) => column.notNull())
        .addColumn('lease_owner', 'text')
        .execute()
      await db.schema.createIndex('notifications_due').on('notifications').column('due_at').execute()
    },
  },
  '0006_run_times': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('run_times')
        .addColumn('operation_id', 'text', (column) => column.notNull())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('queue_ms', 'bigint', (column) => column.notNull())
        .addColumn('run_ms', 'bigint', (column) => column.notNull())
        .addColumn('ended_at', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createIndex('run_times_newest')
        .on('run_times')
        .columns(['operation_id', 'ended_at desc'])
        .execute()
    },
  },
  // Decides the race of two who take one request in. Two generations never had one before, but an index must not fail on it.
  '0007_one_generation_a_request': {
    async up(db: Kysely<unknown>) {
      await sql`update generations set request_id = null where request_id is not null and id not in
        (select min(id) from generations where request_id is not null group by request_id)`.execute(db)
      await db.schema.dropIndex('generations_request').execute()
      await db.schema
        .createIndex('generations_request')
        .unique()
        .on('generations')
        .column('request_id')
        .execute()
    },
  },
  // A lease for each generation was one write for each, every five seconds, for as long as it was under way.
  '0008_replicas': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('replicas')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema.dropIndex('generations_unfinished').execute()
      await db.schema.alterTable('generations').dropColumn('lease_until').execute()
      await sql`update generations set lease_owner = null where is_active = 0`.execute(db)
      await sql`create index generations_held on generations (lease_owner) where is_active = 1`.execute(db)
    },
  },
}
