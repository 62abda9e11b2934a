import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeStore } from '@pika-kit/core/conformance'
import pg from 'pg'
import { describe, test } from 'vitest'
import { openStore } from './open-store.ts'

describeStore('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pika-kit-store-'))
  const opened = await openStore({ directory })
  return {
    store: opened.store,
    async close() {
      await opened.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
})

const url = process.env['TEST_DATABASE_URL']
if (url) {
  describeStore('PostgreSQL', async () => {
    // A schema for each test: as empty as a new database, and much quicker.
    const schema = `pika_${randomBytes(6).toString('hex')}`
    const run = async (statement: string) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        await client.query(statement)
      } finally {
        await client.end()
      }
    }
    await run(`create schema ${schema}`)
    const own = new URL(url)
    own.searchParams.set('options', `-c search_path=${schema}`)
    const opened = await openStore({ url: own.href })
    return {
      store: opened.store,
      async close() {
        await opened.close()
        await run(`drop schema ${schema} cascade`)
      },
    }
  })
} else {
  describe('PostgreSQL', () => {
    test.skip('keeps the promises of a store: no PostgreSQL here; npm test starts one where it can, or set TEST_DATABASE_URL', () => {})
  })
}
