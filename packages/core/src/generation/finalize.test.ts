import { describe, expect, test } from 'vitest'
import { generationError } from '../errors.ts'
import { archivedFacts, createFakeArchive } from '../testing/fake-archive.ts'
import { createFakeGateway, fakeStatuses, fakeVideo, silentAfter } from '../testing/fake-gateway.ts'
import { startGenerations } from '../testing/generation-test.ts'

const unavailable = { type: 'unavailable', cause: 'no room', retryAfterMs: null } as const

describe('a video is archived', () => {
  test('before the generation is completed: its key is stored first, and what the copy tells is taken', async () => {
    const stored: unknown[] = []
    const archive = createFakeArchive(async (key) => {
      const { status, video, delivery } = (await ports.store.find(id))!
      stored.push([status, video, delivery?.video, delivery?.archiveKey === key])
      return undefined
    })
    const { ports, generate, until } = startGenerations({ archive })
    const { id } = await generate()
    const completed = await until(id, 'COMPLETED')
    expect(stored).toEqual([['FINALIZING', null, fakeVideo, true]])
    const { contentType, fileSize } = archivedFacts
    expect(completed.video).toEqual({ ...fakeVideo, contentType, fileSize, archiveKey: 'key_1' })
    expect(completed).toMatchObject({ billableUnits: 5, delivery: { archiveKey: 'key_1' } })
    expect([...archive.keys]).toEqual(['key_1'])
  })

  test('from the video of a webhook, without asking the provider for the result', async () => {
    const gateway = createFakeGateway({ follow: (_request, signal) => silentAfter([], signal) })
    const archive = createFakeArchive()
    const { generations, generate, until } = startGenerations({ gateway, archive })
    const { id, webhookToken } = await generate()
    await until(id, 'IN_QUEUE')
    const report = { type: 'completed', video: fakeVideo, billableUnits: null } as const
    await generations.report(webhookToken, report, 'req_1')
    await generations.report(webhookToken, report, 'req_1')
    expect((await until(id, 'COMPLETED')).video).toMatchObject({ archiveKey: 'key_1' })
    expect(gateway.resultRequests).toBe(0)
    expect(archive.copies).toHaveLength(1)
  })

  test('from the webhook also while the result cannot be fetched', async () => {
    const gateway = createFakeGateway({
      result: async () => ({ type: 'unavailable', cause: '504', retryAfterMs: 3_000_000 }),
    })
    const { generations, generate, until, ports } = startGenerations({
      gateway,
      archive: createFakeArchive(),
    })
    const { id, webhookToken } = await generate()
    await until(id, 'FINALIZING')
    const reportedAt = ports.clock.now()
    await generations.report(
      webhookToken,
      { type: 'completed', video: fakeVideo, billableUnits: null },
      'req_1',
    )
    expect((await until(id, 'COMPLETED')).completedAt).toBe(reportedAt)
  })

  test('after failures that pass, less and less often, as the provider asks', async () => {
    const tried: number[] = []
    const archive = createFakeArchive(async () => {
      tried.push(ports.clock.now())
      if (tried.length === 3) return { ...unavailable, retryAfterMs: 7_000 }
      return tried.length < 6 ? unavailable : undefined
    })
    const { ports, generate, until } = startGenerations({ archive })
    const { video } = await until((await generate()).id, 'COMPLETED')
    expect(video?.archiveKey).toBe('key_1')
    expect(tried.slice(1).map((time, index) => time - tried[index]!)).toEqual([
      1_000, 2_000, 7_000, 8_000, 15_000,
    ])
    expect(new Set(archive.copies.map(({ key }) => key))).toEqual(new Set(['key_1']))
    expect(ports.gateway.resultRequests).toBe(1)
  })

  test('by the next process where one was killed in the middle, under the same key and without the provider', async () => {
    const hung = createFakeArchive((_key, _source, signal) => {
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(unavailable)))
    })
    const first = startGenerations({ archive: hung })
    const { id } = await first.generate()
    await first.ports.clock.runUntil(() => hung.copies.length === 1)
    await first.generations.stop()
    expect(await first.ports.store.find(id)).toMatchObject({ status: 'FINALIZING' })

    const { store, clock } = first.ports
    const gateway = createFakeGateway({ result: async () => ({ type: 'expired', cause: 'status 404' }) })
    const archive = createFakeArchive()
    const second = startGenerations({ gateway, archive, store, clock, replica: 'replica-2' })
    second.generations.start()
    expect((await second.until(id, 'COMPLETED')).video?.archiveKey).toBe(hung.copies[0]?.key)
    expect(gateway.resultRequests).toBe(0)
  })
})

describe('a paid video is never failed by the archive', () => {
  test('one that cannot be copied for long is left where the provider has it, and the operator is told', async () => {
    const archive = createFakeArchive(async () => unavailable)
    const { ports, generate, until } = startGenerations({ archive })
    const { video, completedAt, delivery } = await until((await generate()).id, 'COMPLETED')
    expect(video).toEqual(fakeVideo)
    expect(completedAt! - delivery!.at).toBeGreaterThanOrEqual(ports.timing.archiveFor)
    expect(ports.notes).toContain('error a video was left where the provider has it')
  })

  test('one that the archive will never take is left there at once', async () => {
    const archive = createFakeArchive(async () => ({ type: 'refused', cause: 'no video' }))
    const { generate, until } = startGenerations({ archive })
    expect((await until((await generate()).id, 'COMPLETED')).video).toEqual(fakeVideo)
    expect(archive.copies).toHaveLength(1)
  })

  test('no report of a failure, and no cancel, takes back a video that was delivered', async () => {
    const archive = createFakeArchive(async () => ({ ...unavailable, retryAfterMs: 60_000 }))
    const { generations, ports, generate, until } = startGenerations({ archive })
    const { id, webhookToken } = await generate()
    await ports.clock.runUntil(() => archive.copies.length === 1)
    const failed = { type: 'failed', error: generationError('PROVIDER_FAILED') } as const
    await generations.report(webhookToken, failed, 'req_1')
    await generations.report(webhookToken, { type: 'cancelled' }, 'req_1')
    await generations.cancel('ada', id)
    expect((await until(id, 'COMPLETED')).video).toEqual(fakeVideo)
  })

  test('an archive that was turned off since leaves the video where it is', async () => {
    const first = startGenerations({ archive: createFakeArchive(async () => unavailable) })
    const { id } = await first.generate()
    await first.ports.clock.runUntil(async () => (await first.ports.store.find(id))?.delivery)
    await first.generations.stop()
    const { store, clock } = first.ports
    const second = startGenerations({ store, clock, replica: 'replica-2' })
    second.generations.start()
    expect((await second.until(id, 'COMPLETED')).video).toEqual(fakeVideo)
  })
})

describe('deleting', () => {
  test('takes the archived video away, and before it the generation', async () => {
    const archive = createFakeArchive()
    const { generations, generate, until, ports } = startGenerations({ archive })
    const { id } = await generate()
    await until(id, 'COMPLETED')
    const { remove, keys } = archive
    archive.remove = async () => {
      throw new Error('the bucket cannot be reached')
    }
    await expect(generations.delete('ada', id)).rejects.toThrow('the bucket cannot be reached')
    expect(await ports.store.find(id)).not.toBeNull()
    archive.remove = remove
    expect(await generations.delete('eve', id)).toEqual({ type: 'not-found' })
    expect(keys.size).toBe(1)
    expect(await generations.delete('ada', id)).toEqual({ type: 'deleted', id })
    expect(keys.size).toBe(0)
    expect(await ports.store.find(id)).toBeNull()
  })

  test('while another replica still copies leaves no copy behind', async () => {
    const deleted = Promise.withResolvers<void>()
    const archive = createFakeArchive(async () => {
      await deleted.promise
      return undefined
    })
    const { generate, ports } = startGenerations({ archive })
    const { id } = await generate()
    await ports.clock.runUntil(() => archive.copies.length === 1)
    // As the other one sees it: completed with the provider's link, and then deleted.
    const stored = (await ports.store.find(id))!
    const completed = { ...stored, status: 'COMPLETED' as const, revision: stored.revision + 1 }
    await ports.store.update(completed, [], ports.clock.now())
    await ports.store.delete(id, ports.clock.now())
    deleted.resolve()
    await ports.clock.runUntil(() => ports.clock.sleepers === 1)
    expect(archive.keys.size).toBe(0)
  })
})

test('without an archive all is as it was: the video of the result, and no delivery', async () => {
  const { generate, until } = startGenerations({
    gateway: createFakeGateway({ follow: (_request, signal) => silentAfter([fakeStatuses[3]!], signal) }),
  })
  expect(await until((await generate()).id, 'COMPLETED')).toMatchObject({ video: fakeVideo, delivery: null })
})
