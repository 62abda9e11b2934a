import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFalClient } from '@fal-ai/client'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, type EmulatorOptions, falClientOptions } from '../index.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'

const PIKAFRAMES = 'fal-ai/pika/v2.2/pikaframes'
const picture = 'data:image/png;base64,AAAA'
const input = { image_urls: [picture, picture] }

interface Delivery {
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver that answers each delivery with the next of `answers`, then 200. */
async function receive(answers: number[] = []) {
  const deliveries: Delivery[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      deliveries.push({ headers: request.headers, body })
      response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { deliveries, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

async function start(options: EmulatorOptions = {}) {
  const emulator = await createEmulator({ speed: 100, renderer: fakeRenderer(), ...options })
  onTestFinished(() => emulator.close())
  return { emulator, fal: createFalClient(falClientOptions(emulator.url)) }
}

/** The recipe of fal's documentation, with nothing of ours but the address of the keys. */
async function isSignedByFal({ headers, body }: Delivery, emulatorUrl: string): Promise<boolean> {
  const { keys } = (await (await fetch(`${emulatorUrl}/rest/.well-known/jwks.json`)).json()) as {
    keys: JsonWebKey[]
  }
  const parts = ['request-id', 'user-id', 'timestamp'].map((name) => String(headers[`x-fal-webhook-${name}`]))
  const message = [...parts, createHash('sha256').update(body).digest('hex')].join('\n')
  const signature = Buffer.from(String(headers['x-fal-webhook-signature']), 'hex')
  return keys.some(({ x }) => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: String(x) }, format: 'jwk' })
    return verify(null, Buffer.from(message), key, signature)
  })
}

test('a webhook carries the result, signed so that fal’s recipe verifies it and refuses another body', async () => {
  const { deliveries, url } = await receive()
  const { emulator, fal } = await start()
  const { request_id } = await fal.queue.submit(PIKAFRAMES, { input, webhookUrl: url })
  await expect.poll(() => deliveries.length).toBe(1)
  const [delivery] = deliveries as [Delivery]
  expect(JSON.parse(delivery.body)).toMatchObject({
    request_id,
    status: 'OK',
    payload: { video: { content_type: 'video/mp4' } },
  })
  await expect(isSignedByFal(delivery, emulator.url)).resolves.toBe(true)
  await expect(isSignedByFal({ ...delivery, body: `${delivery.body} ` }, emulator.url)).resolves.toBe(false)
  const age = Date.now() / 1000 - Number(delivery.headers['x-fal-webhook-timestamp'])
  expect(Math.abs(age)).toBeLessThan(60)
})

test('a failure is told with the body of the 422', async () => {
  const { deliveries, url } = await receive()
  const { fal } = await start()
  await fal.queue.submit(PIKAFRAMES, { input: { image_urls: [picture] }, webhookUrl: url })
  await expect.poll(() => deliveries.length).toBe(1)
  expect(JSON.parse(deliveries[0]?.body ?? '')).toMatchObject({
    status: 'ERROR',
    error: 'Invalid status code: 422',
    payload: { detail: [{ type: 'sequence_too_short' }] },
  })
})

test('what is not acknowledged is sent again; a redirect is not followed and ends it', async () => {
  const retried = await receive([500, 404])
  const redirected = await receive([302])
  const { fal } = await start()
  await fal.queue.submit(PIKAFRAMES, { input, webhookUrl: redirected.url })
  await fal.queue.submit(PIKAFRAMES, { input, webhookUrl: retried.url })
  await expect.poll(() => retried.deliveries.length).toBe(3)
  expect(redirected.deliveries).toHaveLength(1)
})

test('webhook-duplicate delivers twice, webhook-lost never, webhook-out-of-order before the status', async () => {
  const { deliveries, url } = await receive()
  const { emulator, fal } = await start({ speed: 5, queueSeconds: 0 })
  emulator.setScenario('webhook-lost', 1)
  await fal.subscribe(PIKAFRAMES, { input, webhookUrl: url, pollInterval: 10 })
  emulator.setScenario('webhook-duplicate', 1)
  const twice = await fal.subscribe(PIKAFRAMES, { input, webhookUrl: url, pollInterval: 10 })
  await expect.poll(() => deliveries.length).toBe(2)
  expect(deliveries.map(({ body }) => (JSON.parse(body) as { request_id: string }).request_id)).toEqual([
    twice.requestId,
    twice.requestId,
  ])
  emulator.setScenario('webhook-out-of-order', 1)
  const { request_id: requestId } = await fal.queue.submit(PIKAFRAMES, { input, webhookUrl: url })
  await expect.poll(() => deliveries.length).toBe(3)
  await expect(fal.queue.status(PIKAFRAMES, { requestId })).resolves.toMatchObject({ status: 'IN_PROGRESS' })
  await fal.queue.subscribeToStatus(PIKAFRAMES, { requestId, pollInterval: 20 })
  expect(deliveries).toHaveLength(3)
})

test('an undelivered webhook and the key outlive a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pika-emulator-test-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const { deliveries, url } = await receive([503])
  const first = await start({ dataDir, speed: 1, queueSeconds: 0 })
  await first.fal.queue.submit(PIKAFRAMES, { input, webhookUrl: url })
  await expect.poll(() => deliveries.length).toBe(1)
  await first.emulator.close()
  const second = await start({ dataDir })
  await expect.poll(() => deliveries.length).toBe(2)
  for (const delivery of deliveries)
    await expect(isSignedByFal(delivery, second.emulator.url)).resolves.toBe(true)
})
