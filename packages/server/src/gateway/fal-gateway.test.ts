import type { ProviderStatus } from '@pika-kit/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  cutInHalf,
  event,
  html,
  json,
  type Reply,
  reset,
  type ScriptedFal,
  startScriptedFal,
  stream,
} from '../test-support/scripted-fal.ts'
import { createFalGateway } from './fal-gateway.ts'
import { falHosts } from './fal-hosts.ts'

const KEY = 'canary-key-id:canary-secret'
const endpointId = 'fal-ai/pika/v2.2/pikaframes'
const request = { endpointId, requestId: 'req-1' }
const STATUS = /^\/queue\/fal-ai\/pika\/requests\/req-1\/status\?logs=1$/
const STREAM = /^\/queue\/fal-ai\/pika\/requests\/req-1\/status\/stream\?logs=1$/
const RESULT = /^\/queue\/fal-ai\/pika\/requests\/req-1$/
const CANCEL = /^\/queue\/fal-ai\/pika\/requests\/req-1\/cancel$/
const video = { url: 'https://v3b.fal.media/files/b/word/abc_out.mp4' }

let fal: ScriptedFal
beforeEach(async () => {
  fal = await startScriptedFal()
})
afterEach(() => fal.close())

const gatewayAt = (url: string, stalledAfterMs?: number) =>
  createFalGateway({
    key: KEY,
    hosts: falHosts(url),
    trustedOrigin: url,
    ...(stalledAfterMs !== undefined && { stalledAfterMs }),
  })

describe('status', () => {
  test('reads position and logs, and leaves out what is no log line', async () => {
    const logs = [{ message: 'one', timestamp: '2026-01-01T00:00:00', labels: {} }, 'nonsense', null]
    fal.on('GET', STATUS, json(202, { status: 'IN_QUEUE', queue_position: 2, logs, surprise: true }))
    expect(await gatewayAt(fal.url).status(request)).toEqual({
      type: 'status',
      status: 'IN_QUEUE',
      queuePosition: 2,
      logs: [{ message: 'one', timestamp: '2026-01-01T00:00:00', level: 'INFO' }],
    })
  })

  test.each<[string, Reply, object]>([
    ['404', json(404, { status: 'NOT_FOUND' }), { type: 'not-found' }],
    ['500', json(500, {}), { type: 'unavailable' }],
    ['429', json(429, {}, { 'retry-after': '3' }), { type: 'unavailable', retryAfterMs: 3_000 }],
    ['an unknown status', json(200, { status: 'DREAMING' }), { type: 'unavailable' }],
    ['a reset', reset, { type: 'unavailable' }],
  ])('%s', async (_name, reply, outcome) => {
    fal.on('GET', STATUS, reply)
    expect(await gatewayAt(fal.url).status(request)).toMatchObject(outcome)
    expect(fal.requests).toHaveLength(1)
  })
})

describe('follow', () => {
  const collect = async (reply: Reply, stalledAfterMs?: number) => {
    fal.on('GET', STREAM, reply)
    const statuses: ProviderStatus[] = []
    const { signal } = new AbortController()
    for await (const status of gatewayAt(fal.url, stalledAfterMs).follow(request, signal))
      statuses.push(status)
    return statuses
  }
  const inQueue = { status: 'IN_QUEUE', queue_position: 1, logs: null }
  const completed = { status: 'COMPLETED', logs: [] }

  test('yields each status, and no comment, no nonsense', async () => {
    const pieces = [
      event(inQueue),
      ': ping\n\n',
      'data: {nonsense\n\n',
      event({ other: 1 }),
      event(completed),
    ]
    expect((await collect(stream(pieces))).map(({ status }) => status)).toEqual(['IN_QUEUE', 'FINISHED'])
    expect(fal.requests[0]?.headers.authorization).toBe(`Key ${KEY}`)
  })

  test('reads a letter that arrives in two packets', async () => {
    const line = { message: 'Frame 12 – été 🐻', timestamp: '2026-01-01T00:00:00Z', level: 'INFO' }
    const bytes = Buffer.from(event({ status: 'IN_PROGRESS', logs: [line] }))
    const single = [...bytes].map((byte) => Uint8Array.of(byte))
    const [status] = await collect(stream(single))
    expect(status?.logs).toEqual([line])
  })

  test.each<[string, Reply]>([
    ['ends early', stream([event(inQueue)])],
    ['is cut', stream([event(inQueue)], 'cut')],
    ['stalls', stream([event(inQueue)], 'silence')],
  ])('ends without an error when the stream %s', async (_name, reply) => {
    expect((await collect(reply, 300)).length).toBeLessThanOrEqual(1)
  })

  test.each<[string, Reply]>([
    ['is refused', json(404, {})],
    ['is a page', html(200)],
    ['is reset', reset],
  ])('ends without an error when the stream %s', async (_name, reply) => {
    expect(await collect(reply)).toEqual([])
  })

  test('is kept alive by comments, and freed by the abort', async () => {
    const stop = new AbortController()
    const closed = new Promise<void>((resolve) => {
      fal.on('GET', STREAM, (response, seen) => {
        response.on('close', resolve)
        stream([event(inQueue)], 'silence')(response, seen)
      })
    })
    for await (const { status } of gatewayAt(fal.url).follow(request, stop.signal)) {
      expect(status).toBe('IN_QUEUE')
      stop.abort()
    }
    await closed
  })
})

describe('result', () => {
  test('gives the video and what was billed', async () => {
    const file = { ...video, content_type: 'video/mp4', file_name: 'out.mp4', file_size: 1583228, extra: {} }
    fal.on('GET', RESULT, json(200, { video: file }, { 'x-fal-billable-units': '1.5' }))
    expect(await gatewayAt(fal.url).result(request)).toEqual({
      type: 'video',
      billableUnits: 1.5,
      video: {
        url: video.url,
        contentType: 'video/mp4',
        fileName: 'out.mp4',
        fileSize: 1583228,
        width: null,
        height: null,
        duration: null,
      },
    })
  })

  test('trusts plain http only at the service that was configured', async () => {
    fal.on('GET', RESULT, (response, seen) =>
      json(200, { video: { url: `${fal.url}/files/1.mp4` } })(response, seen),
    )
    expect(await gatewayAt(fal.url).result(request)).toMatchObject({ type: 'video' })
  })

  const detail = (type: string, loc: unknown[] = ['body', 'image_urls', 1]) => ({
    detail: [{ loc, msg: 'did not work', type, input: 'https://private.example/1.png' }],
  })
  test.each<[string, Reply, object]>([
    [
      '422 by field',
      json(422, detail('missing')),
      {
        type: 'failed',
        error: { code: 'INPUT_REJECTED', issues: [{ path: ['imageUrls', '1'], message: 'did not work' }] },
      },
    ],
    [
      '422 whose media cannot be fetched',
      json(422, detail('file_download_error')),
      { type: 'failed', error: { code: 'MEDIA_UNREADABLE' } },
    ],
    [
      '422 by policy',
      json(422, detail('content_policy_violation')),
      { type: 'failed', error: { code: 'CONTENT_REFUSED' } },
    ],
    [
      '422 with a text',
      json(422, { detail: 'no' }),
      { type: 'failed', error: { code: 'INPUT_REJECTED', detail: 'no' } },
    ],
    [
      '504 generation timeout',
      json(504, detail('generation_timeout', ['body'])),
      { type: 'failed', error: { code: 'GENERATION_TIMEOUT' } },
    ],
    [
      '504 by our start timeout',
      json(504, { detail: 'x' }, { 'x-fal-request-timeout-type': 'user' }),
      { type: 'failed', error: { code: 'START_TIMEOUT' } },
    ],
    [
      '500 of the runner',
      json(500, { detail: 'x', error_type: 'runner_server_error' }),
      { type: 'failed', error: { code: 'PROVIDER_FAILED' } },
    ],
    ['499', json(499, { detail: 'x', error_type: 'client_cancelled' }), { type: 'cancelled' }],
    ['404', json(404, { status: 'NOT_FOUND' }), { type: 'expired', cause: 'fal answered with status 404' }],
    ['400 too early', json(400, { detail: 'Request is still in progress' }), { type: 'not-ready' }],
    ['504 on the way', html(504), { type: 'unavailable' }],
    ['500 without a type', json(500, { detail: 'oops' }), { type: 'unavailable' }],
    ['429', json(429, {}, { 'retry-after': '2' }), { type: 'unavailable', retryAfterMs: 2_000 }],
    ['401', json(401, {}), { type: 'unavailable' }],
    ['a reset', reset, { type: 'unavailable' }],
    ['half an answer', cutInHalf, { type: 'unavailable' }],
    ['no video', json(200, { images: [] }), { type: 'failed', error: { code: 'RESULT_UNREADABLE' } }],
    [
      'a video by javascript:',
      json(200, { video: { url: 'javascript:alert(1)' } }),
      { type: 'failed', error: { code: 'RESULT_UNREADABLE' } },
    ],
    [
      'a video by http elsewhere',
      json(200, { video: { url: 'http://elsewhere.example/1.mp4' } }),
      { type: 'failed', error: { code: 'RESULT_UNREADABLE' } },
    ],
  ])('%s', async (_name, reply, outcome) => {
    fal.on('GET', RESULT, reply)
    expect(await gatewayAt(fal.url).result(request)).toMatchObject(outcome)
    expect(fal.count('GET', RESULT)).toBe(1)
  })

  test('the key is not in what viewers are shown, even if fal repeats it', async () => {
    fal.on('GET', RESULT, json(422, { detail: `no access for ${KEY}` }))
    const outcome = await gatewayAt(fal.url).result(request)
    expect(outcome).toMatchObject({ error: { detail: 'no access for [key]' } })
  })

  test.each<[string, object, object]>([
    ['a cancelled request stays cancelled', { error_type: 'client_cancelled' }, { type: 'cancelled' }],
    ['what the model refused is asked for again', {}, { type: 'unavailable' }],
  ])('%s where the road to its result fails', async (_name, more, outcome) => {
    fal.on('GET', RESULT, html(504))
    const status = { status: 'COMPLETED', error: 'Invalid status code: 422', ...more }
    fal.on('GET', /\/requests\/req-1\/status\?logs=0$/, json(200, status))
    expect(await gatewayAt(fal.url).result(request)).toMatchObject(outcome)
  })

  test('a 500 without a type has failed where the status says so', async () => {
    fal.on('GET', RESULT, json(500, { detail: 'oops' }))
    fal.on(
      'GET',
      /\/requests\/req-1\/status\?logs=0$/,
      json(200, { status: 'COMPLETED', error: 'Invalid status code: 500', error_type: 'internal_error' }),
    )
    expect(await gatewayAt(fal.url).result(request)).toMatchObject({
      type: 'failed',
      error: { code: 'PROVIDER_FAILED', detail: 'Invalid status code: 500' },
    })
  })
})

test.each<[Reply, string]>([
  [json(202, { status: 'CANCELLATION_REQUESTED' }), 'requested'],
  [json(200, { status: 'OK' }), 'requested'],
  [json(400, { status: 'ALREADY_COMPLETED' }), 'too-late'],
  [json(404, { status: 'NOT_FOUND' }), 'unknown'],
  [reset, 'unknown'],
])('cancel %#', async (reply, outcome) => {
  fal.on('PUT', CANCEL, reply)
  expect(await gatewayAt(fal.url).cancel(request)).toBe(outcome)
  expect(fal.requests).toHaveLength(1)
})
