import { expect, test } from 'vitest'
import { runControl } from './control.ts'
import { runSubscribers } from './run.ts'

test('100 who come and go, with the server killed under them, miss nothing', async () => {
  const result = await runSubscribers({ seed: 5, subscribers: 100, generations: 5, kills: 1 })
  expect(result.findings).toEqual([])
  expect(result.connections).toBeGreaterThan(200)
})

test('the same subscribers on a plain publish-subscribe miss the end', async () => {
  const result = await runControl({ seed: 5, subscribers: 100 })
  expect(result.hung).toBeGreaterThan(0)
})
