// The one call that costs money: exactly one post, and a true word about what became of it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import type { Submission } from '@pika-kit/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  cutInHalf,
  html,
  json,
  type Reply,
  reset,
  type ScriptedFal,
  startScriptedFal,
} from '../test-support/scripted-fal.ts'
import { createFalGateway } from './fal-gateway.ts'
import { falHosts, resolveFalUrl } from './fal-hosts.ts'

const KEY = 'canary-key-id:canary-secret'
const endpointId = 'fal-ai/pika/v2.2/pikaframes'
const submission: Submission = {
  endpointId,
  body: { image_urls: ['https://example.com/1.png', 'https://example.com/2.png'] },
  webhookUrl: 'https://kit.example/webhooks/fal/token',
  priority: 'low',
  startTimeout: 60,
}
const SUBMIT = /^\/queue\/fal-ai\/pika\/v2\.2\/pikaframes/

let fal: ScriptedFal
beforeEach(async () => {
  fal = await startScriptedFal()
})
afterEach(() => fal.close())

const gatewayAt = (url: string) => createFalGateway({ key: KEY, hosts: falHosts(url), trustedOrigin: url })

describe('submit', () => {
  test('posts the body with the webhook, the priority, the start timeout and the key', async () => {
    fal.on('POST', SUBMIT, json(200, { request_id: 'req-1', status: 'IN_QUEUE', queue_position: 3 }))
    const outcome = await gatewayAt(fal.url).submit(submission)
    expect(outcome).toEqual({ type: 'accepted', requestId: 'req-1', queuePosition: 3 })
    const [seen] = fal.requests
    expect(new URL(seen?.url ?? '', fal.url).searchParams.get('fal_webhook')).toBe(submission.webhookUrl)
    expect(JSON.parse(seen?.body ?? '')).toEqual(submission.body)
    expect(seen?.headers).toMatchObject({
      authorization: `Key ${KEY}`,
      'x-fal-queue-priority': 'low',
      'x-fal-request-timeout': '60',
    })
  })

  test.each<[string, Reply]>([
    ['the connection is reset after the request arrived', reset],
    ['the answer breaks off in its middle', cutInHalf],
    ['500', json(500, { detail: 'Internal' })],
    ['502 of a proxy', html(502)],
    ['503 of a proxy', html(503)],
    ['504', json(504, { detail: 'Gateway Timeout' })],
    ['408', json(408, {})],
    ['200 with a page', html(200)],
    [
      '200 with broken JSON',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"requ'),
    ],
    ['200 that names no request', json(200, { status: 'IN_QUEUE' })],
    ['200 whose request id is a path', json(200, { request_id: '../../x' })],
  ])('posts once and knows nothing: %s', async (_name, reply) => {
    fal.on('POST', SUBMIT, reply)
    expect(await gatewayAt(fal.url).submit(submission)).toMatchObject({ type: 'unknown' })
    expect(fal.requests).toHaveLength(1)
  })

  test('does not take the key to where a redirect points', async () => {
    const elsewhere = await startScriptedFal()
    fal.on(
      'POST',
      SUBMIT,
      (response) => void response.writeHead(307, { location: `${elsewhere.url}/x` }).end(),
    )
    expect(await gatewayAt(fal.url).submit(submission)).toMatchObject({ type: 'unknown' })
    expect(elsewhere.requests).toEqual([])
    await elsewhere.close()
  })

  test.each<[string, Reply, string, number | null]>([
    [
      '429 with Retry-After',
      json(429, { detail: 'slow down' }, { 'retry-after': '7' }),
      'RATE_LIMITED',
      7_000,
    ],
    ['429', json(429, {}), 'RATE_LIMITED', 2_000],
    ['503 of the queue itself', json(503, { detail: 'no place' }), 'SUBMISSION_REFUSED', 2_000],
    ['401', json(401, { detail: 'No user found for Key ID and Secret' }), 'NOT_AUTHORIZED', null],
    ['403', json(403, { detail: 'Forbidden' }), 'NOT_AUTHORIZED', null],
    [
      '403 out of credit',
      json(403, { detail: 'User is locked. Reason: Exhausted balance.' }),
      'OUT_OF_CREDIT',
      null,
    ],
    ['404', json(404, { detail: 'Application not found' }), 'SUBMISSION_REFUSED', null],
    [
      '422',
      json(422, { detail: [{ loc: ['body', 'prompt'], msg: 'bad', type: 'missing' }] }),
      'INPUT_REJECTED',
      null,
    ],
  ])('knows that it was refused, after one post: %s', async (_name, reply, code, retryAfterMs) => {
    fal.on('POST', SUBMIT, reply)
    const outcome = await gatewayAt(fal.url).submit(submission)
    expect(outcome).toMatchObject({ type: 'refused', error: { code }, retryAfterMs })
    expect(fal.requests).toHaveLength(1)
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })

  test('knows that nothing was sent where nobody listens', async () => {
    const nobody = createServer().listen(0, '127.0.0.1')
    await once(nobody, 'listening')
    const { port } = nobody.address() as AddressInfo
    nobody.close()
    await once(nobody, 'close')
    expect(await gatewayAt(`http://127.0.0.1:${port}`).submit(submission)).toMatchObject({
      type: 'refused',
      error: { code: 'SUBMISSION_UNREACHABLE' },
      retryAfterMs: 2_000,
    })
  })
})

test('sends nothing to a host that only looks like one of fal', () => {
  for (const url of [
    'https://evilfal.run/x',
    'https://queue.fal.run.evil.example/x',
    'http://queue.fal.run/x',
  ])
    expect(() => resolveFalUrl(url, falHosts(null)), url).toThrow('does not send anything to')
  expect(resolveFalUrl('https://queue.fal.run/a/b?c=1', falHosts(null))).toBe('https://queue.fal.run/a/b?c=1')
  expect(resolveFalUrl('https://queue.fal.run/a', falHosts('http://x:1/base/'))).toBe(
    'http://x:1/base/queue/a',
  )
})
