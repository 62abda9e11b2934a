import { describe, expect, test } from 'vitest'
import { generationError, type GenerationErrorCode } from '../errors.ts'
import type { RequestLookup, ResultOutcome, SubmissionSearch } from '../ports/gateway.ts'
import { createFakeArchive } from '../testing/fake-archive.ts'
import { createFakeGateway, fakeVideo } from '../testing/fake-gateway.ts'
import { startGenerations } from '../testing/generation-test.ts'
import type { Generation } from './generation.ts'

const expired: ResultOutcome = { type: 'expired', cause: 'fal answered with status 404' }
const video: ResultOutcome = { type: 'video', video: fakeVideo, billableUnits: 5 }
/** As fal shows it: what was sent, and a field that it filled in by itself. */
const sent = {
  prompt: 'a lighthouse',
  negative_prompt: 'ugly, bad, terrible',
  resolution: '720p',
  duration: 5,
  aspect_ratio: '16:9',
  enable_safety_checker: true,
}
const found = (changes: Partial<Extract<RequestLookup, { type: 'found' }>> = {}): RequestLookup => ({
  type: 'found',
  body: sent,
  sentAt: 1_700_000_000_000,
  startedAt: null,
  status: 'FINISHED',
  result: { type: 'video', video: fakeVideo, billableUnits: null },
  ...changes,
})
const matching = (...ids: string[]): SubmissionSearch => ({ type: 'listed', matching: ids, unreadable: [] })

describe('a result that is no longer kept', () => {
  test('is found in the list of requests', async () => {
    const asked: unknown[] = []
    const gateway = createFakeGateway({
      result: async () => expired,
      async findRequest(query) {
        asked.push(query)
        return found()
      },
    })
    const { generate, until } = startGenerations({ gateway })
    const { createdAt, ...completed } = await until((await generate()).id, 'COMPLETED')
    expect(completed).toMatchObject({ video: fakeVideo, error: null })
    expect(asked).toEqual([
      { endpointId: 'fal-ai/pika/v2.2/text-to-video', requestId: 'req_1', since: createdAt - 600_000 },
    ])
  })

  test('goes the way of every video: into the archive', async () => {
    const gateway = createFakeGateway({ result: async () => expired, findRequest: async () => found() })
    const { generate, until } = startGenerations({ gateway, archive: createFakeArchive() })
    expect((await until((await generate()).id, 'COMPLETED')).video?.archiveKey).toBe('key_1')
  })

  test('ends as the list says, where that is a failure', async () => {
    const error = generationError('CONTENT_REFUSED')
    const gateway = createFakeGateway({
      result: async () => expired,
      findRequest: async () => found({ result: { type: 'failed', error } }),
    })
    const { generate, until } = startGenerations({ gateway })
    expect((await until((await generate()).id, 'FAILED')).error).toEqual(error)
  })

  test.each<[string, RequestLookup]>([
    ['it does not show the request', { type: 'absent' }],
    ['it does not show the output', found({ result: null })],
    ['it shows no end of the request', found({ result: null, status: 'IN_PROGRESS' })],
    ['it cannot be read: status 403', { type: 'unknown', cause: 'status 403' }],
  ])('fails only then, and says what was tried: %s', async (answer, lookup) => {
    const gateway = createFakeGateway({ result: async () => expired, findRequest: async () => lookup })
    const { generate, until } = startGenerations({ gateway })
    const { error } = await until((await generate()).id, 'FAILED')
    expect(error).toMatchObject({
      code: 'RESULT_EXPIRED',
      isRecoverable: true,
      detail: `Tried: the result (fal answered with status 404); a webhook (none has brought the video); fal's list of requests (${answer}).`,
    })
  })

  test('waits for a list that cannot be read at once', async () => {
    let reads = 0
    const gateway = createFakeGateway({
      result: async () => expired,
      findRequest: async () => (++reads < 4 ? { type: 'unknown', cause: '503' } : found()),
    })
    const { generate, until } = startGenerations({ gateway })
    await until((await generate()).id, 'COMPLETED')
    expect(reads).toBe(4)
  })

  test('comes with a webhook meanwhile', async () => {
    const gateway = createFakeGateway({
      result: async () => expired,
      findRequest: async () => ({ type: 'unknown', cause: '503' }),
    })
    const { generations, generate, until, ports } = startGenerations({
      gateway,
      archive: createFakeArchive(),
    })
    const { id, webhookToken } = await generate()
    await until(id, 'FINALIZING')
    const reportedAt = ports.clock.now()
    const report = { type: 'completed', video: fakeVideo, billableUnits: null } as const
    await generations.report(webhookToken, report, 'req_1')
    expect((await until(id, 'COMPLETED')).completedAt).toBe(reportedAt)
  })
})

/** A generation that failed with this code, of a provider whose answer the test changes afterwards. */
async function failedWith(
  code: GenerationErrorCode,
  behaviour: Parameters<typeof createFakeGateway>[0] = {},
) {
  const provider: { result: ResultOutcome } = { result: { type: 'failed', error: generationError(code) } }
  const gateway = createFakeGateway({ result: async () => provider.result, ...behaviour })
  const test = startGenerations({ gateway })
  const failed = await test.until((await test.generate()).id, 'FAILED')
  return { ...test, provider, failed }
}

describe('looking again', () => {
  test.each(['RESULT_EXPIRED', 'RESULT_UNREADABLE', 'REQUEST_NOT_FOUND'] as const)(
    'brings the video of one that failed with %s, and its log goes on',
    async (code) => {
      const { generations, ports, until, provider, failed } = await failedWith(code)
      provider.result = video
      const result = await generations.recover('ada', failed.id)
      expect(result).toMatchObject({
        type: 'looking-again',
        generation: { status: 'FINALIZING', error: null, completedAt: null, revision: failed.revision + 1 },
      })
      expect(await until(failed.id, 'COMPLETED')).toMatchObject({ video: fakeVideo, error: null })
      const statuses = (await ports.store.events(failed.id, 0, 100)).flatMap((event) =>
        event.type === 'status-changed' ? [event.status] : [],
      )
      expect(statuses.slice(-4)).toEqual(['FINALIZING', 'FAILED', 'FINALIZING', 'COMPLETED'])
      expect(ports.gateway.submissions).toHaveLength(1)
      // How long it took says nothing of how long others will take.
      expect(await ports.store.recentRunTimes('TEXT_TO_VIDEO', 10)).toEqual([])
    },
  )

  test('is taken up at once, without a sweep, and survives the process that began it', async () => {
    const { generations, ports, provider, failed, until } = await failedWith('RESULT_EXPIRED')
    await ports.clock.runUntil(() => ports.clock.sleepers === 1)
    provider.result = { type: 'unavailable', cause: '504', retryAfterMs: null }
    await generations.recover('ada', failed.id)
    expect(await ports.store.claim('other', ports.clock.now(), 10)).toEqual([])
    await generations.stop()
    provider.result = video
    const { store, clock, gateway } = ports
    const second = startGenerations({ store, clock, gateway, replica: 'replica-2' })
    second.generations.start()
    await second.until(failed.id, 'COMPLETED')
    await until(failed.id, 'COMPLETED')
  })

  test('twice at once looks once', async () => {
    const { generations, ports, provider, failed, until } = await failedWith('RESULT_EXPIRED')
    provider.result = video
    const before = ports.gateway.resultRequests
    const results = await Promise.all([
      generations.recover('ada', failed.id),
      generations.recover('ada', failed.id),
    ])
    expect(results.map(({ type }) => type)).toContain('looking-again')
    await until(failed.id, 'COMPLETED')
    expect(ports.gateway.resultRequests).toBe(before + 1)
  })

  test('fails again where nothing changed, and may be asked for again', async () => {
    const { generations, ports, until, failed } = await failedWith('RESULT_EXPIRED')
    await generations.recover('ada', failed.id)
    await ports.clock.runUntil(
      async () => (await ports.store.find(failed.id))!.revision > failed.revision + 1,
    )
    expect((await until(failed.id, 'FAILED')).error?.code).toBe('RESULT_EXPIRED')
    expect((await generations.recover('ada', failed.id)).type).toBe('looking-again')
  })

  test('does nothing where there is nothing to look for, and says why', async () => {
    const refused = await failedWith('CONTENT_REFUSED')
    expect(await refused.generations.recover('ada', refused.failed.id)).toEqual({
      type: 'not-recoverable',
      generation: refused.failed,
    })
    const lost = await failedWith('RESULT_EXPIRED')
    expect((await lost.generations.recover('ada', lost.failed.id, 'another')).type).toBe('request-not-found')
    const good = startGenerations()
    const { id } = await good.generate()
    expect((await good.generations.recover('ada', id)).type).toBe('under-way')
    await good.until(id, 'COMPLETED')
    expect((await good.generations.recover('ada', id)).type).toBe('complete')
  })

  test('of another viewer is answered as of one that does not exist', async () => {
    const { generations, ports, failed } = await failedWith('RESULT_EXPIRED')
    expect(await generations.recover('eve', failed.id)).toEqual(await generations.recover('eve', 'gen_none'))
    expect(await ports.store.find(failed.id)).toEqual(failed)
  })

  test('a video that arrives by webhook after all was given up is taken', async () => {
    const { generations, failed, until } = await failedWith('RESULT_EXPIRED')
    const report = { type: 'completed', video: fakeVideo, billableUnits: null } as const
    await generations.report(failed.webhookToken, report, 'req_1')
    expect((await until(failed.id, 'COMPLETED')).video).toEqual(fakeVideo)
  })
})

describe('a video that is not archived', () => {
  test('is copied again, and can be played meanwhile', async () => {
    let isBroken = true
    const archive = createFakeArchive(async () =>
      isBroken ? { type: 'refused', cause: 'no bucket' } : undefined,
    )
    const { generations, generate, until, ports } = startGenerations({ archive })
    const { id } = await generate()
    await until(id, 'COMPLETED')
    isBroken = false
    const result = await generations.recover('ada', id)
    expect(result).toMatchObject({
      type: 'archiving',
      generation: { status: 'FINALIZING', video: fakeVideo },
    })
    await ports.clock.runUntil(async () => (await ports.store.find(id))?.video?.archiveKey)
    expect(await ports.store.find(id)).toMatchObject({ status: 'COMPLETED', video: { archiveKey: 'key_1' } })
    expect([...archive.keys]).toEqual(['key_1'])
    expect((await generations.recover('ada', id)).type).toBe('complete')
  })
})

describe('a request whose id is not known', () => {
  const losesReplies = (listed: () => SubmissionSearch, lookup: RequestLookup = { type: 'absent' }) =>
    startGenerations({
      gateway: createFakeGateway({
        submit: async () => ({ type: 'unknown', cause: 'reset' }),
        findSubmission: async () => listed(),
        findRequest: async ({ requestId }) => (requestId === 'req_9' ? lookup : { type: 'absent' }),
      }),
    })

  test('is looked for in the list now, and not when it is due', async () => {
    const { generations, generate, until, ports } = losesReplies(() => matching('req_7'))
    const { id } = await generate()
    await until(id, 'UNCONFIRMED')
    const askedAt = ports.clock.now()
    expect(await generations.recover('ada', id)).toMatchObject({
      type: 'found',
      generation: { requestId: 'req_7' },
    })
    expect((await until(id, 'COMPLETED')).completedAt).toBe(askedAt)
  })

  test('is left open where the list does not show it, or cannot be read', async () => {
    let search: SubmissionSearch = matching()
    const { generations, generate, until } = losesReplies(() => search)
    const { id } = await generate()
    await until(id, 'UNCONFIRMED')
    expect((await generations.recover('ada', id)).type).toBe('request-not-found')
    search = { type: 'unknown', cause: '403' }
    expect((await generations.recover('ada', id)).type).toBe('list-unavailable')
    expect((await generations.find('ada', id))?.status).toBe('UNCONFIRMED')
  })

  test.each(['UNCONFIRMED', 'FAILED'] as const)('is taken from the dashboard while %s', async (status) => {
    const { generations, generate, until } = losesReplies(() => matching(), found())
    const { id } = await generate()
    await until(id, status)
    expect((await generations.recover('ada', id, 'req_8')).type).toBe('request-not-found')
    expect((await generations.recover('ada', id, '../admin')).type).toBe('request-not-found')
    expect((await generations.recover('ada', id, 'req_9')).type).toBe('found')
    expect(await until(id, 'COMPLETED')).toMatchObject({ requestId: 'req_9', video: fakeVideo })
  })

  test('is found in the list after it was given up', async () => {
    let search = matching()
    const { generations, generate, until } = losesReplies(() => search)
    const { id } = await generate()
    expect((await until(id, 'FAILED')).error?.code).toBe('SUBMISSION_LOST')
    search = matching('req_7')
    expect((await generations.recover('ada', id)).type).toBe('found')
    expect((await until(id, 'COMPLETED')).requestId).toBe('req_7')
  })

  test.each<[string, RequestLookup]>([
    ['another input', found({ body: { ...sent, prompt: 'a heron' } })],
    ['an input that is not shown', found({ body: null })],
  ])('is not taken with %s', async (_name, lookup) => {
    const { generations, generate, until } = losesReplies(() => matching(), lookup)
    const { id } = await generate()
    await until(id, 'UNCONFIRMED')
    expect((await generations.recover('ada', id, 'req_9')).type).toBe('request-not-found')
    expect((await generations.find('ada', id))?.requestId).toBeNull()
  })

  test('is given to one of two that ask for it at once', async () => {
    const { generations, generate, until } = losesReplies(() => matching(), found())
    const ids = [(await generate()).id, (await generate()).id]
    for (const id of ids) await until(id, 'UNCONFIRMED')
    const results = await Promise.all(ids.map((id) => generations.recover('ada', id, 'req_9')))
    expect(results.map(({ type }) => type).toSorted()).toEqual(['found', 'request-not-found'])
    const owners = (await generations.findMany('ada', ids)) as Generation[]
    expect(owners.map(({ requestId }) => requestId).filter(Boolean)).toEqual(['req_9'])
  })
})

describe('taking a request in', () => {
  const request = { operationId: 'TEXT_TO_VIDEO', requestId: 'req_9' }
  const offers = (lookup: RequestLookup, mayAdopt: (viewerId: string) => boolean = () => true) =>
    startGenerations({
      mayAdopt,
      gateway: createFakeGateway({
        findRequest: async ({ requestId }) => (requestId === 'req_9' ? lookup : { type: 'absent' }),
      }),
    })

  test('makes a generation of it, with input and state, and submits nothing', async () => {
    const { generations, ports, until } = offers(found())
    const result = await generations.adopt('ada', { ...request, options: { tags: ['film'] } })
    if (result.type !== 'accepted') throw new Error(JSON.stringify(result))
    expect(result).toMatchObject({
      isReplay: false,
      generation: {
        viewerId: 'ada',
        status: 'FINALIZING',
        requestId: 'req_9',
        input: { prompt: 'a lighthouse', duration: 5 },
        submittedAt: 1_700_000_000_000,
        tags: ['film'],
      },
    })
    expect(await until(result.generation.id, 'COMPLETED')).toMatchObject({ video: fakeVideo })
    expect(ports.gateway.submissions).toEqual([])
  })

  test('follows one that still runs', async () => {
    const { generations, until } = offers(found({ status: 'IN_QUEUE', result: null }))
    const result = await generations.adopt('ada', request)
    if (result.type !== 'accepted') throw new Error(JSON.stringify(result))
    expect(result.generation).toMatchObject({ status: 'IN_QUEUE', startedAt: null })
    await until(result.generation.id, 'COMPLETED')
  })

  test('is refused in one way, whether there is none, it is another’s, or the viewer may not', async () => {
    const { generations, ports } = offers(found(), (viewerId) => viewerId !== 'mallory')
    const unknown = await generations.adopt('eve', { ...request, requestId: 'req_none' })
    expect(unknown).toMatchObject({
      type: 'invalid-input',
      issues: [{ path: ['requestId'], code: 'NOT_FOUND' }],
    })
    expect(await generations.adopt('mallory', request)).toEqual(unknown)
    expect((await generations.adopt('ada', request)).type).toBe('accepted')
    expect(await generations.adopt('eve', request)).toEqual(unknown)
    expect(await generations.adopt('ada', request)).toEqual(unknown)
    expect(await generations.adopt('eve', { ...request, requestId: 'a/../b' })).toEqual(unknown)
    expect(ports.gateway.submissions).toEqual([])
    const nobodyMay = startGenerations({ gateway: createFakeGateway({ findRequest: async () => found() }) })
    expect(await nobodyMay.generations.adopt('ada', request)).toEqual(unknown)
  })

  test('once, where many ask at the same time; a repeated key answers the first', async () => {
    const { generations } = offers(found())
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => generations.adopt(index % 2 ? 'ada' : 'eve', request)),
    )
    expect(results.filter(({ type }) => type === 'accepted')).toHaveLength(1)
    const other = offers(found())
    const keyed = { ...request, options: { idempotencyKey: 'once' } }
    await other.generations.adopt('ada', keyed)
    expect(await other.generations.adopt('ada', keyed)).toMatchObject({ type: 'accepted', isReplay: true })
  })

  test('is refused while a generation whose reply was lost may own it', async () => {
    const gateway = createFakeGateway({
      submit: async () => ({ type: 'unknown', cause: 'reset' }),
      findRequest: async () => found(),
    })
    const { generations, generate, until } = startGenerations({ gateway, mayAdopt: () => true })
    await until((await generate()).id, 'UNCONFIRMED')
    expect((await generations.adopt('eve', request)).type).toBe('invalid-input')
  })

  test('says when fal cannot tell', async () => {
    const silent = offers({ type: 'unknown', cause: 'status 503' })
    expect(await silent.generations.adopt('ada', request)).toMatchObject({
      issues: [{ code: 'UNAVAILABLE', message: expect.stringContaining('status 503') }],
    })
    const bare = offers(found({ body: null }))
    expect(await bare.generations.adopt('ada', request)).toMatchObject({ issues: [{ code: 'INVALID' }] })
  })
})
