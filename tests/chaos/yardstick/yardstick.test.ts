import { expect, test } from 'vitest'
import { runPlain } from './run.ts'

// If the faults did not hurt the plain client, that they do not hurt Pika Kit would say nothing.
test('the same faults make the plain client pay twice', async () => {
  const result = await runPlain({
    seed: 7,
    generations: 16,
    killWithinMs: 3_000,
    deadlineMs: 10_000,
    mode: 'polling',
  })
  expect(result.kills).toBeGreaterThan(0)
  expect(result.paidTwice).toBeGreaterThan(0)
})
