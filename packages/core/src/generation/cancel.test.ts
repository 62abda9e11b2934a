import { expect, test } from 'vitest'
import { generationError } from '../errors.ts'
import { createFakeGateway, fakeStatuses, silentAfter } from '../testing/fake-gateway.ts'
import { startGenerations, textRequest } from '../testing/generation-test.ts'

const waiting = () =>
  createFakeGateway({ follow: (_request, signal) => silentAfter(fakeStatuses.slice(0, 1), signal) })

test('what waits in the queue is cancelled at the provider, and its end tells', async () => {
  let isCancelled = false
  const gateway = createFakeGateway({
    follow: async function* (_request, signal) {
      yield* isCancelled ? [fakeStatuses[3]!] : silentAfter(fakeStatuses.slice(0, 1), signal)
    },
    cancel: async () => {
      isCancelled = true
      return 'requested'
    },
  })
  const { generations, generate, until, ports } = startGenerations({ gateway })
  const { id } = await generate()
  await until(id, 'IN_QUEUE')
  const result = await generations.cancel('ada', id)
  expect(result).toMatchObject({
    type: 'requested',
    generation: { status: 'IN_QUEUE', cancelRequestedAt: ports.clock.now() },
  })
  expect(gateway.cancellations).toEqual([
    { endpointId: 'fal-ai/pika/v2.2/text-to-video', requestId: 'req_1' },
  ])
  await generations.cancel('ada', id)
  const events = await ports.store.events(id, 0, 100)
  expect(events.filter((event) => event.type === 'cancel-requested')).toHaveLength(1)
})

test('what was not submitted yet never is', async () => {
  const { generations, ports, until } = startGenerations({
    gateway: createFakeGateway({
      submit: async () => ({ type: 'refused', error: generationError('RATE_LIMITED'), retryAfterMs: 60_000 }),
    }),
  })
  const stored = await generations.generate('ada', textRequest)
  if (stored.type !== 'accepted') throw new Error(stored.type)
  const { id } = stored.generation
  await ports.clock.runUntil(async () => {
    const found = await ports.store.find(id)
    return ports.gateway.submissions.length === 1 && found?.submissionStartedAt === null
  })
  expect(await generations.cancel('ada', id)).toMatchObject({
    type: 'cancelled',
    generation: { status: 'CANCELLED' },
  })
  await until(id, 'CANCELLED')
  await ports.clock.runUntil(() => ports.clock.sleepers === 1)
  expect(ports.gateway.submissions).toHaveLength(1)
})

test('what is being submitted is cancelled as soon as the provider knows it', async () => {
  let accept = () => {}
  const gateway = createFakeGateway({
    submit: () =>
      new Promise((resolve) => {
        accept = () => resolve({ type: 'accepted', requestId: 'req_1', queuePosition: 0 })
      }),
    follow: (_request, signal) => silentAfter([], signal),
  })
  const { generations, generate, ports } = startGenerations({ gateway })
  const { id } = await generate()
  await ports.clock.runUntil(() => gateway.submissions.length === 1)
  expect(await generations.cancel('ada', id)).toMatchObject({ type: 'requested' })
  expect(gateway.cancellations).toEqual([])
  accept()
  await ports.clock.runUntil(() => gateway.cancellations.length === 1)
})

test.each(['too-late', 'unknown'] as const)(
  'the provider says %s: so does the answer, and nothing is final by it',
  async (outcome) => {
    const gateway = waiting()
    gateway.cancel = async () => outcome
    const { generations, generate, until } = startGenerations({ gateway })
    const { id } = await generate()
    await until(id, 'IN_QUEUE')
    expect(await generations.cancel('ada', id)).toMatchObject({
      type: outcome,
      generation: { status: 'IN_QUEUE' },
    })
  },
)

test('what has ended stays as it is', async () => {
  const { generations, generate, until, ports } = startGenerations()
  const { id } = await generate()
  const ended = await until(id, 'COMPLETED')
  expect(await generations.cancel('ada', id)).toEqual({ type: 'too-late', generation: ended })
  expect(await ports.store.find(id)).toEqual(ended)
})

test('only what has ended is deleted, and is gone then', async () => {
  const { generations, generate, until } = startGenerations({ gateway: waiting() })
  const { id, webhookToken } = await generate()
  await until(id, 'IN_QUEUE')
  expect(await generations.delete('ada', id)).toMatchObject({ type: 'active', generation: { id } })
  await generations.report(webhookToken, { type: 'cancelled' }, 'req_1')
  expect(await generations.delete('ada', id)).toEqual({ type: 'deleted', id })
  expect(await generations.find('ada', id)).toBeNull()
  expect(await generations.delete('ada', id)).toEqual({ type: 'not-found' })
})

test('for somebody else each method answers as for an id that is not there', async () => {
  const { generations, generate, until } = startGenerations()
  const { id } = await generate()
  await until(id, 'COMPLETED')
  for (const ask of [
    (of: string) => generations.find('eve', of),
    (of: string) => generations.cancel('eve', of),
    (of: string) => generations.delete('eve', of),
    (of: string) => generations.retry('eve', of),
    (of: string) => generations.events('eve', [{ generationId: of, after: 0 }], 10),
    (of: string) => generations.watch('eve', of),
    (of: string) => generations.watchEvents('eve', of, 0),
  ]) {
    expect(await ask(id)).toEqual(await ask('gen_none'))
  }
  expect((await generations.list({ viewerId: 'eve', filter: {}, first: 10 })).generations).toEqual([])
  expect(await generations.find('ada', id)).toMatchObject({ status: 'COMPLETED' })
})
