// Those who watch the same by server-sent events are served by one execution, too; those who do not, never.
import { createClient } from 'graphql-sse'
import { afterEach, expect, test } from 'vitest'
import { generate } from '../test-support/graphql-request.ts'
import { createStagedGateway, type StagedGateway } from '../test-support/staged-gateway.ts'
import { createTestServer, type TestServer } from '../testing.ts'

const UPDATED = 'subscription ($id: ID!) { generationUpdated(id: $id) { id status revision } }'
const ALL =
  'subscription { generationsUpdated { id status revision input { ... on TextToVideoGenerationInput { prompt } } } }'
const inProgress = { status: 'IN_PROGRESS', queuePosition: null, logs: [] } as const
const finished = { status: 'FINISHED', queuePosition: null, logs: [] } as const

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

async function start(): Promise<{ server: TestServer; gateway: StagedGateway }> {
  const gateway = createStagedGateway()
  const server = await createTestServer({
    gateway,
    authenticate: (request) => {
      const id = request.headers.get('x-viewer')
      return id ? { id } : null
    },
  })
  opened.push(() => server.close())
  return { server, gateway }
}

/** A stream of its own; `states` fills as they arrive. */
function watch({ url }: TestServer, viewer: string, query: string, variables: Record<string, unknown> = {}) {
  const client = createClient({ url: `${url}/graphql`, retryAttempts: 0, headers: { 'x-viewer': viewer } })
  opened.push(() => client.dispose())
  const states: { id: string; status: string; revision: number }[] = []
  const errors: unknown[] = []
  const ended = Promise.withResolvers<void>()
  const leave = client.subscribe<Record<string, (typeof states)[number]>>(
    { query, variables },
    {
      next: ({ data, errors: refused }) => {
        if (data) states.push(Object.values(data)[0]!)
        errors.push(...(refused ?? []))
      },
      error: (error) => (errors.push(error), ended.resolve()),
      complete: () => ended.resolve(),
    },
  )
  return { states, errors, ended: ended.promise, leave }
}

async function metric(server: TestServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.split(' ')[1] ?? 0)
}
const EXECUTED = 'pika_graphql_operations_total{kind="subscribe"}'

test('twenty streams of the same generation are served by one execution, and each sees it to its end', async () => {
  const { server, gateway } = await start()
  const id = await generate(server.url, 'a heron', { 'x-viewer': 'ada' })
  const watchers = Array.from({ length: 20 }, () => watch(server, 'ada', UPDATED, { id }))
  for (const { states } of watchers) await expect.poll(() => states.at(-1)?.status).toBe('IN_QUEUE')
  expect(await metric(server, 'pika_subscribers')).toBe(20)
  gateway.tell('request-1', inProgress)
  for (const { states } of watchers) await expect.poll(() => states.at(-1)?.status).toBe('IN_PROGRESS')
  const late = watch(server, 'ada', UPDATED, { id })
  await expect.poll(() => late.states).toEqual([watchers[0]?.states.at(-1)])
  gateway.tell('request-1', finished)
  for (const { ended, errors, states } of [...watchers, late]) {
    await ended
    expect(errors).toEqual([])
    expect(states.at(-1)?.status).toBe('COMPLETED')
    const revisions = states.map(({ revision }) => revision)
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b))
  }
  expect(await metric(server, EXECUTED)).toBe(1)
  await expect.poll(() => metric(server, 'pika_subscribers')).toBe(0)
})

test('one who leaves takes nothing from the others, and the last one ends it', async () => {
  const { server, gateway } = await start()
  const id = await generate(server.url, 'a heron', { 'x-viewer': 'ada' })
  const [first, second] = [watch(server, 'ada', UPDATED, { id }), watch(server, 'ada', UPDATED, { id })]
  for (const { states } of [first, second]) await expect.poll(() => states.length).toBeGreaterThan(0)
  first.leave()
  await expect.poll(() => metric(server, 'pika_subscribers')).toBe(1)
  gateway.tell('request-1', inProgress)
  await expect.poll(() => second.states.at(-1)?.status).toBe('IN_PROGRESS')
  expect(first.states.at(-1)?.status).not.toBe('IN_PROGRESS')
  second.leave()
  await expect.poll(() => metric(server, 'pika_subscribers')).toBe(0)
  // Begun anew, and not joined to what has ended.
  const third = watch(server, 'ada', UPDATED, { id })
  await expect.poll(() => third.states.at(-1)?.status).toBe('IN_PROGRESS')
  expect(await metric(server, EXECUTED)).toBe(2)
})

test('viewers never share: the same document tells each of what is theirs', async () => {
  const { server, gateway } = await start()
  const watchers = { ada: watch(server, 'ada', ALL), eve: watch(server, 'eve', ALL) }
  await expect.poll(() => metric(server, 'pika_subscribers')).toBe(2)
  expect(await metric(server, EXECUTED)).toBe(2)
  await generate(server.url, 'for ada alone', { 'x-viewer': 'ada' })
  await generate(server.url, 'for eve alone', { 'x-viewer': 'eve' })
  for (const request of ['request-1', 'request-2']) gateway.tell(request, finished)
  for (const { states } of Object.values(watchers))
    await expect.poll(() => states.at(-1)?.status).toBe('COMPLETED')
  expect(JSON.stringify(watchers.eve.states)).not.toContain('for ada alone')
  expect(JSON.stringify(watchers.ada.states)).not.toContain('for eve alone')
})

test('another viewer who names the id of one that is shared is refused, and is not counted', async () => {
  const { server } = await start()
  const id = await generate(server.url, 'a heron', { 'x-viewer': 'ada' })
  const own = watch(server, 'ada', UPDATED, { id })
  await expect.poll(() => own.states.length).toBeGreaterThan(0)
  const other = watch(server, 'eve', UPDATED, { id })
  await other.ended
  expect(other.states).toEqual([])
  expect(other.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  expect(own.errors).toEqual([])
  expect(await metric(server, 'pika_subscribers')).toBe(1)
})
