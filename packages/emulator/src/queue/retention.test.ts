import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Emulator } from '../emulator.ts'
import {
  call,
  clientOf,
  follow,
  FRAMES,
  PIKAFRAMES,
  startEmulator,
  submit,
} from '../testing/quick-emulator.ts'

async function completed(emulator: Emulator, input: unknown = FRAMES, headers: Record<string, string> = {}) {
  const id = await submit(emulator, input, { headers })
  await follow(emulator, id)
  return id
}

const resultOf = (emulator: Emulator, id: string) => call(emulator, `/queue/fal-ai/pika/requests/${id}`)

async function listed(emulator: Emulator, id: string): Promise<Record<string, unknown> | undefined> {
  const query = `endpoint_id=${PIKAFRAMES}&request_id=${id}&expand=payloads`
  const { items } = (await (await call(emulator, `/api/v1/models/requests/by-endpoint?${query}`)).json()) as {
    items: Record<string, unknown>[]
  }
  return items[0]
}

/** A refused input whose result, which echoes it, is that many bytes long. */
async function resultOfBytes(emulator: Emulator, bytes: number): Promise<string> {
  const refused = (length: number) => ({ ...FRAMES, resolution: 'x'.repeat(length) })
  const short = await resultOf(emulator, await completed(emulator, refused(1)))
  const overhead = (await short.arrayBuffer()).byteLength - 1
  return completed(emulator, refused(bytes - overhead))
}

test('a result is answered for an hour, and its request is known and listed for ever', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const id = await completed(emulator)
  await emulator.advance(3590)
  const kept = await resultOf(emulator, id)
  expect(kept.status).toBe(200)
  const output = await kept.json()
  await emulator.advance(10)
  const gone = await resultOf(emulator, id)
  expect([gone.status, await gone.json()]).toEqual([404, { detail: 'The result has expired' }])
  expect(gone.headers.get('x-fal-request-id')).toBe(id)
  await expect(clientOf(emulator).queue.result(PIKAFRAMES, { requestId: id })).rejects.toMatchObject({
    status: 404,
  })
  const status = await call(emulator, `/queue/fal-ai/pika/requests/${id}/status`)
  expect(await status.json()).toMatchObject({ status: 'COMPLETED' })
  expect(await listed(emulator, id)).toMatchObject({
    status_code: 200,
    json_input: FRAMES,
    json_output: output,
  })
})

test('a result of 10 KB is answered for six minutes, one of a byte less for the hour', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const small = await resultOfBytes(emulator, 9_999)
  const large = await resultOfBytes(emulator, 10_000)
  const codes = async () => [
    (await resultOf(emulator, small)).status,
    (await resultOf(emulator, large)).status,
  ]
  await emulator.advance(350)
  expect(await codes()).toEqual([422, 422])
  await emulator.advance(10)
  expect(await codes()).toEqual([422, 404])
  await emulator.advance(3230)
  expect(await codes()).toEqual([422, 404])
  await emulator.advance(10)
  expect(await codes()).toEqual([404, 404])
})

test('the list shows payloads for thirty days, and none where payload storage was off', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const stored = await completed(emulator)
  const unstored = await completed(emulator, FRAMES, { 'x-fal-store-io': '0' })
  const nothing = { json_input: null, json_output: null }
  expect(await listed(emulator, unstored)).toMatchObject({ request_id: unstored, ...nothing })
  expect((await resultOf(emulator, unstored)).status).toBe(200)
  const day = 24 * 60 * 60
  await emulator.advance(30 * day - 60)
  expect(await listed(emulator, stored)).toMatchObject({ json_input: FRAMES })
  await emulator.advance(60)
  expect(await listed(emulator, stored)).toMatchObject({ request_id: stored, status_code: 200, ...nothing })
})

test('output and uploads live as long as their lifecycle header says', async () => {
  const emulator = await startEmulator({ queueSeconds: 0 })
  const lifecycle = JSON.stringify({ expiration_duration_seconds: 120 })
  const id = await completed(emulator, FRAMES, { 'x-fal-object-lifecycle-preference': lifecycle })
  const { video } = (await (await resultOf(emulator, id)).json()) as { video: { url: string } }
  const upload = (expiresIn: 'never' | number) =>
    clientOf(emulator).storage.upload(new Blob(['a'], { type: 'text/plain' }), { lifecycle: { expiresIn } })
  const urls = [video.url, await upload(300), await upload('never')]
  const codes = () => Promise.all(urls.map(async (url) => (await fetch(url)).status))
  expect((await fetch(video.url)).headers.get('cache-control')).toBe('no-store')
  await emulator.advance(110)
  expect(await codes()).toEqual([200, 200, 200])
  await emulator.advance(10)
  expect(await codes()).toEqual([404, 200, 200])
  await emulator.advance(180)
  expect(await codes()).toEqual([404, 404, 200])
})

test('what has aged before a restart has aged after it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pika-emulator-test-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const first = await startEmulator({ dataDir, queueSeconds: 0 })
  const id = await completed(first)
  const file = await clientOf(first).storage.upload(new Blob(['a']), { lifecycle: { expiresIn: 3600 } })
  await first.advance(3000)
  await first.close()
  const second = await startEmulator({ dataDir, queueSeconds: 0 })
  const codes = async () => [
    (await resultOf(second, id)).status,
    (await fetch(file.replace(first.url, second.url))).status,
  ]
  expect(await codes()).toEqual([200, 200])
  const moved = await call(second, '/_emulator/clock', { json: { advance: 600 } })
  expect(await moved.json()).toEqual({ now: expect.any(String), advanced: 3600 })
  expect(await codes()).toEqual([404, 404])
  expect(await listed(second, id)).toMatchObject({ json_input: FRAMES })
})

test('a webhook is tried until the result expires, at the waits of fal, and a late one is signed with the real time', async () => {
  const timestamps: number[] = []
  const server = createServer((request, response) => {
    timestamps.push(Number(request.headers['x-fal-webhook-timestamp']))
    request.resume().on('end', () => response.writeHead(503).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const emulator = await startEmulator({ queueSeconds: 0, speed: 1 })
  const { request_id: requestId } = await clientOf(emulator).queue.submit(PIKAFRAMES, {
    input: FRAMES,
    webhookUrl,
  })
  await follow(emulator, requestId)
  await expect.poll(() => timestamps.length).toBeGreaterThan(0)
  // The first at once, then after 1, 2, 4, … 512 seconds, then every 600.
  await emulator.advance(1000)
  expect(timestamps).toHaveLength(10)
  await emulator.advance(2500)
  expect(timestamps).toHaveLength(15)
  await emulator.advance(24 * 60 * 60)
  expect(timestamps).toHaveLength(15)
  for (const timestamp of timestamps) expect(Math.abs(timestamp - Date.now() / 1000)).toBeLessThan(60)
})

test('a jump takes a request through the line, and ends the one whose start timeout it passes', async () => {
  const emulator = await startEmulator({ speed: 1, queueSeconds: 1000 })
  const passing = await submit(emulator)
  const expiring = await submit(emulator, FRAMES, { headers: { 'x-fal-request-timeout': '500' } })
  await emulator.advance(600)
  expect((await resultOf(emulator, expiring)).status).toBe(504)
  expect((await resultOf(emulator, passing)).status).toBe(400)
  await emulator.advance(400)
  expect((await follow(emulator, passing)).at(-1)).toMatchObject({ status: 'COMPLETED' })
})

test.each([0, -5, '60', null])('the clock refuses to advance by %j', async (advance) => {
  const emulator = await startEmulator()
  const answer = await call(emulator, '/_emulator/clock', { json: { advance } })
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { detail: 'advance must be a number of seconds above 0' },
  ])
  await expect(emulator.advance(advance as number)).rejects.toThrow('advance is')
  expect(await (await call(emulator, '/_emulator/clock')).json()).toMatchObject({ advanced: 0 })
})
