import { createFalClient, type QueueStatus, ValidationError } from '@fal-ai/client'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Emulator, createEmulator, type EmulatorOptions, falClientOptions } from './index.ts'
import { fakeRenderer } from './testing/fake-renderer.ts'

// The client is the published one, unmodified: what it can do here is what the emulator promises.

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const PIKAFRAMES = 'fal-ai/pika/v2.2/pikaframes'
const keyframes = { image_urls: [PNG, PNG], transitions: [{ duration: 2 }] }

let emulator: Emulator | undefined
afterEach(async () => {
  await emulator?.close()
  emulator = undefined
})

async function start(options: EmulatorOptions = {}) {
  emulator = await createEmulator({ speed: 50, renderer: fakeRenderer(), ...options })
  return { emulator, fal: createFalClient(falClientOptions(emulator.url)) }
}

for (const mode of ['polling', 'streaming'] as const) {
  test(`subscribe by ${mode} sees the line fall, the logs, and the video`, async () => {
    const { fal } = await start({ speed: 8 })
    const updates: QueueStatus[] = []
    const common = {
      input: keyframes,
      logs: true,
      onQueueUpdate: (update: QueueStatus) => void updates.push(update),
    }
    const { data, requestId } = await (mode === 'polling'
      ? fal.subscribe(PIKAFRAMES, { ...common, mode, pollInterval: 20 })
      : fal.subscribe(PIKAFRAMES, { ...common, mode }))

    const positions = updates.flatMap((update) =>
      update.status === 'IN_QUEUE' ? [update.queue_position] : [],
    )
    expect(positions[0]).toBeGreaterThan(0)
    expect(positions).toEqual(positions.toSorted((a, b) => b - a))
    const last = updates.at(-1)
    expect(last).toMatchObject({ status: 'COMPLETED', request_id: requestId })
    const messages = (last as { logs: { message: string }[] }).logs.map(({ message }) => message)
    expect(messages).toEqual([...new Set(messages)])
    expect(messages).toContain('fetched image 1 of 2 (1×1)')
    const video = await fetch(data.video.url)
    expect(video.headers.get('content-type')).toBe('video/mp4')
    expect((await video.arrayBuffer()).byteLength).toBe(data.video.file_size)
  })
}

test.each([
  [
    { image_urls: [PNG] },
    { loc: ['body', 'image_urls'], type: 'sequence_too_short', ctx: { min_length: 2 } },
  ],
  [
    { image_urls: Array.from({ length: 6 }, () => PNG) },
    { loc: ['body', 'image_urls'], type: 'sequence_too_long', ctx: { max_length: 5 } },
  ],
  [{}, { loc: ['body', 'image_urls'], type: 'missing' }],
  [
    { image_urls: [PNG, PNG, PNG], transitions: [{ duration: 13 }, { duration: '13' }] },
    { loc: ['body', 'transitions'], type: 'value_error' },
  ],
  [
    { ...keyframes, transitions: [{ duration: 0 }] },
    { loc: ['body', 'transitions', 0, 'duration'], type: 'greater_than_equal' },
  ],
  [
    { ...keyframes, transitions: [] },
    { loc: ['body', 'transitions'], type: 'value_error' },
  ],
  [
    { ...keyframes, resolution: '4k' },
    { loc: ['body', 'resolution'], type: 'one_of' },
  ],
])('an invalid input %# is accepted and ends as a 422 that names the field', async (input, detail) => {
  const { fal } = await start()
  const error: unknown = await fal
    .subscribe(PIKAFRAMES, { input: input as typeof keyframes, pollInterval: 10 })
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ValidationError)
  expect((error as ValidationError).body).toMatchObject({ detail: [detail] })
})

test('cancel takes a queued request out of the line, and stops a running one', async () => {
  const renderer = fakeRenderer({ waits: true })
  const { fal } = await start({ concurrency: 1, renderer })
  const running = await fal.queue.submit(PIKAFRAMES, { input: keyframes })
  await expect
    .poll(async () => (await fal.queue.status(PIKAFRAMES, { requestId: running.request_id })).status)
    .toBe('IN_PROGRESS')
  const queued = await fal.queue.submit(PIKAFRAMES, { input: keyframes })
  for (const { request_id: requestId } of [queued, running]) {
    await fal.queue.cancel(PIKAFRAMES, { requestId })
    await expect(fal.queue.status(PIKAFRAMES, { requestId })).resolves.toMatchObject({
      status: 'COMPLETED',
      error_type: 'client_cancelled',
    })
    await expect(fal.queue.result(PIKAFRAMES, { requestId })).rejects.toMatchObject({ status: 499 })
    await expect(fal.queue.cancel(PIKAFRAMES, { requestId })).rejects.toMatchObject({
      status: 400,
      body: { status: 'ALREADY_COMPLETED' },
    })
  }
  expect(renderer.rendered).toBe(0)
  await expect(fal.queue.cancel(PIKAFRAMES, { requestId: 'nobody' })).rejects.toMatchObject({
    status: 404,
    body: { status: 'NOT_FOUND' },
  })
})

test.each([1, 91])('storage.upload of %i MB comes back byte for byte', async (megabytes) => {
  const { fal } = await start()
  const bytes = new Uint8Array(megabytes * 1024 * 1024).map((_, index) => index % 251)
  const url = await fal.storage.upload(new File([bytes], 'holiday photo.png', { type: 'image/png' }))
  expect(url).toMatch(new RegExp(`^${emulator?.url}/files/`))
  const served = await fetch(url)
  expect(served.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
})

test('a Blob in the input is uploaded and rendered from the own storage', async () => {
  const { fal, emulator } = await start()
  const picture = new Blob([Buffer.from(PNG.split(',')[1] ?? '', 'base64')], { type: 'image/png' })
  await fal.subscribe('fal-ai/pika/v1.5/pikaffects', {
    input: { image_url: picture, pikaffect: 'Melt' },
    pollInterval: 10,
  })
  expect(emulator.requests()).toMatchObject([
    { status: 'COMPLETED', input: { image_url: expect.stringContaining('/files/') as unknown } },
  ])
})

test('a program without a key is refused with fal’s words', async () => {
  const { emulator } = await start()
  const { fetch } = falClientOptions(emulator.url)
  const fal = createFalClient({ fetch, credentials: () => undefined })
  await expect(fal.queue.submit(PIKAFRAMES, { input: keyframes })).rejects.toMatchObject({
    status: 401,
    body: { detail: 'No user found for Key ID and Secret' },
  })
})

test('the synchronous run answers with the video; an unknown endpoint is 404', async () => {
  const { fal } = await start()
  await expect(fal.run(PIKAFRAMES, { input: keyframes })).resolves.toMatchObject({
    data: { video: { content_type: 'video/mp4' } },
  })
  await expect(fal.queue.submit('fal-ai/pika/v9/nothing', { input: {} })).rejects.toMatchObject({
    status: 404,
  })
})

test('a request whose start timeout passes ends as the user’s own 504', async () => {
  const { fal } = await start({ scenario: 'queue-stuck' })
  const { request_id: requestId } = await fal.queue.submit(PIKAFRAMES, { input: keyframes, startTimeout: 2 })
  await expect.poll(async () => (await fal.queue.status(PIKAFRAMES, { requestId })).status).toBe('COMPLETED')
  await expect(fal.queue.result(PIKAFRAMES, { requestId })).rejects.toMatchObject({
    status: 504,
    isUserTimeout: true,
  })
})

test('a queue and its results survive a restart on the same folder', async ({ onTestFinished }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pika-emulator-test-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const first = await start({ dataDir, concurrency: 1, renderer: fakeRenderer() })
  const done = await first.fal.subscribe(PIKAFRAMES, { input: keyframes, pollInterval: 10 })
  first.emulator.setScenario('queue-stuck', 1)
  const stuck = await first.fal.queue.submit(PIKAFRAMES, { input: keyframes })
  const waiting = await first.fal.queue.submit(PIKAFRAMES, { input: keyframes })
  await first.emulator.close()

  const { fal, emulator } = await start({ dataDir, concurrency: 1 })
  expect(emulator.requests()).toHaveLength(3)
  const again = await fal.queue.result(PIKAFRAMES, { requestId: done.requestId })
  expect((await fetch(again.data.video.url)).status).toBe(200)
  await fal.queue.subscribeToStatus(PIKAFRAMES, { requestId: waiting.request_id, pollInterval: 10 })
  await expect(fal.queue.status(PIKAFRAMES, { requestId: stuck.request_id })).resolves.toMatchObject({
    status: 'IN_QUEUE',
  })
})
