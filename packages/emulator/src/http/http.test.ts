import { request } from 'node:http'
import { createFalClient, withProxy } from '@fal-ai/client'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, falClientOptions, scenarioDescriptions } from '../index.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'

const PIKAFRAMES = 'fal-ai/pika/v2.2/pikaframes'
const picture = `data:image/png;base64,${'AAAA'.repeat(100)}`
const input = { image_urls: [picture, picture] }
const headers = { authorization: 'Key any', 'content-type': 'application/json' }

async function start() {
  const emulator = await createEmulator({ speed: 100, renderer: fakeRenderer() })
  onTestFinished(() => emulator.close())
  return emulator
}

const post = (url: string, body: unknown, extra: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { ...headers, ...extra }, body: JSON.stringify(body) })

test('a page of any origin may submit, and read the headers that carry meaning', async () => {
  const { url } = await start()
  const asked = 'authorization,content-type,x-fal-queue-priority'
  const preflight = await fetch(`${url}/queue/${PIKAFRAMES}`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://app.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': asked,
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toBe(asked)
  const answer = await post(`${url}/queue/${PIKAFRAMES}`, input, { origin: 'https://app.example' })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('access-control-expose-headers')).toContain('x-fal-request-id')
  expect(answer.headers.get('x-fal-request-id')).toBeTruthy()
})

test.each([
  ['a foreign page', { origin: 'https://evil.example' }, 403],
  ['a page without an origin of its own', { origin: 'null' }, 403],
  ['a foreign page’s form or image', { 'sec-fetch-site': 'cross-site' }, 403],
  [
    'a name that was rebound to this machine',
    { host: 'evil.example:4100', origin: 'http://evil.example:4100' },
    403,
  ],
  ['a page of this machine', { origin: 'http://localhost:5173' }, 200],
  ['a program', {}, 200],
  ['a program in another container', { host: 'emulator:4100' }, 200],
])(
  'the control page and its addresses, called by %s',
  async (_who, extra: Record<string, string>, status) => {
    const { url } = await start()
    for (const [method, path, body] of [
      ['POST', '/_emulator/scenario', '{"scenario":"slow"}'],
      ['DELETE', '/_emulator/requests', undefined],
      ['GET', '/_emulator/requests', undefined],
      ['GET', `/api/v1/models/requests/by-endpoint?endpoint_id=${PIKAFRAMES}`, undefined],
      ['GET', '/', undefined],
    ] as const) {
      const answer = await raw(url + path, method, { ...headers, ...extra }, body)
      expect(answer.status, `${method} ${path}`).toBe(status)
      expect(answer.allowed ?? 'nobody', path).toBe(
        status === 200 && extra['origin'] ? extra['origin'] : 'nobody',
      )
    }
  },
)

/** By node:http, as `fetch` lets nobody choose Host and Origin. */
function raw(url: string, method: string, headers: Record<string, string>, body?: string) {
  return new Promise<{ status: number | undefined; allowed: string | undefined }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume()
      const allowed = response.headers['access-control-allow-origin']
      response.on('end', () => resolve({ status: response.statusCode, allowed }))
    })
    sent.on('error', reject).end(body)
  })
}

test('a link of a foreign page may lead to the control page, and a form of it may not change anything', async () => {
  const { url } = await start()
  const foreign = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect(await raw(url, 'GET', foreign)).toMatchObject({ status: 200 })
  const form = { ...foreign, origin: 'https://evil.example', 'content-type': 'text/plain' }
  expect(await raw(`${url}/_emulator/scenario`, 'POST', form, '{"scenario":"slow"}')).toMatchObject({
    status: 403,
  })
})

test('the root is a page for browsers and JSON for programs', async () => {
  const { url } = await start()
  const json = await fetch(url)
  expect(await json.json()).toMatchObject({ hosts: { 'queue.fal.run': '/queue' } })
  const html = await fetch(url, { headers: { accept: 'text/html,*/*;q=0.8' } })
  expect(html.headers.get('content-type')).toContain('text/html')
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
  for (const [, file] of (await html.text()).matchAll(/(?:href|src)="(_emulator[^"]+)"/g)) {
    expect((await fetch(`${url}/${file}`)).status, file).toBe(200)
  }
  expect((await fetch(`${url}/_emulator/page/no-such.js`)).status).toBe(404)
  expect((await fetch(`${url}/_emulator/live?first=501`)).status).toBe(400)
})

test('fal’s proxy protocol works: one address, the target in a header', async () => {
  const { url } = await start()
  const fal = createFalClient({
    credentials: 'any',
    requestMiddleware: withProxy({ targetUrl: `${url}/api/fal/proxy` }),
    proxyUrl: { url: `${url}/api/fal/proxy`, when: 'always' },
  })
  const { data } = await fal.subscribe(PIKAFRAMES, { input, pollInterval: 10 })
  expect(data.video.url).toMatch(url)
  const elsewhere = await post(url, {}, { 'x-fal-target-url': 'https://evilfal.run/x' })
  expect(elsewhere.status).toBe(400)
})

test('a host that is named by its own header is stood for too, as other mocks want it', async () => {
  const { url } = await start()
  const sent = await post(`${url}/${PIKAFRAMES}`, input, { 'x-fal-target-host': 'queue.fal.run' })
  const { request_id: id } = (await sent.json()) as { request_id: string }
  expect(sent.status).toBe(200)
  const status = await fetch(`${url}/fal-ai/pika/requests/${id}/status`, {
    headers: { ...headers, 'x-fal-target-host': 'queue.fal.run' },
  })
  expect(await status.json()).toMatchObject({ request_id: id })
})

test.each([
  ['GET', '/nothing', 404],
  ['DELETE', '/rest/tokens/', 405],
  ['GET', '/queue/fal-ai/pika/requests/none/status', 404],
  ['GET', '/files/%E0%A4%A/x', 400],
  ['GET', '/files/..%2f..%2frequests/x', 404],
])('%s %s answers %i', async (method, path, status) => {
  const { url } = await start()
  const answer = await fetch(url + path, { method, headers })
  expect(answer.status).toBe(status)
  expect(await answer.json()).toHaveProperty('detail')
})

test('a body that is not JSON is refused at once; a wrong webhook too', async () => {
  const { url } = await start()
  const broken = await fetch(`${url}/queue/${PIKAFRAMES}`, {
    method: 'POST',
    headers,
    body: '{"image_urls":',
  })
  expect(broken.status).toBe(422)
  const webhook = await post(`${url}/queue/${PIKAFRAMES}?fal_webhook=ftp://x`, input)
  expect(webhook.status).toBe(422)
  const ledger = await fetch(`${url}/_emulator/requests`)
  expect(await ledger.json()).toEqual([])
})

test('a scenario is chosen for some submissions; a name that is none answers with those that are', async () => {
  const { url } = await start()
  const chosen = await post(`${url}/_emulator/scenario`, { scenario: 'rate-limit', times: 1 })
  expect(chosen.status).toBe(200)
  const statuses = [
    await post(`${url}/queue/${PIKAFRAMES}`, input),
    await post(`${url}/queue/${PIKAFRAMES}`, input),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([429, 200])
  for (const refused of [
    await post(`${url}/_emulator/scenario`, { scenario: 'no-such' }),
    await post(`${url}/queue/${PIKAFRAMES}`, input, { 'x-emulator-scenario': 'no-such' }),
  ]) {
    expect(refused.status).toBe(400)
    const { detail } = (await refused.json()) as { detail: string }
    for (const { name } of scenarioDescriptions) expect(detail).toContain(name)
  }
})

test('the ledger shows what was accepted, with data URIs cut short', async () => {
  const { url } = await start()
  const { request_id } = (await (
    await post(`${url}/queue/${PIKAFRAMES}?fal_webhook=http://127.0.0.1:9/x`, input)
  ).json()) as {
    request_id: string
  }
  const ledger = (await (await fetch(`${url}/_emulator/requests`)).json()) as { input: typeof input }[]
  expect(ledger).toMatchObject([{ request_id, endpoint_id: PIKAFRAMES, webhook_url: 'http://127.0.0.1:9/x' }])
  expect(ledger[0]?.input.image_urls[0]?.length).toBeLessThan(picture.length)
})

test('a token for a browser is given for a key, and good in place of it', async () => {
  const { url } = await start()
  const answer = await post(`${url}/rest/tokens/`, { allowed_apps: ['pika'], token_expiration: 120 })
  const token = (await answer.json()) as string
  expect(token).toMatch(/^[\w-]{20,}$/)
  const path = `${url}/queue/fal-ai/pika/requests/none/status`
  expect((await fetch(`${path}?fal_jwt_token=${token}`)).status).toBe(404)
  expect((await fetch(path)).status).toBe(401)
})

test('the platform lists past requests with their payloads, with and without v1', async () => {
  const { url } = await start()
  const fal = createFalClient(falClientOptions(url))
  const { requestId } = await fal.subscribe(PIKAFRAMES, { input, pollInterval: 10 })
  for (const prefix of ['/v1', '']) {
    const query = new URLSearchParams({
      endpoint_id: PIKAFRAMES,
      expand: 'payloads',
      start: new Date(0).toISOString(),
    })
    const answer = await fetch(`${url}/api${prefix}/models/requests/by-endpoint?${query.toString()}`, {
      headers,
    })
    expect(await answer.json()).toMatchObject({
      has_more: false,
      items: [{ request_id: requestId, status_code: 200, json_input: input, json_output: { video: {} } }],
    })
  }
  const other = await fetch(`${url}/api/v1/models/requests/by-endpoint?endpoint_id=fal-ai/other`, { headers })
  expect(await other.json()).toMatchObject({ items: [] })
  const unnamed = await fetch(`${url}/api/v1/models/requests/by-endpoint`, { headers })
  expect(unnamed.status).toBe(400)
})
