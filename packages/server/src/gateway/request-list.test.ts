import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  html,
  json,
  type Reply,
  reset,
  type ScriptedFal,
  startScriptedFal,
} from '../test-support/scripted-fal.ts'
import { createFalGateway } from './fal-gateway.ts'
import { falHosts } from './fal-hosts.ts'

const LIST = /^\/api\/v1\/models\/requests\/by-endpoint/
const submittedAt = Date.parse('2026-11-24T09:00:00Z')
const body = { prompt: 'a lighthouse', duration: 5 }

let fal: ScriptedFal
beforeEach(async () => {
  fal = await startScriptedFal()
})
afterEach(() => fal.close())

const search = (sent: Record<string, unknown> = body) =>
  createFalGateway({
    key: 'canary-key-id:canary-secret',
    hosts: falHosts(fal.url),
    trustedOrigin: fal.url,
  }).findSubmission({ endpointId: 'fal-ai/pika/v2.2/text-to-video', body: sent, submittedAt })
const item = (request_id: string, values: object = {}) => ({
  request_id,
  endpoint_id: 'fal-ai/pika/v2.2/text-to-video',
  sent_at: '2026-11-24T09:00:01',
  json_input: body,
  ...values,
})
const list = (items: object[], more: object = {}) =>
  json(200, { items, next_cursor: null, has_more: false, ...more })

test('finds the requests with the same input around that time, oldest first', async () => {
  fal.on(
    'GET',
    LIST,
    list([
      item('late', { sent_at: '2026-11-24T09:00:20.5Z' }),
      item('early', { json_input: { duration: 5, prompt: 'a lighthouse', seed: null } }),
      item('other-input', { json_input: { ...body, prompt: 'a mill' } }),
      item('long-before', { sent_at: '2026-11-24T08:50:00Z' }),
      item('long-after', { sent_at: '2026-11-24T09:10:00Z' }),
    ]),
  )
  expect(await search()).toEqual({ type: 'listed', matching: ['early', 'late'], unreadable: [] })
  const [request] = fal.requests
  const { searchParams } = new URL(request!.url, fal.url)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    endpoint_id: 'fal-ai/pika/v2.2/text-to-video',
    expand: 'payloads',
    start: '2026-11-24T08:59:00.000Z',
  })
  expect(request!.headers.authorization).toBe('Key canary-key-id:canary-secret')
})

test('reads every page', async () => {
  fal.on('GET', LIST, (response, seen) => {
    const isFirst = !seen.url.includes('cursor=')
    const reply = isFirst ? list([item('one')], { next_cursor: 'p2', has_more: true }) : list([item('two')])
    reply(response, seen)
  })
  expect(await search()).toMatchObject({ matching: ['one', 'two'] })
})

test('what cannot be compared is named as such', async () => {
  fal.on('GET', LIST, list([item('hidden', { json_input: null })]))
  expect(await search()).toEqual({ type: 'listed', matching: [], unreadable: ['hidden'] })
  fal.on('GET', LIST, list([item('uploaded', { json_input: { image_url: 'https://v3b.fal.media/1.png' } })]))
  expect(await search({ image_url: 'data:image/png;base64,AAAA' })).toMatchObject({
    unreadable: ['uploaded'],
  })
})

test('a data URI does not make requests unreadable that differ in something else', async () => {
  const sent = { prompt: 'a lighthouse', image_urls: ['data:image/png;base64,AAAA'] }
  const uploaded = ['https://v3b.fal.media/1.png']
  fal.on(
    'GET',
    LIST,
    list([
      item('same-words', { json_input: { ...sent, image_urls: uploaded } }),
      item('other-words', { json_input: { prompt: 'a mill', image_urls: uploaded } }),
      item('more-images', { json_input: { ...sent, image_urls: [...uploaded, ...uploaded] } }),
    ]),
  )
  expect(await search(sent)).toEqual({ type: 'listed', matching: [], unreadable: ['same-words'] })
})

test.each<[string, Reply]>([
  ['403', json(403, { error: { type: 'authorization_error', message: 'no' } })],
  ['404', json(404, {})],
  ['500', json(500, {})],
  ['a page', html(200)],
  ['a reset', reset],
  ['another shape', json(200, { requests: [] })],
  ['more without a cursor', list([], { has_more: true })],
  ['more without an end', list([], { has_more: true, next_cursor: 'again' })],
])('%s proves nothing', async (_name, reply) => {
  fal.on('GET', LIST, reply)
  expect(await search()).toMatchObject({ type: 'unknown' })
})

describe('one request', () => {
  const endpointId = 'fal-ai/pika/v2.2/text-to-video'
  const lookUp = () =>
    createFalGateway({ key: 'k', hosts: falHosts(fal.url), trustedOrigin: null }).findRequest({
      endpointId,
      requestId: 'req-1',
      since: submittedAt,
    })
  const ended = { started_at: '2026-11-24T09:00:02Z', ended_at: '2026-11-24T09:01:00Z' }
  const output = { video: { url: 'https://v3.fal.media/a.mp4' } }

  test('is asked for by its id, and found with its input, state and video', async () => {
    fal.on(
      'GET',
      LIST,
      list([item('other'), item('req-1', { ...ended, status_code: 200, json_output: output })]),
    )
    expect(await lookUp()).toMatchObject({
      type: 'found',
      body,
      sentAt: submittedAt + 1_000,
      startedAt: submittedAt + 2_000,
      status: 'FINISHED',
      result: { type: 'video', video: { url: output.video.url }, billableUnits: null },
    })
    const { searchParams } = new URL(fal.requests[0]!.url, fal.url)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      endpoint_id: endpointId,
      request_id: 'req-1',
      expand: 'payloads',
      start: '2026-11-24T09:00:00.000Z',
    })
  })

  test.each<[string, object, object]>([
    ['that waits', {}, { status: 'IN_QUEUE', result: null, startedAt: null }],
    ['that runs', { started_at: ended.started_at }, { status: 'IN_PROGRESS', result: null }],
    ['without its output', { ...ended, status_code: 200 }, { status: 'FINISHED', result: null }],
    [
      'with a video that no browser should be sent to',
      { ...ended, status_code: 200, json_output: { video: { url: 'http://10.0.0.1/a.mp4' } } },
      { status: 'FINISHED', result: null },
    ],
    [
      'that the model refused',
      {
        ...ended,
        status_code: 422,
        json_output: { detail: [{ loc: ['body'], msg: 'no', type: 'content_policy_violation' }] },
      },
      { status: 'FINISHED', result: { type: 'failed', error: { code: 'CONTENT_REFUSED' } } },
    ],
    ['that was cancelled', { ...ended, status_code: 499 }, { result: { type: 'cancelled' } }],
    ['without its input', { json_input: null }, { body: null }],
  ])('%s is found so', async (_name, values, expected) => {
    fal.on('GET', LIST, list([item('req-1', values)]))
    expect(await lookUp()).toMatchObject({ type: 'found', ...expected })
  })

  test('that the list does not show is absent, and a list that cannot be read says nothing', async () => {
    fal.on('GET', LIST, list([item('other')]))
    expect(await lookUp()).toEqual({ type: 'absent' })
    for (const reply of [json(403, {}), html(502), json(200, { items: 'none' }), reset]) {
      fal.on('GET', LIST, reply)
      expect((await lookUp()).type).toBe('unknown')
    }
  })
})
