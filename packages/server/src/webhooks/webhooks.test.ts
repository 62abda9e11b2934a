import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generate, postGraphql } from '../test-support/graphql-request.ts'
import { json, type ScriptedFal, startScriptedFal } from '../test-support/scripted-fal.ts'
import { type Delivery, deliverWebhook, JWKS, keysOf } from '../test-support/fal-webhook.ts'
import { createStagedGateway, finishedVideo, type StagedGateway } from '../test-support/staged-gateway.ts'
import { createTestServer, type TestServer } from '../testing.ts'
import { createSignatureVerifier } from './signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const deliver = (url: string, delivery: Partial<Delivery> = {}) =>
  deliverWebhook(url, { body: success, key: privateKey, ...delivery })

let fal: ScriptedFal
let gateway: StagedGateway
let server: TestServer
let webhook: string
let id: string
beforeEach(async () => {
  fal = await startScriptedFal()
  fal.on('GET', JWKS, json(200, keysOf(publicKey)))
  gateway = createStagedGateway()
  server = await createTestServer({ fal: { key: 'test', baseUrl: fal.url }, gateway })
  id = await generate(server.url)
  await expect.poll(() => gateway.submissions.length).toBe(1)
  webhook = gateway.submissions[0]?.webhookUrl ?? ''
  await expect.poll(read).toMatchObject({ status: 'IN_QUEUE' })
})
afterEach(async () => {
  await server.close()
  await fal.close()
})

async function read() {
  const query = `query ($id: ID!) { generation(id: $id) { status revision video { url } error { code } } }`
  return (await postGraphql(server.url, query, { id })).data?.['generation'] as {
    status: string
    revision: number
  }
}

const success = {
  request_id: 'request-1',
  gateway_request_id: 'x',
  status: 'OK',
  payload: { video: { url: finishedVideo.url } },
}

test('the address has a token of its own that nobody can guess, on this machine because the service is', () => {
  expect(webhook).toMatch(new RegExp(`^${server.url}/webhooks/fal/[\\w-]{32}$`))
})

test('a signed success completes the generation; a second one changes nothing', async () => {
  expect((await deliver(webhook)).status).toBe(200)
  const done = await read()
  expect(done).toMatchObject({ status: 'COMPLETED', video: { url: finishedVideo.url } })
  expect((await deliver(webhook)).status).toBe(200)
  expect((await deliver(webhook, { body: { ...success, status: 'ERROR', payload: null } })).status).toBe(200)
  expect(await read()).toEqual(done)
})

test('a signed failure is looked up where the details are', async () => {
  gateway.outcome = { type: 'cancelled' }
  expect((await deliver(webhook, { body: { ...success, status: 'ERROR', payload: null } })).status).toBe(200)
  // The follower sits on the stream: fal ends it, too.
  gateway.tell('request-1', { status: 'FINISHED', queuePosition: null, logs: [] })
  await expect.poll(read).toMatchObject({ status: 'CANCELLED' })
})

test.each<[string, Partial<Delivery>, number]>([
  ['signed by somebody else', { key: other.privateKey }, 401],
  ['with a changed bit', { tamper: (body) => body.replace('out.mp4', 'Out.mp4') }, 401],
  // The exact limit is tested below, on a clock that stands still.
  ['too old', { ahead: -400 }, 401],
  ['from the future', { ahead: 400 }, 401],
  ['without a signature', { without: 'x-fal-webhook-signature' }, 401],
  ['without a timestamp', { without: 'x-fal-webhook-timestamp' }, 401],
  ['of another request', { body: { ...success, request_id: 'request-2' } }, 404],
  ['that says nothing', { body: { status: 'OK' } }, 400],
  ['of 2 MB', { body: { ...success, padding: 'x'.repeat(2 * 1024 * 1024) } }, 413],
])('a webhook %s changes nothing', async (_name, delivery, status) => {
  const before = await read()
  expect((await deliver(webhook, delivery)).status).toBe(status)
  expect(await read()).toEqual(before)
})

test('an unknown token is answered like a wrong request, and only posts are taken', async () => {
  const unknown = await deliver(webhook.replace(/[\w-]+$/, 'A'.repeat(32)))
  const foreign = await deliver(webhook, { body: { ...success, request_id: 'request-2' } })
  expect([unknown.status, await unknown.text()]).toEqual([foreign.status, await foreign.text()])
  expect((await fetch(webhook)).status).toBe(405)
})

test('bad signatures do not make the server ask for keys again and again', async () => {
  await Promise.all(Array.from({ length: 5 }, () => deliver(webhook, { key: other.privateKey })))
  await deliver(webhook)
  expect(fal.count('GET', JWKS)).toBe(1)
})

test('while the keys cannot be fetched fal is asked to come again', async () => {
  fal.on('GET', JWKS, json(500, {}))
  expect((await deliver(webhook)).status).toBe(503)
  expect(await read()).toMatchObject({ status: 'IN_QUEUE' })
})

const verified = Buffer.from('{}')
const signedAt = 1_800_000_000_000
/** The headers of a webhook that was signed at a moment in milliseconds. */
function signedBy(key: KeyObject, now: number): Headers {
  const digest = createHash('sha256').update(verified).digest('hex')
  const timestamp = String(now / 1_000)
  const message = Buffer.from(['r', 'u', timestamp, digest].join('\n'))
  return new Headers({
    'x-fal-webhook-request-id': 'r',
    'x-fal-webhook-user-id': 'u',
    'x-fal-webhook-timestamp': timestamp,
    'x-fal-webhook-signature': sign(null, message, key).toString('hex'),
  })
}

test.each([
  [-300, true],
  [-301, false],
  [300, true],
  [301, false],
])('a signature that is %i s away from now counts: %s', async (seconds, counts) => {
  const verifier = createSignatureVerifier(`${fal.url}/rest/.well-known/jwks.json`)
  const headers = signedBy(privateKey, signedAt + seconds * 1_000)
  expect(await verifier.isSigned(headers, verified, signedAt)).toBe(counts)
})

test('new keys are found, at most every half minute', async () => {
  const verifier = createSignatureVerifier(`${fal.url}/rest/.well-known/jwks.json`)
  const isSigned = (key: KeyObject, now: number) => verifier.isSigned(signedBy(key, now), verified, now)
  expect(await isSigned(privateKey, signedAt)).toBe(true)
  fal.on('GET', JWKS, json(200, { keys: [{ x: 'broken' }, ...keysOf(other.publicKey).keys] }))
  expect(await isSigned(other.privateKey, signedAt + 1_000)).toBe(false)
  expect(await isSigned(other.privateKey, signedAt + 31_000)).toBe(true)
  expect(await isSigned(privateKey, signedAt + 32_000)).toBe(false)
})
