import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generate } from '../test-support/graphql-request.ts'
import { event, json, type ScriptedFal, startScriptedFal, stream } from '../test-support/scripted-fal.ts'
import { createTestServer, type TestServer } from '../testing.ts'
import { createMetrics } from './metrics.ts'
import { createUpstreamRequests } from './upstream-requests.ts'

const NAME = 'pika_upstream_requests_per_generation'
const endOf = (requestId: string) => ({ operationId: 'TEXT_TO_VIDEO', requestId })

describe('on the way from fal to those who watch', () => {
  let fal: ScriptedFal
  let server: TestServer
  beforeEach(async () => {
    fal = await startScriptedFal()
    fal.on('POST', /text-to-video/, json(200, { request_id: 'req-1', queue_position: 0 }))
    fal.on(
      'GET',
      /\/requests\/req-1$/,
      json(200, { video: { url: 'https://v3b.fal.media/files/b/word/out.mp4' } }),
    )
    server = await createTestServer({ fal: { key: 'test', baseUrl: fal.url } })
  })
  afterEach(async () => {
    await server.close()
    await fal.close()
  })

  test.each([0, 1, 10, 100])('%i watchers cost three requests: submit, stream, result', async (count) => {
    let finish = () => {}
    const isFollowed = new Promise<void>((resolve) => {
      fal.on('GET', /\/status\/stream/, (response, seen) => {
        finish = () => stream([event({ status: 'COMPLETED', logs: [] })])(response, seen)
        resolve()
      })
    })
    const id = await generate(server.url)
    await isFollowed
    // Several sockets, as of several people.
    const clients = Array.from({ length: Math.ceil(count / 10) }, () =>
      createClient({ url: `${server.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket }),
    )
    const query = 'subscription ($id: ID!) { generationUpdated(id: $id) { status logs { message } } }'
    const watchers = Array.from({ length: count }, (_, index) =>
      clients[Math.floor(index / 10)]!.iterate({ query, variables: { id } }),
    )
    await Promise.all(watchers.map((watcher) => watcher.next()))
    finish()
    const lasts = await Promise.all(
      watchers.map(async (watcher) => {
        let last: unknown
        for await (const { data } of watcher) last = data
        return last
      }),
    )
    expect(lasts).toEqual(
      watchers.map(() => ({
        generationUpdated: expect.objectContaining({ status: 'COMPLETED' }) as unknown,
      })),
    )
    const page = async () => (await fetch(`${server.url}/metrics`)).text()
    await expect.poll(page).toContain(`${NAME}_count{operation="TEXT_TO_VIDEO"} 1`)
    expect(await page()).toContain(`${NAME}_sum{operation="TEXT_TO_VIDEO"} 3`)
    expect(fal.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET'])
    for (const client of clients) await client.dispose()
  })
})

test('requests are counted by generation, in buckets, and told once, when it is final', async () => {
  const metrics = createMetrics(async () => new Map())
  const upstream = createUpstreamRequests(metrics)
  upstream.made('submit', null)
  upstream.accepted('req-1')
  for (const kind of ['stream', 'status', 'status', 'result']) upstream.made(kind, 'req-1')
  upstream.made('stream', 'req-2')
  expect(await metrics.render()).not.toContain(`${NAME}_count`)
  for (let times = 0; times < 2; times++) upstream.ended(endOf('req-1'))
  const lines = (await metrics.render()).split('\n')
  const inOperation = (suffix: string, le?: string) =>
    `${NAME}_${suffix}{operation="TEXT_TO_VIDEO"${le === undefined ? '' : `,le="${le}"`}}`
  expect(lines).toContain(`# TYPE ${NAME} histogram`)
  expect(lines).toContain(`${inOperation('bucket', '4')} 0`)
  expect(lines).toContain(`${inOperation('bucket', '5')} 1`)
  expect(lines).toContain(`${inOperation('bucket', '+Inf')} 1`)
  expect(lines).toContain(`${inOperation('sum')} 5`)
  expect(lines).toContain(`${inOperation('count')} 1`)
  expect(lines).toContain('pika_upstream_requests_total{kind="status"} 2')
})

test('what never ends here does not pile up: the one asked for longest ago is forgotten', async () => {
  const metrics = createMetrics(async () => new Map())
  const upstream = createUpstreamRequests(metrics, 2)
  for (const id of ['req-1', 'req-2', 'req-1', 'req-3']) upstream.made('status', id)
  for (const requestId of ['req-1', 'req-2', 'req-3']) upstream.ended(endOf(requestId))
  const page = await metrics.render()
  expect(page).toContain(`${NAME}_count{operation="TEXT_TO_VIDEO"} 2`)
  expect(page).toContain(`${NAME}_sum{operation="TEXT_TO_VIDEO"} 3`)
})
