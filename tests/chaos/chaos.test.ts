import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { fateOf } from './plan.ts'
import { runChaos } from './run.ts'

test('under faults and a killed server nothing is lost and nothing is submitted twice', async () => {
  const report = await runChaos({
    seed: 7,
    generations: 24,
    kills: 2,
    killWithinMs: 2_000,
    deadlineMs: 100_000,
  })
  expect(report, report.findings.join('\n')).toMatchObject({
    lost: 0,
    submittedTwice: 0,
    notFinal: 0,
    wrong: 0,
    equal: { generations: 1, replayed: 99, submissions: 1 },
  })
  expect(report.completed + report.failedAsTheyShould + report.provedAbsent).toBe(24)
  expect(report.kills).toBeGreaterThan(0)
})

test('the judge finds what it is there for', () => {
  const seed = 7
  const number = Array.from({ length: 50 }, (_, index) => index).find(
    (index) => fateOf(seed, index).scenario === null,
  )!
  const entry = (request_id: string) => ({
    request_id,
    endpoint_id: 'any',
    input: { prompt: `chaos ${number}` },
    status: 'COMPLETED' as const,
    submitted_at: '',
    webhook_url: null,
  })
  const completed = { number, status: 'COMPLETED', requestId: 'a', code: null }
  expect(judge(seed, [completed], [entry('a')])).toMatchObject({ completed: 1, findings: [] })
  expect(judge(seed, [completed], [entry('a'), entry('b')])).toMatchObject({ submittedTwice: 1 })
  expect(judge(seed, [completed], [])).toMatchObject({ wrong: 1 })
  expect(judge(seed, [{ ...completed, requestId: 'b' }], [entry('a')])).toMatchObject({ wrong: 1 })
  expect(judge(seed, [{ ...completed, status: 'UNCONFIRMED' }], [entry('a')])).toMatchObject({ notFinal: 1 })
  const lost = { ...completed, status: 'FAILED', code: 'SUBMISSION_LOST' }
  expect(judge(seed, [lost], [entry('a')])).toMatchObject({ lost: 1 })
  expect(judge(seed, [lost], [])).toMatchObject({ provedAbsent: 1, findings: [] })
})
