import { describe, expect, test } from 'vitest'
import { createFakeGateway, fakeStatuses, fakeVideo, silentAfter } from '../testing/fake-gateway.ts'
import { startGenerations } from '../testing/generation-test.ts'
import type { GenerationEvent } from './events.ts'

const waiting = () =>
  createFakeGateway({ follow: (_request, signal) => silentAfter(fakeStatuses.slice(0, 1), signal) })

async function all<Value>(values: AsyncIterable<Value> | null): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values ?? []) list.push(value)
  return list
}

test('a watcher gets the present state at once, then only newer ones, and the end', async () => {
  const { generations, generate, until, ports } = startGenerations()
  const { id } = await generate()
  const states = all(await generations.watch('ada', id))
  await until(id, 'COMPLETED')
  const revisions = (await states).map((state) => state.revision)
  expect(revisions.length).toBeGreaterThan(1)
  expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b))
  expect((await states).at(-1)).toEqual(await ports.store.find(id))
})

test('who comes after the end gets it, and nothing more', async () => {
  const { generations, generate, until } = startGenerations()
  const { id } = await generate()
  const final = await until(id, 'COMPLETED')
  expect(await all(await generations.watch('ada', id))).toEqual([final])
})

test('a change between the look at the store and the wait is not missed', async () => {
  const { generations, generate, until, ports } = startGenerations({ gateway: waiting() })
  const { id, webhookToken } = await generate()
  await until(id, 'IN_QUEUE')
  const find = ports.store.find.bind(ports.store)
  const watching = generations.watch('ada', id)
  const states = (await watching)!
  // The final change happens while the watcher reads the old state.
  ports.store.find = async (...args) => {
    const old = await find(...args)
    ports.store.find = find
    await generations.report(webhookToken, { type: 'completed', video: fakeVideo, billableUnits: 1 }, 'req_1')
    return old
  }
  expect((await all(states)).map((state) => state.status)).toEqual(['IN_QUEUE', 'COMPLETED'])
})

test('the log is the same for who stayed, who came late and who came back at any point', async () => {
  const { generations, generate, until } = startGenerations()
  const { id } = await generate()
  const stayed = all(await generations.watchEvents('ada', id, 0))
  await until(id, 'COMPLETED')
  const log = await stayed
  expect(log.at(-1)).toMatchObject({ type: 'status-changed', status: 'COMPLETED', video: fakeVideo })
  expect(await all(await generations.watchEvents('ada', id, 0))).toEqual(log)
  for (let cursor = 0; cursor <= log.length; cursor++) {
    expect(await all(await generations.watchEvents('ada', id, cursor))).toEqual(log.slice(cursor))
  }
  expect(await all(await generations.watchEvents('ada', id, 9_999))).toEqual([])
})

test('a reader that is dropped at each event and comes back with its cursor misses and repeats nothing', async () => {
  const { generations, generate, until } = startGenerations()
  const { id } = await generate()
  const dropped = (async () => {
    const events: GenerationEvent[] = []
    for (;;) {
      let isEnded = true
      for await (const event of (await generations.watchEvents('ada', id, events.at(-1)?.sequence ?? 0))!) {
        events.push(event)
        isEnded = false
        break
      }
      if (isEnded) return events
    }
  })()
  await until(id, 'COMPLETED')
  expect(await dropped).toEqual((await generations.events('ada', [{ generationId: id, after: 0 }], 1_000))[0])
})

test('all changes of a viewer come on one stream, those of nobody else', async () => {
  const { generations, generate, ports } = startGenerations()
  const changes = generations.watchAll('ada')
  await generations.generate('eve', { operationId: 'TEXT_TO_VIDEO', input: { prompt: 'hers' } })
  const { id } = await generate()
  const newest = new Map<string, string>()
  const reading = (async () => {
    for await (const { id: of, status } of changes) {
      newest.set(of, status)
      if (status === 'COMPLETED') return
    }
  })()
  await ports.clock.runUntil(() => newest.get(id) === 'COMPLETED')
  await reading
  expect([...newest.keys()]).toEqual([id])
})

describe('leaving', () => {
  test.each(['watch', 'watchEvents'] as const)(
    '%s: return and abort end the wait at once',
    async (method) => {
      const { generations, generate, until } = startGenerations({ gateway: waiting() })
      const { id } = await generate()
      await until(id, 'IN_QUEUE')
      const controller = new AbortController()
      const open = (signal?: AbortSignal) =>
        method === 'watch'
          ? generations.watch('ada', id, signal)
          : generations.watchEvents('ada', id, 4, signal)
      const [returned, aborted] = [(await open())!, (await open(controller.signal))!]
      if (method === 'watch') await Promise.all([returned.next(), aborted.next()])
      const waits = [returned.next(), aborted.next()]
      controller.abort()
      await returned.return?.()
      expect(await Promise.all(waits)).toEqual([
        { done: true, value: undefined },
        { done: true, value: undefined },
      ])
    },
  )
})

describe('a log that goes on after a final event', () => {
  async function recovered() {
    const provider = { isBack: false }
    const gateway = createFakeGateway({
      result: async () =>
        provider.isBack
          ? { type: 'video', video: fakeVideo, billableUnits: null }
          : { type: 'expired', cause: 'status 404' },
    })
    const test = startGenerations({ gateway })
    const { id } = await test.generate()
    await test.until(id, 'FAILED')
    provider.isBack = true
    return { ...test, id }
  }
  const statusesOf = (events: readonly GenerationEvent[]) =>
    events.flatMap((event) => (event.type === 'status-changed' ? [event.status] : []))

  test('is replayed past the old failure to its present end', async () => {
    const { generations, until, id } = await recovered()
    await generations.recover('ada', id)
    await until(id, 'COMPLETED')
    const events = await all(await generations.watchEvents('ada', id, 0))
    expect(statusesOf(events).slice(-4)).toEqual(['FINALIZING', 'FAILED', 'FINALIZING', 'COMPLETED'])
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    const failedAt = events.findIndex((event) => event.type === 'status-changed' && event.status === 'FAILED')
    expect(await all(await generations.watchEvents('ada', id, failedAt + 1))).toEqual(
      events.slice(failedAt + 1),
    )
  })

  test('is seen through by who subscribes again', async () => {
    const { generations, until, id } = await recovered()
    const before = await all(await generations.watchEvents('ada', id, 0))
    expect((await all(await generations.watch('ada', id))).at(-1)?.status).toBe('FAILED')
    await generations.recover('ada', id)
    const states = all(await generations.watch('ada', id))
    const events = all(await generations.watchEvents('ada', id, before.length))
    await until(id, 'COMPLETED')
    expect((await states).at(-1)?.status).toBe('COMPLETED')
    expect(statusesOf(await events)).toEqual(['FINALIZING', 'COMPLETED'])
  })
})
