import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOutbox, describeStore } from '@pika-kit/core/conformance'
import { describe, test } from 'vitest'
import { createPostgresSchema, postgresUrl } from '../test-support/postgres-schema.ts'
import { openStore } from './open-store.ts'

const openSqlite = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pika-kit-store-'))
  const opened = await openStore({ directory })
  return {
    store: opened.store,
    async close() {
      await opened.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

describeStore('SQLite', openSqlite)
describeOutbox('SQLite', openSqlite)

if (postgresUrl) {
  const openPostgres = async () => {
    const schema = await createPostgresSchema()
    const opened = await openStore({ url: schema.url })
    return {
      store: opened.store,
      async close() {
        await opened.close()
        await schema.close()
      },
    }
  }
  describeStore('PostgreSQL', openPostgres)
  describeOutbox('PostgreSQL', openPostgres)
} else {
  describe('PostgreSQL', () => {
    // oxlint-disable-next-line vitest/no-disabled-tests -- a run without PostgreSQL says so, instead of passing in silence
    test.skip('keeps the promises of a store: no PostgreSQL here; npm test starts one where it can, or set TEST_DATABASE_URL', () => {})
  })
}
