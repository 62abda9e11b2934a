import { expect, test } from 'vitest'
import type { SubmissionSearch } from '../ports/gateway.ts'
import { createFakeGateway } from '../testing/fake-gateway.ts'
import { startGenerations } from '../testing/generation-test.ts'
import { sampleGeneration } from '../testing/sample-generation.ts'

/** A provider that loses every reply; the list shows what the test says. */
function losesReplies(listed: () => SubmissionSearch) {
  return createFakeGateway({
    submit: async () => ({ type: 'unknown', cause: 'reset' }),
    findSubmission: async () => listed(),
  })
}
const matching = (...ids: string[]): SubmissionSearch => ({ type: 'listed', matching: ids, unreadable: [] })

test('the request list brings back a request whose reply was lost', async () => {
  const gateway = losesReplies(() => matching('req_7'))
  const { generate, until } = startGenerations({ gateway })
  expect(await until((await generate()).id, 'COMPLETED')).toMatchObject({ requestId: 'req_7' })
  expect(gateway.submissions).toHaveLength(1)
})

test('a restart asks at once where the webhook had its time: one after the other would never ask', async () => {
  const { generations, until, ports } = startGenerations({ gateway: losesReplies(() => matching('req_7')) })
  const now = ports.clock.now()
  const submissionStartedAt = now - ports.timing.confirmAfter
  const generation = sampleGeneration({ status: 'UNCONFIRMED', submissionStartedAt })
  await ports.store.insert(generation, [], 'one that died', 1)
  generations.start()
  const { submittedAt } = await until(generation.id, 'COMPLETED')
  expect(submittedAt).toBe(now)
})

test('a request that is not there after the settling time was never made: a retry is safe', async () => {
  const gateway = losesReplies(() => matching())
  const { generate, until, ports } = startGenerations({ gateway })
  const failed = await until((await generate()).id, 'FAILED')
  expect(failed.error).toMatchObject({ code: 'SUBMISSION_LOST', isRetryable: true, billing: 'NOT_BILLED' })
  expect(failed.completedAt! - failed.submissionStartedAt!).toBeGreaterThanOrEqual(ports.timing.absentAfter)
  expect(gateway.submissions).toHaveLength(1)
})

test.each<[string, SubmissionSearch]>([
  ['cannot be had', { type: 'unknown', cause: '403' }],
  ['shows a request that cannot be compared', { type: 'listed', matching: [], unreadable: ['req_x'] }],
])('nothing is guessed where the list %s', async (_name, search) => {
  const { generate, until, ports } = startGenerations({ gateway: losesReplies(() => search) })
  const { id } = await generate()
  await until(id, 'UNCONFIRMED')
  const later = ports.clock.now() + 5 * ports.timing.absentAfter
  await ports.clock.runUntil(() => ports.clock.now() > later)
  expect((await ports.store.find(id))?.status).toBe('UNCONFIRMED')
})

test('two generations with one input never get the same request, and none is left over', async () => {
  // Both read the list before either has chosen.
  const bothRead = Promise.withResolvers<void>()
  let reads = 0
  const gateway = createFakeGateway({
    submit: async () => ({ type: 'unknown', cause: 'reset' }),
    async findSubmission() {
      if (++reads === 2) bothRead.resolve()
      await bothRead.promise
      return matching('req_a', 'req_b')
    },
  })
  const { generate, until } = startGenerations({ gateway })
  const { id: first } = await generate()
  const { id: second } = await generate()
  const ended = [await until(first, 'COMPLETED'), await until(second, 'COMPLETED')]
  expect(ended.map(({ requestId }) => requestId)).toEqual(['req_a', 'req_b'])
})

test('of two with one input and one request, one has it and the other was never submitted', async () => {
  const { generate, until } = startGenerations({ gateway: losesReplies(() => matching('req_a')) })
  const { id: first } = await generate()
  const { id: second } = await generate()
  expect(await until(first, 'COMPLETED')).toMatchObject({ requestId: 'req_a' })
  expect(await until(second, 'FAILED')).toMatchObject({ requestId: null, error: { code: 'SUBMISSION_LOST' } })
})

test('a request id that fal gave survives a store that fails for a while', async () => {
  const { ports, generate, until } = startGenerations()
  const update = ports.store.update.bind(ports.store)
  let failures = 0
  ports.store.update = async (next, ...rest) => {
    if (next.requestId !== null && failures < 20) {
      failures++
      throw new Error('disk full')
    }
    return update(next, ...rest)
  }
  const { id } = await generate()
  expect(await until(id, 'COMPLETED')).toMatchObject({ requestId: 'req_1' })
  expect(failures).toBe(20)
  expect(ports.notes).toContain('error an accepted request could not be stored')
  expect(ports.gateway.submissions).toHaveLength(1)
})
