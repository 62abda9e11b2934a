// What a subscriber that does not read costs, and what it gets when it comes back.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { Observer } from '@pika-kit/core'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { afterEach, describe, expect, test } from 'vitest'
import { postGraphql } from '../test-support/graphql-request.ts'
import { createStagedGateway } from '../test-support/staged-gateway.ts'
import { createTestServer } from '../testing.ts'

const MEGABYTE = 1024 * 1024
/** Of the flood: 20,000 log lines of 1 kB, and those of the life around them. */
const LINES = 20_000
const UPDATED =
  'subscription ($id: ID!) { generationUpdated(id: $id) { status revision input { ... on ImageToVideoGenerationInput { imageUrl } } } }'
const EVENTS =
  'subscription ($id: ID!, $after: Int) { generationEvents(id: $id, after: $after) { sequence ... on GenerationLogged { log { message } } } }'
/** Makes each state a message of so many bytes. */
const LARGE = `data:image/png;base64,${'A'.repeat(60_000)}`

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

/** A WebSocket that speaks the protocol by hand, so that it can stop to read. */
async function openSocket(url: string, ...operations: { query: string; variables: object }[]) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  opened.push(() => socket.terminate())
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'connection_init' }))
  await once(socket, 'message')
  for (const [index, payload] of operations.entries()) {
    socket.send(JSON.stringify({ id: String(index), type: 'subscribe', payload }))
    await once(socket, 'message')
  }
  return socket
}

interface Told {
  generationUpdated?: { status: string }
  generationEvents?: { sequence: number }
}

/** Reads on until so many operations have completed; answers what they told. */
function readOn(socket: WebSocket, operations: number): Promise<Told[]> {
  const told: Told[] = []
  const completed = Promise.withResolvers<Told[]>()
  let left = operations
  socket.on('close', (code) => completed.reject(new Error(`closed with ${code}`)))
  socket.on('message', (message: Buffer) => {
    const { type, payload } = JSON.parse(message.toString()) as { type: string; payload?: { data: Told } }
    if (payload) told.push(payload.data)
    if (type === 'complete' && --left === 0) completed.resolve(told)
  })
  socket.resume()
  return completed.promise
}

/** A stream of server-sent events that is open, and read no further than its head. */
async function openStream(url: string, query: string, variables: object): Promise<IncomingMessage> {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) })
  const request = get(`${url}/graphql?${parameters}`, { headers: { accept: 'text/event-stream' } })
  opened.push(() => request.destroy())
  request.on('error', () => {})
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.on('error', () => {})
  return response
}

/** Starts a generation whose states are large messages. */
async function generateLarge(url: string): Promise<string> {
  const { data, errors } = await postGraphql(
    url,
    'mutation ($input: ImageToVideoInput!) { generateImageToVideo(input: $input) { ... on GenerateSuccess { generation { id } } } }',
    { input: { prompt: 'a heron', imageUrl: LARGE } },
  )
  const { generation } = (data?.['generateImageToVideo'] ?? {}) as { generation?: { id: string } }
  if (!generation) throw new Error(JSON.stringify({ data, errors }))
  return generation.id
}

/** A subscription of a client that keeps up: its first value, and later all of them. */
async function follow<Value>(url: string, query: string, variables: Record<string, unknown>) {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket })
  const values: Value[] = []
  const first = Promise.withResolvers<void>()
  const read = async () => {
    for await (const { data } of client.iterate({ query, variables })) {
      values.push(Object.values(data as Record<string, Value>)[0]!)
      first.resolve()
    }
    await client.dispose()
    return values
  }
  const ended = read()
  await first.promise
  return { ended }
}

describe('while 20,000 events happen', () => {
  /** The next message of the child that has the key. */
  const answer = async <Value>(child: ChildProcess, key: string): Promise<Value> => {
    for (;;) {
      const [message] = (await once(child, 'message')) as [Record<string, Value>]
      if (key in message) return message[key]!
    }
  }
  const startFlooded = async () => {
    const child = fork(new URL('../test-support/flooded-server.ts', import.meta.url), {
      // A small nursery: what is measured is what is kept, and not how much garbage V8 lets lie.
      execArgv: ['--conditions=@pika-kit/source', '--expose-gc', '--max-semi-space-size=4'],
    })
    opened.push(async () => {
      child.send('close')
      await once(child, 'exit')
    })
    return { child, url: await answer<string>(child, 'url') }
  }

  test('subscribers that do not read cost little and harm nobody, and get what they missed', async () => {
    const { child, url } = await startFlooded()
    const flood = async (id: string) => {
      const watcher = await follow<{ status: string }>(url, UPDATED, { id })
      child.send('flood')
      return watcher.ended
    }
    const memory = async () => {
      const rss = answer<number>(child, 'rss')
      child.send('memory')
      return rss
    }
    // The first flood is for what the process takes anyway.
    await flood(await generateLarge(url))
    const before = await memory()

    const id = await generateLarge(url)
    const socket = await openSocket(
      url,
      { query: UPDATED, variables: { id } },
      { query: EVENTS, variables: { id } },
    )
    socket.pause()
    await openStream(url, UPDATED, { id })
    await openStream(url, EVENTS, { id })
    const states = await flood(id)
    expect((await memory()) - before).toBeLessThan(32 * MEGABYTE)
    expect(states.at(-1)?.status).toBe('COMPLETED')

    // Who reads again gets the newest state, not all that were (who kept up got those), and the log without a gap.
    const missed = await readOn(socket, 2)
    const late = missed.filter(({ generationUpdated }) => generationUpdated)
    expect(late.length).toBeLessThan(states.length / 2)
    expect(late.at(-1)?.generationUpdated?.status).toBe('COMPLETED')
    const heard = missed.flatMap(({ generationEvents }) => generationEvents?.sequence ?? [])
    const log = await follow<{ sequence: number; log?: { message: string } }>(url, EVENTS, { id })
    const events = await log.ended
    expect(heard).toEqual(events.map(({ sequence }) => sequence).slice(-heard.length))
    expect(heard.length).toBeGreaterThan(LINES)
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    expect(events.filter(({ log }) => log)).toHaveLength(LINES)
  })
})

describe('a connection', () => {
  /** A server with a generation of large states, and what makes it tell another one. */
  const start = async (
    limits: { pingEveryMs?: number; stalledAfterMs?: number },
    note: Observer['note'] = () => {},
  ) => {
    const gateway = createStagedGateway()
    const server = await createTestServer({ gateway, limits, observer: { note } })
    opened.push(() => server.close())
    const id = await generateLarge(server.url)
    let position = 1_000
    const change = () =>
      gateway.tell('request-1', { status: 'IN_QUEUE', queuePosition: --position, logs: [] })
    const finish = () => gateway.tell('request-1', { status: 'FINISHED', queuePosition: null, logs: [] })
    return { url: server.url, id, change, finish }
  }
  const fillUntilStalled = async (url: string, change: () => void, transport: string) => {
    const counted = `pika_stalled_connections_total{transport="${transport}"} 1`
    const page = async () => {
      change()
      return (await fetch(`${url}/metrics`)).text()
    }
    await expect.poll(page, { interval: 5, timeout: 10_000 }).toContain(counted)
  }

  test('that takes nothing is closed in words that make its client come back', async () => {
    const { url, id, change } = await start({ stalledAfterMs: 500 })
    const socket = await openSocket(url, { query: UPDATED, variables: { id } })
    const closed = once(socket, 'close') as Promise<[number, Buffer]>
    socket.pause()
    await fillUntilStalled(url, change, 'websocket')
    socket.resume()
    const [code, reason] = await closed
    expect([code, reason.toString()]).toEqual([1013, 'Too slow: connect again.'])
  })

  test('that never reads again is cut, by WebSocket and by SSE', async () => {
    const { url, id, change } = await start({ stalledAfterMs: 100 })
    const socket = await openSocket(url, { query: UPDATED, variables: { id } })
    socket.pause()
    const stream = await openStream(url, UPDATED, { id })
    await fillUntilStalled(url, change, 'websocket')
    await fillUntilStalled(url, change, 'http')
    const subscribers = async () => (await fetch(`${url}/metrics`)).text()
    await expect.poll(subscribers, { timeout: 10_000 }).toContain('pika_subscribers 0')
    expect(stream.complete).toBe(false)
  })

  test('that is cut in the middle of a message is no news', async () => {
    const errors: string[] = []
    const { url, id, change, finish } = await start({}, (level, message) => {
      if (level === 'error') errors.push(message)
    })
    const socket = await openSocket(url, { query: UPDATED, variables: { id } })
    socket.pause()
    // Until more waits than the operating system takes: the end of the subscription is then held behind it.
    for (let told = 0; told < 200; told++) {
      change()
      await postGraphql(url, '{ viewer { id } }')
    }
    finish()
    const metrics = async () => (await fetch(`${url}/metrics`)).text()
    await expect.poll(metrics).toContain('pika_generations{status="COMPLETED"} 1')
    socket.terminate()
    await expect.poll(metrics).toContain('pika_subscribers 0')
    expect(errors).toEqual([])
  })

  test('whose peer is dead is cut, and one that only has nothing to say stays', async () => {
    const { url, id, change } = await start({ pingEveryMs: 100, stalledAfterMs: 50 })
    const idle = await openSocket(url, { query: UPDATED, variables: { id } })
    const dead = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      autoPong: false,
    })
    opened.push(() => dead.terminate())
    expect((await once(dead, 'close'))[0]).toBe(1006)
    const next = once(idle, 'message')
    change()
    expect(String(await next)).toContain('generationUpdated')
  })
})
