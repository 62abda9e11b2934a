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
