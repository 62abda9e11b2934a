import { createMemoryStore } from '@pika-kit/core/memory'
import { expect, test } from 'vitest'
import { createLedger } from './ledger.ts'
import { happeningsOf, stateOf } from './operations.ts'
import { runStore } from './run.ts'

test('a store that is killed while it writes opens again, and holds what it acknowledged', async () => {
  const result = await runStore({ seed: 3, kills: 5, killsAtStart: 2 })
  expect(result.findings).toEqual([])
  expect(result.acknowledged).toBeGreaterThan(20)
})

test('a write that was acknowledged and is not there is found', async () => {
  const store = createMemoryStore()
  await store.insert(stateOf('gen_1', 1), happeningsOf(1), 'writer', 10)
  const ledger = createLedger()
  const line = { id: 'gen_1', revision: 1, events: 1, kind: 'insert' }
  ledger.read(JSON.stringify({ at: 'done', ...line }))
  ledger.read(JSON.stringify({ at: 'begun', ...line, kind: 'update', revision: 2, events: 3 }))
  expect(await ledger.compare(store)).toEqual([])
  ledger.read(JSON.stringify({ at: 'done', ...line, kind: 'update', revision: 2, events: 3 }))
  expect(await ledger.compare(store)).toEqual([expect.stringContaining('gen_1')])
})
