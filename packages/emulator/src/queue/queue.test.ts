import { describe, expect, it } from 'vitest'
import {
  call,
  clientOf,
  follow,
  FRAMES,
  heldRenderer,
  PIKAFRAMES,
  startEmulator,
  submit,
} from '../testing/quick-emulator.ts'

const statusPath = (id: string): string => `/queue/fal-ai/pika/requests/${id}/status`

describe('a request', () => {
  it('goes through the queue by time alone, with a falling position and lines of what is done', async () => {
    // Slow enough that the stream is open before the line first moves, on a busy machine too.
    const emulator = await startEmulator({ speed: 4 })
    const events = await follow(emulator, await submit(emulator))
    const positions = events
      .filter(({ status }) => status === 'IN_QUEUE')
      .map((event) => event['queue_position'])
    expect(positions[0]).toBeGreaterThanOrEqual(2)
    expect(positions).toEqual([...new Set(positions as number[])].toSorted((a, b) => b - a))
    expect(events.some(({ status }) => status === 'IN_PROGRESS')).toBe(true)
    expect(events.at(-1)).toMatchObject({
      status: 'COMPLETED',
      metrics: { inference_time: expect.any(Number) },
    })
    const lines = events.flatMap(({ logs }) => logs as { message: string; timestamp: string }[])
    expect(lines.map(({ message }) => message)).toEqual([
      'fetched image 1 of 3 (1280×720)',
      'fetched image 2 of 3 (1280×720)',
      'fetched image 3 of 3 (1280×720)',
      'transition 1 of 2',
      'frame 60 of 120',
      'frame 120 of 120',
      'encoded 0.0 MB',
    ])
    const stamps = lines.map(({ timestamp }) => timestamp)
    expect(stamps[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/)
    expect(stamps).toEqual(stamps.toSorted())
  })

  it('answers 202 until it is completed, then 200 with the result, under the app and under the full id', async () => {
    const { renderer, letGo, started } = heldRenderer()
    const emulator = await startEmulator({ renderer })
    const id = await submit(emulator)
    await started
    const running = await call(emulator, statusPath(id))
    expect(running.status).toBe(202)
    expect(await running.json()).toMatchObject({ status: 'IN_PROGRESS', logs: null, metrics: {} })
    const early = await call(emulator, `/queue/fal-ai/pika/requests/${id}`)
    expect(early.status).toBe(400)
    expect(await early.json()).toEqual({ detail: 'Request is still in progress' })
    letGo()
    await follow(emulator, id)
    expect((await call(emulator, statusPath(id))).status).toBe(200)
    for (const path of [`fal-ai/pika/requests/${id}`, `${PIKAFRAMES}/requests/${id}/response`]) {
      const result = await call(emulator, `/queue/${path}`)
      expect(result.status).toBe(200)
      expect(result.headers.get('x-fal-request-id')).toBe(id)
      expect(result.headers.get('x-fal-billable-units')).toBe('5')
      const { video } = (await result.json()) as { video: { url: string } }
      expect((await fetch(video.url)).headers.get('content-type')).toBe('video/mp4')
    }
  })

  it('waits for a free runner, and a low one behind every normal one', async () => {
    const { renderer, letGo } = heldRenderer()
    const emulator = await startEmulator({ renderer, concurrency: 1, queueSeconds: 0 })
    await submit(emulator)
    const low = await submit(emulator, FRAMES, { headers: { 'x-fal-queue-priority': 'low' } })
    const normal = await submit(emulator)
    const positionOf = async (id: string): Promise<unknown> =>
      ((await (await call(emulator, statusPath(id))).json()) as { queue_position: number }).queue_position
    expect([await positionOf(normal), await positionOf(low)]).toEqual([0, 1])
    const full = await call(emulator, `/queue/${PIKAFRAMES}?fal_max_queue_length=1`, { json: FRAMES })
    expect(full.status).toBe(429)
    expect(emulator.requests()).toHaveLength(3)
    letGo()
    await Promise.all([low, normal].map((id) => follow(emulator, id)))
  })

  it('ends with 504 of type user when nothing starts within its start timeout', async () => {
    const { renderer } = heldRenderer()
    const emulator = await startEmulator({ renderer, concurrency: 1, queueSeconds: 0 })
    await submit(emulator)
    const id = await submit(emulator, FRAMES, { headers: { 'x-fal-request-timeout': '2' } })
    expect((await follow(emulator, id)).at(-1)).toMatchObject({
      status: 'COMPLETED',
      error_type: 'request_timeout',
    })
    const result = await call(emulator, `/queue/fal-ai/pika/requests/${id}`)
    expect(result.status).toBe(504)
    expect(result.headers.get('x-fal-request-timeout-type')).toBe('user')
    expect(result.headers.get('x-fal-error-type')).toBe('request_timeout')
  })
})

describe('a cancel', () => {
  const cancel = (emulator: Awaited<ReturnType<typeof startEmulator>>, id: string) =>
    call(emulator, `/queue/fal-ai/pika/requests/${id}/cancel`, { method: 'PUT' })

  it('removes a queued request, stops a running one, and is refused for a completed or unknown one', async () => {
    const { renderer, started } = heldRenderer()
    const emulator = await startEmulator({ renderer, concurrency: 1, queueSeconds: 0 })
    const running = await submit(emulator)
    const queued = await submit(emulator)
    await started
    for (const id of [queued, running]) {
      const answer = await cancel(emulator, id)
      expect([answer.status, await answer.json()]).toEqual([202, { status: 'CANCELLATION_REQUESTED' }])
      expect((await follow(emulator, id)).at(-1)).toMatchObject({
        status: 'COMPLETED',
        error_type: 'client_cancelled',
      })
      expect((await call(emulator, `/queue/fal-ai/pika/requests/${id}`)).status).toBe(499)
    }
    const again = await cancel(emulator, running)
    expect([again.status, await again.json()]).toEqual([400, { status: 'ALREADY_COMPLETED' }])
    const unknown = await cancel(emulator, 'no-such-id')
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { status: 'NOT_FOUND' }])
  })
})

describe('a submission', () => {
  it('needs a key, and an endpoint that exists', async () => {
    const emulator = await startEmulator()
    const keyless = await fetch(`${emulator.url}/queue/${PIKAFRAMES}`, { method: 'POST', body: '{}' })
    expect([keyless.status, await keyless.json()]).toEqual([
      401,
      { detail: 'No user found for Key ID and Secret' },
    ])
    const endpoint = await call(emulator, '/queue/fal-ai/pika/v9/dream', { json: {} })
    expect([endpoint.status, await endpoint.json()]).toEqual([404, { detail: 'Path /v9/dream not found' }])
    expect(emulator.requests()).toEqual([])
  })

  it('runs at once on the synchronous host, and is refused there while no runner is free', async () => {
    const { renderer, letGo, started } = heldRenderer()
    const emulator = await startEmulator({ renderer, concurrency: 1 })
    const first = clientOf(emulator).run(PIKAFRAMES, { input: FRAMES })
    await started
    const second = await call(emulator, `/run/${PIKAFRAMES}`, { json: FRAMES })
    expect(second.status).toBe(429)
    expect(await second.json()).toMatchObject({ error_type: 'concurrent_requests_limit' })
    letGo()
    expect((await first).data.video.url).toContain(emulator.url)
  })
})
