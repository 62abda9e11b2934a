import { expect, test } from 'vitest'
import { runKills } from './run.ts'

test('under faults, storms and a killed server nothing is lost and nothing is paid twice', async () => {
  const result = await runKills({
    seed: 7,
    generations: 40,
    hasCancels: true,
    killWithinMs: 3_000,
    deadlineMs: 100_000,
  })
  expect(result, result.findings.join('\n')).toMatchObject({ lost: 0, paidTwice: 0, notFinal: 0, wrong: 0 })
  // Only that the run does its work: the slower the machine, the more submissions are given up as lost.
  expect(result.completed).toBeGreaterThan(10)
  expect(result.kills).toBeGreaterThan(0)
})
