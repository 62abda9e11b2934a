import { afterEach, beforeEach, expect, test } from 'vitest'
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
