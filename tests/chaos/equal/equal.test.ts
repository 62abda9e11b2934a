import { expect, test } from 'vitest'
import { runEqual } from './run.ts'

test('100 equal mutations at once are one generation, and 99 are told that it was there', async () => {
  expect(await runEqual(1)).toEqual({ generations: 1, replayed: 99, submissions: 1 })
})
