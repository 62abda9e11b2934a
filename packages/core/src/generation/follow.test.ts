import { describe, expect, test } from 'vitest'
import { generationError } from '../errors.ts'
import { createFakeGateway, fakeStatuses, fakeVideo, silentAfter } from '../testing/fake-gateway.ts'
import { startGenerations } from '../testing/generation-test.ts'
import { createTestPorts } from '../testing/test-ports.ts'
import { createGenerations } from './generations.ts'

test('a generation goes from the intent to its video, and its log tells the whole life', async () => {
  const { ports, generate, until } = startGenerations()
  const { id } = await generate()
  expect(await until(id, 'COMPLETED')).toMatchObject({
    requestId: 'req_1',
    video: fakeVideo,
    billableUnits: 5,
    error: null,
    queuePosition: null,
  })
  const events = await ports.store.events(id, 0, 100)
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1))
  expect(events.map((event) => (event.type === 'status-changed' ? event.status : event.type))).toEqual([
    'SUBMITTING',
    'IN_QUEUE',
    'queue-moved',
    'queue-moved',
    'logged',
    'IN_PROGRESS',
    'logged',
    'FINALIZING',
    'COMPLETED',
  ])
})

test('at the end nothing is left behind: no timer, no lease, no listener', async () => {
  const { ports, generations, generate, until } = startGenerations()
  const { id } = await generate()
  await until(id, 'COMPLETED')
  await generations.stop()
  expect(ports.clock.sleepers).toBe(0)
})

describe('the submission', () => {
  test('is made again where it surely was not accepted, after the pause that the provider asks for', async () => {
    const times: number[] = []
    const gateway = createFakeGateway({
      async submit() {
        times.push(ports.clock.now())
        if (times.length > 3) return { type: 'accepted', requestId: 'req_1', queuePosition: 0 }
        return { type: 'refused', error: generationError('RATE_LIMITED'), retryAfterMs: 4_000 }
      },
    })
    const { ports, generate, until } = startGenerations({ gateway })
    const { id, createdAt } = await generate()
    await until(id, 'COMPLETED')
    expect(times.map((time) => time - createdAt)).toEqual([0, 4_000, 8_000, 12_000])
  })

  test('is given up when it was refused for too long, and nothing was paid', async () => {
    const gateway = createFakeGateway({
      submit: async () => ({
        type: 'refused',
        error: generationError('SUBMISSION_UNREACHABLE'),
        retryAfterMs: 10_000,
      }),
    })
    const { ports, generate, until } = startGenerations({ gateway })
    const failed = await until((await generate()).id, 'FAILED')
    expect(failed.error).toMatchObject({
      code: 'SUBMISSION_UNREACHABLE',
      billing: 'NOT_BILLED',
      isRetryable: true,
    })
    expect(failed.completedAt! - failed.createdAt).toBeLessThanOrEqual(ports.timing.submitFor)
  })

  test('is not made again where it was refused for good', async () => {
    const error = generationError('SUBMISSION_REFUSED', { detail: 'no such model' })
    const gateway = createFakeGateway({
      submit: async () => ({ type: 'refused', error, retryAfterMs: null }),
    })
    const { generate, until } = startGenerations({ gateway })
    expect((await until((await generate()).id, 'FAILED')).error).toEqual(error)
    expect(gateway.submissions).toHaveLength(1)
  })

  test('is never made again where its reply was lost; the webhook brings the generation on', async () => {
    const gateway = createFakeGateway({ submit: async () => ({ type: 'unknown', cause: 'socket hang up' }) })
    const { ports, generations, generate, until } = startGenerations({ gateway })
    const { id, webhookToken } = await generate()
    await until(id, 'UNCONFIRMED')
    const hourLater = ports.clock.now() + 3_000_000
    await ports.clock.runUntil(() => ports.clock.now() > hourLater)
    expect(gateway.submissions).toHaveLength(1)
    expect(await generations.report(webhookToken, { type: 'finished', logs: [] }, 'req_9')).toBe(true)
    expect(await until(id, 'COMPLETED')).toMatchObject({ requestId: 'req_9', video: fakeVideo })
    expect(gateway.submissions).toHaveLength(1)
  })

  test('that a crash cut off is never made again', async () => {
    const ports = createTestPorts()
    const never = createFakeGateway({ submit: () => new Promise(() => undefined) })
    const crashed = createGenerations({ ...ports, gateway: never, replica: 'crashed' })
    const result = await crashed.generate('ada', { operationId: 'TEXT_TO_VIDEO', input: { prompt: 'a' } })
    if (result.type !== 'accepted') throw new Error(result.type)
    await ports.clock.runUntil(() => never.submissions.length === 1)
    // Another process with the same store, once the lease of the dead one (that renews no more) has lapsed.
    const gateway = createFakeGateway()
    const stored = (await ports.store.find(result.generation.id))!
    const second = startGenerations({ gateway, replica: 'second' })
    await second.ports.store.insert(stored, [], 'crashed')
    second.generations.start()
    await second.until(stored.id, 'UNCONFIRMED')
    expect(gateway.submissions).toEqual([])
  })
})

describe('following', () => {
  test('goes on by asking for the status where the stream breaks off, less and less often', async () => {
    const asked: number[] = []
    const gateway = createFakeGateway({
      follow: async function* () {},
      async status() {
        asked.push(ports.clock.now())
        return asked.length < 6
          ? { type: 'status', status: 'IN_PROGRESS', queuePosition: null, logs: [] }
          : { type: 'status', status: 'FINISHED', queuePosition: null, logs: [] }
      },
    })
    const { ports, generate, until } = startGenerations({ gateway })
    await until((await generate()).id, 'COMPLETED')
    const pauses = asked.slice(1).map((time, index) => time - asked[index]!)
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000])
  })

  test('bears a provider that cannot be asked for a long time', async () => {
    let failures = 0
    const gateway = createFakeGateway({
      follow: async function* () {},
      async status() {
        if (failures++ < 40) return { type: 'unavailable', cause: '502', retryAfterMs: null }
        return { type: 'status', status: 'FINISHED', queuePosition: null, logs: [] }
      },
    })
    const { generate, until } = startGenerations({ gateway })
    await until((await generate()).id, 'COMPLETED')
    expect(failures).toBe(41)
  })

  test('believes "not found" only when the provider says it for a while', async () => {
    let denials = 0
    const gateway = createFakeGateway({
      follow: async function* () {},
      status: async () =>
        denials++ < 3
          ? { type: 'not-found' }
          : { type: 'status', status: 'FINISHED', queuePosition: null, logs: [] },
    })
    const { generate, until } = startGenerations({ gateway })
    await until((await generate()).id, 'COMPLETED')

    const forgetful = createFakeGateway({
      follow: async function* () {},
      status: async () => ({ type: 'not-found' }),
    })
    const other = startGenerations({ gateway: forgetful })
    const failed = await other.until((await other.generate()).id, 'FAILED')
    expect(failed.error?.code).toBe('REQUEST_NOT_FOUND')
    expect(failed.completedAt! - failed.createdAt).toBeGreaterThanOrEqual(other.ports.timing.missingFor)
  })

  test('a paid video is not lost to failures while its result is fetched', async () => {
    let attempt = 0
    const gateway = createFakeGateway({
      async result() {
        attempt++
        if (attempt < 20) return { type: 'unavailable', cause: '504', retryAfterMs: null }
        if (attempt < 22) return { type: 'not-ready' }
        return { type: 'video', video: fakeVideo, billableUnits: null }
      },
    })
    const { generate, until } = startGenerations({ gateway })
    expect(await until((await generate()).id, 'COMPLETED')).toMatchObject({
      video: fakeVideo,
      billableUnits: null,
    })
  })

  test.each([
    ['failed', { type: 'failed', error: generationError('CONTENT_REFUSED') }, 'FAILED', 'CONTENT_REFUSED'],
    ['expired', { type: 'expired', cause: 'status 404' }, 'FAILED', 'RESULT_EXPIRED'],
    ['cancelled', { type: 'cancelled' }, 'CANCELLED', undefined],
  ] as const)('a result that is %s ends it so', async (_name, outcome, status, code) => {
    const gateway = createFakeGateway({ result: async () => outcome })
    const { generate, until } = startGenerations({ gateway })
    const ended = await until((await generate()).id, status)
    expect(ended.error?.code).toBe(code)
    expect(gateway.resultRequests).toBe(1)
  })

  test('a webhook that ends it stops the silent stream', async () => {
    let isClosed = false
    const gateway = createFakeGateway({
      follow: async function* (_request, signal) {
        yield* silentAfter(fakeStatuses.slice(0, 1), signal)
        isClosed = true
      },
    })
    const { generations, generate, until, ports } = startGenerations({ gateway })
    const { id, webhookToken } = await generate()
    await until(id, 'IN_QUEUE')
    const video = { type: 'completed', video: fakeVideo, billableUnits: null } as const
    expect(await generations.report(webhookToken, video, 'req_1')).toBe(true)
    await until(id, 'COMPLETED')
    await ports.clock.runUntil(() => isClosed && ports.clock.sleepers === 1)
  })

  test('a webhook that only says finished ends the silent stream at once', async () => {
    const gateway = createFakeGateway({ follow: (_request, signal) => silentAfter([], signal) })
    const { generations, generate, until, ports } = startGenerations({ gateway })
    const { id, webhookToken } = await generate()
    await until(id, 'IN_QUEUE')
    const reportedAt = ports.clock.now()
    expect(await generations.report(webhookToken, { type: 'finished', logs: [] }, 'req_1')).toBe(true)
    expect((await until(id, 'COMPLETED')).completedAt).toBe(reportedAt)
  })

  test('a webhook wakes a generation whose submission is unconfirmed at once', async () => {
    const gateway = createFakeGateway({ submit: async () => ({ type: 'unknown', cause: 'reset' }) })
    const { generations, generate, until, ports } = startGenerations({ gateway })
    const { id, webhookToken } = await generate()
    await until(id, 'UNCONFIRMED')
    const reportedAt = ports.clock.now()
    await generations.report(webhookToken, { type: 'finished', logs: [] }, 'req_1')
    expect((await until(id, 'COMPLETED')).completedAt).toBe(reportedAt)
  })

  test('a report with an unknown token, or of another request, changes nothing', async () => {
    const gateway = createFakeGateway({ follow: (_request, signal) => silentAfter([], signal) })
    const { generations, generate, until } = startGenerations({ gateway })
    const { id, webhookToken } = await generate()
    const before = await until(id, 'IN_QUEUE')
    expect(await generations.report('guess', { type: 'cancelled' }, 'req_1')).toBe(false)
    expect(await generations.report(webhookToken, { type: 'cancelled' }, 'req_2')).toBe(false)
    expect(await generations.find('ada', id)).toEqual(before)
  })
})

describe('recovery', () => {
  test('takes up what a stopped process left, from where it stood', async () => {
    const silent = createFakeGateway({
      follow: (_request, signal) => silentAfter([fakeStatuses[2]!], signal),
    })
    const first = startGenerations({ gateway: silent })
    const { id } = await first.generate()
    await first.until(id, 'IN_PROGRESS')
    await first.generations.stop()

    const gateway = createFakeGateway()
    const { store, clock } = first.ports
    const second = startGenerations({ gateway, store, clock, replica: 'replica-2' })
    second.generations.start()
    await second.until(id, 'COMPLETED')
    expect(gateway.submissions).toEqual([])
  })

  test('leaves alone what another replica follows; takes it over when that one renews no more', async () => {
    const silent = createFakeGateway({
      follow: (_request, signal) => silentAfter([fakeStatuses[0]!], signal),
    })
    const first = startGenerations({ gateway: silent })
    const { id } = await first.generate()
    await first.until(id, 'IN_QUEUE')
    const { store, clock, timing } = first.ports
    let isCut = false
    const keepAlive = store.keepAlive.bind(store)
    const second = startGenerations({ store, clock, replica: 'replica-2' })
    second.generations.start()
    const later = clock.now() + 10 * timing.lease
    await clock.runUntil(() => clock.now() > later)
    expect(await store.find(id)).toMatchObject({ status: 'IN_QUEUE' })
    // From here on the first cannot reach the store: its renewals throw.
    store.keepAlive = async (lease, now) => {
      isCut ||= lease.owner === 'replica-1'
      if (lease.owner === 'replica-1') throw new Error('no connection')
      return keepAlive(lease, now)
    }
    await second.until(id, 'COMPLETED')
    expect(isCut).toBe(true)
    expect(first.ports.notes).toContain('warn the lease could not be renewed')
  })

  test('a store that fails does not end the work', async () => {
    const { ports, generations, generate, until } = startGenerations()
    const claim = ports.store.claim.bind(ports.store)
    let failures = 0
    ports.store.claim = async (...args) => {
      if (failures++ < 3) throw new Error('disk full')
      return claim(...args)
    }
    const find = ports.store.find.bind(ports.store)
    let reads = 0
    ports.store.find = async (id) => {
      // The third is in the middle of following: after the acceptance was stored.
      if (++reads === 3) throw new Error('disk full')
      return find(id)
    }
    generations.start()
    const { id } = await generate()
    await until(id, 'COMPLETED')
    expect(ports.notes).toContain('error the sweep failed')
    expect(ports.notes).toContain('error following failed')
    expect(ports.gateway.submissions).toHaveLength(1)
  })
})
