import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Client, createClient } from 'graphql-ws'
import { createClient as createSseClient } from 'graphql-sse'
import { WebSocket } from 'ws'
import { afterEach, describe, expect, test } from 'vitest'
import { createPikaServer } from '../create-server.ts'
import { generate, postGraphql } from '../test-support/graphql-request.ts'
import { createStagedGateway, finishedVideo } from '../test-support/staged-gateway.ts'
import { createTestServer, type TestServer } from '../testing.ts'

const UPDATED = `subscription ($id: ID!) { generationUpdated(id: $id) { status revision queuePosition video { url } } }`
const EVENTS = `subscription ($id: ID!) { generationEvents(id: $id) { __typename } }`
/** Who a request is: the value of its header. */
const byHeader = (request: Request) => {
  const id = request.headers.get('x-viewer')
  return id ? { id } : null
}

interface Update {
  status: string
  revision: number
  queuePosition: number | null
  video: { url: string } | null
}
interface Answer {
  data?: Record<string, unknown> | null
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
}

const opened: { close?: () => unknown; dispose?: () => unknown }[] = []
const later = <Resource extends (typeof opened)[number]>(resource: Resource): Resource => {
  opened.unshift(resource)
  return resource
}
afterEach(async () => {
  for (const resource of opened.splice(0)) await (resource.dispose ?? resource.close)?.call(resource)
})

const start = async (options: Parameters<typeof createTestServer>[0] = {}) =>
  later(await createTestServer({ gateway: createStagedGateway(), ...options }))
const socketUrl = (server: TestServer) => `${server.url.replace('http', 'ws')}/graphql`
const connect = (server: TestServer, connectionParams?: Record<string, unknown>): Client =>
  later(
    createClient({
      url: socketUrl(server),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      onNonLazyError: () => {},
      ...(connectionParams && { connectionParams }),
    }),
  )
const live = (client: Pick<Client, 'iterate'>, query: string, variables: Record<string, unknown> = {}) =>
  client.iterate({ query, variables }) as AsyncIterableIterator<Answer>

const inQueue = { status: 'IN_QUEUE', queuePosition: 4, logs: [] } as const
const inProgress = {
  status: 'IN_PROGRESS',
  queuePosition: null,
  logs: [{ timestamp: '2026-01-01T00:00:00Z', level: 'INFO', message: 'Frame 1' }],
} as const
const finished = { status: 'FINISHED', queuePosition: null, logs: [] } as const

/** Follows a generation that is driven to its end while it is watched; answers all states. */
async function watchToTheEnd(
  updates: AsyncIterable<Answer>,
  gateway: ReturnType<typeof createStagedGateway>,
) {
  const seen: Update[] = []
  const told = new Set<string>()
  const next = { SUBMITTING: inQueue, IN_QUEUE: inProgress, IN_PROGRESS: finished } as const
  for await (const { data, errors } of updates) {
    expect(errors).toBeUndefined()
    const update = data?.['generationUpdated'] as Update
    seen.push(update)
    const step = next[update.status as keyof typeof next]
    if (step && !told.has(update.status)) {
      told.add(update.status)
      gateway.tell('request-1', step)
    }
  }
  return seen
}

describe.each(['WebSocket', 'SSE'])('by %s', (transport) => {
  test('the present state comes first, then each newer one, and it ends with the video', async () => {
    const gateway = createStagedGateway()
    const server = await start({ gateway })
    const client =
      transport === 'SSE'
        ? later(createSseClient({ url: `${server.url}/graphql`, retryAttempts: 0 }))
        : connect(server)
    const id = await generate(server.url)
    const seen = await watchToTheEnd(live(client as Client, UPDATED, { id }), gateway)
    expect(seen.at(-1)).toMatchObject({ status: 'COMPLETED', video: { url: finishedVideo.url } })
    const revisions = seen.map(({ revision }) => revision)
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b))
    expect(gateway.submissions).toHaveLength(1)
  })
})

test('a subscriber who comes back sees the end that came meanwhile', async () => {
  const gateway = createStagedGateway()
  const server = await start({ gateway })
  const id = await generate(server.url)
  await watchToTheEnd(live(connect(server), UPDATED, { id }), gateway)
  const seen = await watchToTheEnd(live(connect(server), UPDATED, { id }), gateway)
  expect(seen).toMatchObject([{ status: 'COMPLETED' }])
  const kinds: unknown[] = []
  for await (const { data } of live(connect(server), EVENTS, { id })) kinds.push(data?.['generationEvents'])
  expect(kinds.length).toBeGreaterThan(4)
})

describe('with authenticate', () => {
  test('nobody gets a connection without a viewer', async () => {
    const server = await start({ authenticate: byHeader })
    await expect(live(connect(server), UPDATED, { id: 'x' }).next()).rejects.toMatchObject({ code: 4403 })
    expect(await postGraphql(server.url, '{ viewer { id } }')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
  })

  test('headers in the connection params say who it is; broken ones are nobody', async () => {
    const server = await start({ authenticate: byHeader })
    const me = await live(connect(server, { headers: { 'X-Viewer': 'ada' } }), '{ viewer { id } }').next()
    expect(me.value).toEqual({ data: { viewer: { id: 'ada' } } })
    const broken = connect(server, { headers: { 'bad name\n': 'x' } })
    await expect(live(broken, '{ viewer { id } }').next()).rejects.toMatchObject({ code: 4403 })
  })

  test('another viewer gets the answer of an id that does not exist', async () => {
    const server = await start({ authenticate: byHeader })
    const id = await generate(server.url, 'mine', { 'x-viewer': 'ada' })
    const eve = connect(server, { headers: { 'x-viewer': 'eve' } })
    for (const query of [UPDATED, EVENTS]) {
      const foreign = await live(eve, query, { id }).next()
      const absent = await live(eve, query, { id: 'gen_nothing' }).next()
      expect(JSON.stringify(foreign)).toBe(JSON.stringify(absent))
      expect(JSON.stringify(foreign)).toContain('NOT_FOUND')
    }
    const read = await postGraphql(
      server.url,
      `{ generation(id: "${id}") { id } }`,
      {},
      { 'x-viewer': 'eve' },
    )
    expect(read.data).toEqual({ generation: null })
  })

  test('an authenticate that fails is masked', async () => {
    const notes: string[] = []
    const server = await start({
      authenticate: () => {
        throw new Error('SECRET')
      },
      observer: { note: (...values) => void notes.push(JSON.stringify(values)) },
    })
    const answer = await postGraphql(server.url, '{ viewer { id } }')
    expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } })
    expect(JSON.stringify(answer)).not.toContain('SECRET')
    await expect(live(connect(server), '{ viewer { id } }').next()).rejects.toMatchObject({ code: 4403 })
    expect(notes.join()).toContain('SECRET')
  })
})

describe('a socket', () => {
  const upgrade = (url: string, headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers })
      socket.on('error', () => {})
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode ?? 0)
        response.destroy()
      })
      socket.on('open', () => {
        resolve(101)
        socket.terminate()
      })
    })

  test('of another page, by another name, or on another path is refused', async () => {
    const server = await start({ allowedOrigins: ['https://app.example'] })
    const url = socketUrl(server)
    expect(await upgrade(url, { origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade(url, { origin: 'null' })).toBe(403)
    expect(await upgrade(url, { host: 'rebound.evil.example' })).toBe(403)
    expect(await upgrade(url.replace('/graphql', '/other'), {})).toBe(404)
    expect(await upgrade(url, { origin: server.url })).toBe(101)
    expect(await upgrade(url, { origin: 'https://app.example' })).toBe(101)
  })

  test('holds so many subscriptions, and frees each that ends', async () => {
    const server = await start({ limits: { subscriptionsPerSocket: 2 } })
    const client = connect(server)
    const id = await generate(server.url)
    const held = [live(client, UPDATED, { id }), live(client, UPDATED, { id })]
    for (const one of held) await one.next()
    await expect(live(client, UPDATED, { id }).next()).rejects.toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED' } },
    ])
    await held[0]?.return?.()
    expect((await live(client, UPDATED, { id }).next()).value).toMatchObject({ data: {} })
  })

  test('hears of a document that is wrong or too large, with a code', async () => {
    const client = connect(await start())
    await expect(live(client, '{ nonsense }').next()).rejects.toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ])
    await expect(live(client, `{ ${'viewer { id } '.repeat(1_100)} }`).next()).rejects.toMatchObject([
      { message: expect.stringMatching(/token/i) as string },
    ])
  })

  test('is told to come back when the server goes, and the server does not wait for the deaf', async () => {
    const server = await start()
    const socket = new WebSocket(socketUrl(server), 'graphql-transport-ws')
    await once(socket, 'open')
    const closed = once(socket, 'close')
    await Promise.all([server.close(), server.close()])
    expect((await closed)[0]).toBe(1001)
    await expect(fetch(server.url)).rejects.toThrow()
  })
})

test('listens on loopback only, where nobody authenticates', async () => {
  const server = await start()
  await expect(server.listen(0, '0.0.0.0')).rejects.toThrow('pass authenticate to createPikaServer')
})

test('takes the upgrades of a server that is not ours, and leaves its other paths alone', async () => {
  const server = await start()
  const pika = later(
    await createPikaServer({
      fal: { key: 'test' },
      database: { directory: `${server.directory}/second` },
      gateway: createStagedGateway(),
    }),
  )
  const http = createServer((_request, response) => void response.end('theirs'))
  pika.attach(http)
  const others = new Promise<string>((resolve) => {
    http.on('upgrade', (request, socket) => {
      if (request.url !== '/hmr') return
      socket.destroy()
      resolve(request.url)
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as { port: number }
  const client = later(
    createClient({ url: `ws://127.0.0.1:${port}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 }),
  )
  expect((await live(client, '{ viewer { id } }').next()).value).toEqual({
    data: { viewer: { id: 'local' } },
  })
  const hmr = new WebSocket(`ws://127.0.0.1:${port}/hmr`)
  hmr.on('error', () => {})
  expect(await others).toBe('/hmr')
  await client.dispose()
  http.closeAllConnections()
  http.close()
})
