import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from './migrations.ts'
import { openStore } from './open-store.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pika-kit-store-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const openElsewhere = () =>
  spawnSync(
    process.execPath,
    [
      '--conditions=@pika-kit/source',
      '--input-type=module',
      '--eval',
      `import { openStore } from ${JSON.stringify(fileURLToPath(new URL('./open-store.ts', import.meta.url)))}
       try { const opened = await openStore({ directory: ${JSON.stringify(directory)} }); await opened.check(); await opened.close() }
       catch (error) { process.stdout.write(error.message); process.exit(3) }`,
    ],
    { encoding: 'utf8' },
  )

test('a second process is refused with the mend, and let in when the first one is gone', async () => {
  const opened = await openStore({ directory })
  const refused = openElsewhere()
  expect(refused).toMatchObject({ status: 3 })
  expect(refused.stdout).toContain(`the folder ${directory} is in use by another Pika Kit: stop that one`)
  await opened.close()
  expect(openElsewhere()).toMatchObject({ status: 0, stdout: '' })
})

test('one process does not open a folder twice', async () => {
  const opened = await openStore({ directory })
  await expect(openStore({ directory })).rejects.toThrow('is in use by another Pika Kit')
  await opened.close()
})

test('opens what an earlier run wrote, and applies each migration once', async () => {
  await (await openStore({ directory })).close()
  const opened = await openStore({ directory })
  await opened.check()
  expect(await opened.countByStatus()).toEqual(new Map())
  await opened.close()
  const database = new SqliteDatabase(join(directory, 'pika-kit.sqlite'), { readonly: true })
  expect(database.prepare('select name from kysely_migration').all()).toEqual(
    Object.keys(migrations).map((name) => ({ name })),
  )
  database.close()
})

test('a migration that broke off leaves nothing behind, and the next start makes it whole', async () => {
  const database = new SqliteDatabase(join(directory, 'pika-kit.sqlite'))
  database.exec('create table generation_events (in_the_way integer)')
  await expect(openStore({ directory })).rejects.toThrow('already exists')
  database.exec('drop table generation_events')
  database.close()
  const opened = await openStore({ directory })
  await opened.check()
  await opened.close()
})

test('an address that is no database rejects instead of waiting', async () => {
  await expect(openStore({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow()
})
