import { describe, expect, test } from 'vitest'
import type { GenerationHappening } from '../generation/events.ts'
import type { Generation } from '../generation/generation.ts'
import { sampleGeneration } from '../testing/sample-generation.ts'
import { type GenerationStore, type Lease, type ListRequest, RequestTakenError } from './store.ts'

/** An empty store under test; `close` frees what it holds. */
export interface StoreUnderTest {
  store: GenerationStore
  close?: () => Promise<void>
}

const stored: GenerationHappening = { type: 'status-changed', status: 'SUBMITTING' }
const mine: Lease = { owner: 'replica-1', until: 10_000 }

/** The promises of `GenerationStore`; `open` makes an empty one for each test. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises of a store`, () => {
    const withStore = (run: (store: GenerationStore) => Promise<void>) => async () => {
      const { store, close } = await open()
      try {
        await run(store)
      } finally {
        await close?.()
      }
    }
    const insert = async (
      store: GenerationStore,
      values: Partial<Generation>,
      lease = mine,
      maximumActive?: number,
    ) => {
      await store.keepAlive(lease, 0)
      return store.insert(sampleGeneration(values), [stored], lease.owner, maximumActive)
    }

    test(
      'what was inserted is found in full by id and token; what was not is null',
      withStore(async (store) => {
        const generation = sampleGeneration({
          idempotencyKey: 'once',
          tags: ['a b', '"quoted"', '%_'],
          input: {
            prompt: 'Ünïcode 🎬 \' " \\ \n',
            imageUrls: ['https://a.example/1.png'],
            seed: 2 ** 31 - 1,
          },
        })
        expect(await store.insert(generation, [stored], mine.owner)).toEqual({ type: 'stored' })
        expect(await store.find('gen_1')).toEqual(generation)
        expect(await store.findByWebhookToken('token-of-gen_1')).toEqual(generation)
        expect(await store.findMany(['gen_2', 'gen_1', 'gen_1'])).toEqual([null, generation, generation])
        expect(await store.findMany([])).toEqual([])
        expect(await store.find('gen_2')).toBeNull()
        expect(await store.findByWebhookToken('token')).toBeNull()
      }),
    )

    test(
      'the owner of a request id is found, and who has none yet while it is not final',
      withStore(async (store) => {
        await insert(store, { id: 'gen_1' })
        await insert(store, { id: 'gen_2' })
        await insert(store, { id: 'of-other', operationId: 'PIKAFFECTS' })
        const idsOf = async (operationId: string) =>
          (await store.findUnidentified(operationId)).map(({ id }) => id).toSorted()
        expect(await store.findByRequestId('req_1')).toBeNull()
        expect(await idsOf('TEXT_TO_VIDEO')).toEqual(['gen_1', 'gen_2'])
        const accepted = sampleGeneration({ status: 'IN_QUEUE', revision: 2, requestId: 'req_1' })
        expect(await store.update(accepted, [], 2_000)).toBe(true)
        expect(await store.findByRequestId('req_1')).toEqual(accepted)
        expect(await idsOf('TEXT_TO_VIDEO')).toEqual(['gen_2'])
        await store.update(sampleGeneration({ id: 'gen_2', status: 'FAILED', revision: 2 }), [], 2_000)
        expect(await idsOf('TEXT_TO_VIDEO')).toEqual([])
        const born = sampleGeneration({ id: 'gen_3', requestId: 'req_3' })
        await store.insert(born, [], mine.owner)
        expect(await store.findByRequestId('req_3')).toEqual(born)
      }),
    )

    test(
      'returned values are copies',
      withStore(async (store) => {
        const generation = sampleGeneration({ tags: ['kept'], idempotencyKey: 'once' })
        await store.insert(generation, [stored], mine.owner)
        const found = await store.find('gen_1')
        const again = await insert(store, { id: 'gen_2', idempotencyKey: 'once' })
        if (again.type !== 'key-used') throw new Error(again.type)
        for (const copy of [generation, found, again.generation]) (copy!.tags as string[]).push('added')
        expect((await store.find('gen_1'))?.tags).toEqual(['kept'])
        const [event] = await store.events('gen_1', 0, 10)
        if (event) event.sequence = 99
        expect((await store.events('gen_1', 0, 10))[0]?.sequence).toBe(1)
      }),
    )

    test(
      'of many inserts with one key of a viewer exactly one wins, and all answer it',
      withStore(async (store) => {
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            insert(store, { id: `gen_${index}`, idempotencyKey: 'once' }),
          ),
        )
        const winner = results.findIndex(({ type }) => type === 'stored')
        const others = results.filter((_, index) => index !== winner)
        expect(others).toEqual(
          others.map(() => ({
            type: 'key-used',
            generation: sampleGeneration({ id: `gen_${winner}`, idempotencyKey: 'once' }),
          })),
        )
        expect(await store.countActive('ada')).toBe(1)
        for (const values of [
          { id: 'of-eve', viewerId: 'eve', idempotencyKey: 'once' },
          { id: 'no-key' },
          { id: 'no-key-either' },
        ])
          expect(await insert(store, values)).toEqual({ type: 'stored' })
      }),
    )

    test(
      'of many inserts for the last place under the limit exactly one wins',
      withStore(async (store) => {
        for (const id of ['gen_a', 'gen_b']) await insert(store, { id })
        await insert(store, { id: 'final', status: 'FAILED' })
        await insert(store, { id: 'of-eve', viewerId: 'eve' })
        // A store with many connections opens them first: otherwise the first one has won before the others are there.
        await Promise.all(Array.from({ length: 100 }, () => store.countActive('ada')))
        const results = await Promise.all(
          Array.from({ length: 100 }, (_, index) => insert(store, { id: `gen_${index}` }, mine, 3)),
        )
        expect(results.filter(({ type }) => type === 'stored')).toHaveLength(1)
        expect(results.filter(({ type }) => type !== 'stored')).toEqual(
          Array.from({ length: 99 }, () => ({ type: 'limit-reached', active: 3 })),
        )
        expect(await store.countActive('ada')).toBe(3)
        expect(await insert(store, { id: 'second-of-eve', viewerId: 'eve' }, mine, 2)).toEqual({
          type: 'stored',
        })
        await store.update(sampleGeneration({ id: 'gen_a', status: 'FAILED', revision: 2 }), [], 2_000)
        expect(await insert(store, { id: 'next' }, mine, 3)).toEqual({ type: 'stored' })
      }),
    )

    test(
      'a known key is answered also where the limit is reached',
      withStore(async (store) => {
        const first = sampleGeneration({ idempotencyKey: 'once' })
        await store.insert(first, [stored], mine.owner, 1)
        expect(await insert(store, { id: 'gen_2', idempotencyKey: 'once' }, mine, 1)).toEqual({
          type: 'key-used',
          generation: first,
        })
        expect(await insert(store, { id: 'gen_2', idempotencyKey: 'other' }, mine, 1)).toEqual({
          type: 'limit-reached',
          active: 1,
        })
      }),
    )

    test(
      'of many updates of one revision exactly one wins, with its events and those of no other',
      withStore(async (store) => {
        await insert(store, {})
        const wins = await Promise.all(
          Array.from({ length: 20 }, (_, queuePosition) =>
            store.update(
              sampleGeneration({ status: 'IN_QUEUE', revision: 2, queuePosition }),
              [
                { type: 'status-changed', status: 'IN_QUEUE' },
                { type: 'queue-moved', queuePosition },
              ],
              2_000,
            ),
          ),
        )
        expect(wins.filter(Boolean)).toHaveLength(1)
        const queuePosition = wins.indexOf(true)
        expect(await store.find('gen_1')).toMatchObject({ revision: 2, queuePosition })
        expect(await store.events('gen_1', 0, 10)).toEqual([
          { ...stored, generationId: 'gen_1', sequence: 1, revision: 1, at: 1_000 },
          {
            type: 'status-changed',
            status: 'IN_QUEUE',
            generationId: 'gen_1',
            sequence: 2,
            revision: 2,
            at: 2_000,
          },
          { type: 'queue-moved', queuePosition, generationId: 'gen_1', sequence: 3, revision: 2, at: 2_000 },
        ])
        expect(await store.update(sampleGeneration({ revision: 4 }), [stored], 3_000)).toBe(false)
        expect(await store.update(sampleGeneration({ id: 'gen_2', revision: 2 }), [stored], 3_000)).toBe(
          false,
        )
        expect(await store.events('gen_1', 3, 10)).toEqual([])
      }),
    )

    test(
      'events are read above a cursor, in order, without gaps, at most so many',
      withStore(async (store) => {
        await insert(store, {})
        await insert(store, { id: 'gen_2' })
        for (let revision = 2; revision <= 12; revision++) {
          const line = { timestamp: `t${revision}`, level: 'INFO', message: 'rendering' }
          await store.update(sampleGeneration({ revision }), [{ type: 'logged', line }], revision)
        }
        const sequences = async (after: number, limit: number) =>
          (await store.events('gen_1', after, limit)).map((event) => event.sequence)
        expect(await sequences(0, 5)).toEqual([1, 2, 3, 4, 5])
        expect(await sequences(5, 100)).toEqual([6, 7, 8, 9, 10, 11, 12])
        expect(await sequences(12, 100)).toEqual([])
        expect(await store.events('gen_2', 0, 100)).toHaveLength(1)
        const requests = [
          { generationId: 'gen_2', after: 0 },
          { generationId: 'gen_1', after: 0 },
          { generationId: 'gen_3', after: 0 },
          { generationId: 'gen_1', after: 3 },
        ]
        const pages = await store.eventsOfMany(requests, 5)
        expect(pages.map((page) => page.map(({ sequence }) => sequence))).toEqual([
          [1],
          [1, 2, 3, 4, 5],
          [],
          [4, 5, 6, 7, 8],
        ])
        expect(pages[0]).toEqual(await store.events('gen_2', 0, 100))
        expect(await store.eventsOfMany([], 5)).toEqual([])
        expect(await store.events('gen_3', 0, 100)).toEqual([])
      }),
    )

    test(
      'the list goes by creation and id, newest first, in both directions, without a gap or a double',
      withStore(async (store) => {
        // Three share one moment: a cursor of time alone would lose or repeat them.
        const moments = { a: 10, b: 20, c: 20, d: 20, e: 30, f: 40 }
        for (const [id, createdAt] of Object.entries(moments)) await insert(store, { id, createdAt })
        await insert(store, { id: 'of-eve', viewerId: 'eve', createdAt: 25 })
        const page = async (request: Omit<ListRequest, 'viewerId' | 'filter'>) => {
          const { generations, hasNextPage, hasPreviousPage } = await store.list({
            viewerId: 'ada',
            filter: {},
            ...request,
          })
          return `${generations.map(({ id }) => id).join('')} ${hasPreviousPage ? '<' : '|'}${hasNextPage ? '>' : '|'}`
        }
        const at = (id: keyof typeof moments) => ({ id, createdAt: moments[id] })
        expect(await page({ first: 3 })).toBe('fed |>')
        expect(await page({ first: 2, after: at('d') })).toBe('cb <>')
        expect(await page({ first: 2, after: at('b') })).toBe('a <|')
        expect(await page({ first: 6 })).toBe('fedcba ||')
        expect(await page({ last: 2 })).toBe('ba <|')
        expect(await page({ last: 2, before: at('b') })).toBe('dc <>')
        expect(await page({ last: 9, before: at('d') })).toBe('fe |>')
        expect(await page({ first: 9, after: at('e'), before: at('b') })).toBe('dc <>')
        expect((await store.list({ viewerId: 'nobody', filter: {}, first: 5 })).generations).toEqual([])
      }),
    )

    test(
      'a cursor stays good when its generation is deleted and newer ones arrive',
      withStore(async (store) => {
        for (const [id, createdAt] of [
          ['a', 1],
          ['b', 2],
          ['c', 3],
        ] as const)
          await insert(store, { id, createdAt, status: 'FAILED' })
        await store.delete('b', 5)
        await insert(store, { id: 'd', createdAt: 4 })
        const { generations } = await store.list({
          viewerId: 'ada',
          filter: {},
          first: 5,
          after: { id: 'b', createdAt: 2 },
        })
        expect(generations.map(({ id }) => id)).toEqual(['a'])
      }),
    )

    test(
      'filters narrow the list and its pages; tags are matched whole, and all of them',
      withStore(async (store) => {
        const values: Partial<Generation>[] = [
          { id: 'a', createdAt: 1, status: 'COMPLETED', tags: ['red', 'car'] },
          { id: 'b', createdAt: 2, status: 'FAILED', tags: ['red'], operationId: 'PIKAFRAMES' },
          { id: 'c', createdAt: 3, tags: ['reddish'], operationId: 'PIKAFRAMES' },
          { id: 'd', createdAt: 4, tags: ['%', 'r_d', '"', "o'k"] },
        ]
        for (const value of values) await insert(store, value)
        const list = async (filter: ListRequest['filter'], first = 10) => {
          const page = await store.list({ viewerId: 'ada', filter, first })
          return page.generations.map(({ id }) => id).join('') + (page.hasNextPage ? '>' : '')
        }
        expect(await list({ operationIds: [], statuses: [], tags: [] })).toBe('dcba')
        expect(await list({ operationIds: ['PIKAFRAMES'] })).toBe('cb')
        expect(await list({ operationIds: ['PIKAFRAMES'] }, 1)).toBe('c>')
        expect(await list({ statuses: ['COMPLETED', 'FAILED'] })).toBe('ba')
        expect(await list({ statuses: ['SUBMITTING'], operationIds: ['TEXT_TO_VIDEO'] }, 1)).toBe('d')
        expect(await list({ tags: ['red'] })).toBe('ba')
        expect(await list({ tags: ['red', 'car'] })).toBe('a')
        expect(await list({ tags: ['%'] })).toBe('d')
        expect(await list({ tags: ['r_d'] })).toBe('d')
        expect(await list({ tags: ["o'k", '"'] })).toBe('d')
        expect(await list({ tags: ['blue'] })).toBe('')
      }),
    )

    test(
      'no generation is claimed twice, only those of replicas that are gone are, and a final one never',
      withStore(async (store) => {
        for (let index = 0; index < 30; index++)
          await insert(store, { id: `gen_${index}` }, { owner: index < 10 ? 'dead' : 'gone', until: 1_000 })
        await insert(store, { id: 'held' }, { owner: 'alive', until: 9_000 })
        await insert(store, { id: 'final', status: 'COMPLETED' }, { owner: 'dead', until: 1_000 })
        const owners = ['a', 'b', 'c', 'd', 'e']
        for (const owner of owners) await store.keepAlive({ owner, until: 9_000 }, 0)
        expect(await store.claim('a', 999, 10)).toEqual([])
        const claims = await Promise.all(owners.map((owner) => store.claim(owner, 1_000, 5)))
        const ids = claims.flat().map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.length).toBeGreaterThan(0)
        expect(ids).not.toContain('held')
        expect(ids).not.toContain('final')
        for (const [index, claimed] of claims.entries())
          expect((await store.heldBy(owners[index]!)).toSorted()).toEqual(
            claimed.map(({ id }) => id).toSorted(),
          )
        // Side by side a store may give less than there is, but what is left is there for the next to ask.
        const rest = await store.claim('e', 1_000, 100)
        expect(ids.length + rest.length).toBe(30)
        expect(await store.claim('a', 1_000, 100)).toEqual([])
      }),
    )

    test(
      'a replica lives for as long as it says; one that was silent too long keeps what nobody took',
      withStore(async (store) => {
        const alive = (owner: string, until: number, now: number) => store.keepAlive({ owner, until }, now)
        expect(await alive('first', 2_000, 1_000)).toBe(false)
        expect(await alive('first', 3_000, 1_999)).toBe(true)
        expect(await alive('second', 9_000, 1_000)).toBe(false)
        for (const id of ['gen_1', 'gen_2']) await insert(store, { id }, { owner: 'first', until: 3_000 })
        expect(await store.claim('second', 2_999, 10)).toEqual([])
        const [taken] = await store.claim('second', 3_000, 1)
        expect(await alive('first', 9_000, 3_000)).toBe(false)
        const [kept] = await store.heldBy('first')
        expect(new Set([taken!.id, kept])).toEqual(new Set(['gen_1', 'gen_2']))
        expect(await store.heldBy('second')).toEqual([taken!.id])
        expect(await store.claim('second', 3_000, 10)).toEqual([])
        expect(await alive('first', 9_500, 8_999)).toBe(true)
      }),
    )

    test(
      'one who never said that it lives holds nothing for long',
      withStore(async (store) => {
        await store.insert(sampleGeneration(), [stored], 'unknown')
        await store.keepAlive({ owner: 'next', until: 9_000 }, 0)
        expect(await store.claim('next', 1_000, 10)).toHaveLength(1)
      }),
    )

    test(
      'what is given back is claimed at once; who does not have it cannot give it back',
      withStore(async (store) => {
        await insert(store, {}, mine)
        await insert(store, { id: 'gen_2' }, mine)
        await store.keepAlive({ owner: 'next', until: 9_000 }, 0)
        await store.release('gen_1', 'next')
        expect(await store.claim('next', 0, 10)).toEqual([])
        await store.release('gen_1', mine.owner)
        expect(await store.claim('next', 0, 10)).toMatchObject([{ id: 'gen_1' }])
        await store.release('gen_1', mine.owner)
        await store.leave(mine.owner)
        expect(await store.heldBy(mine.owner)).toEqual([])
        expect(await store.claim('next', 0, 10)).toMatchObject([{ id: 'gen_2' }])
        expect(await store.heldBy('next')).toHaveLength(2)
      }),
    )

    test(
      'a request id belongs to one generation, also where two take it at once',
      withStore(async (store) => {
        expect(await insert(store, { id: 'gen_1', requestId: 'req_1' })).toEqual({ type: 'stored' })
        expect(await insert(store, { id: 'gen_2', viewerId: 'eve', requestId: 'req_1' })).toEqual({
          type: 'request-taken',
        })
        expect(await store.find('gen_2')).toBeNull()
        await insert(store, { id: 'gen_3' })
        const taken = sampleGeneration({ id: 'gen_3', revision: 2, requestId: 'req_1' })
        await expect(store.update(taken, [stored], 2_000)).rejects.toThrow(RequestTakenError)
        expect(await store.find('gen_3')).toMatchObject({ revision: 1, requestId: null })
        expect(await store.events('gen_3', 0, 10)).toHaveLength(1)
        const outcomes = await Promise.all(
          ['a', 'b', 'c'].map((id) => insert(store, { id, viewerId: id, requestId: 'req_2' })),
        )
        expect(outcomes.filter(({ type }) => type === 'stored')).toHaveLength(1)
        // Its own id is no obstacle, and what was deleted has none any more.
        const ended = sampleGeneration({ id: 'gen_1', revision: 2, requestId: 'req_1', status: 'FAILED' })
        expect(await store.update(ended, [], 2_000)).toBe(true)
        await store.delete('gen_1', 3_000)
        expect(await store.update(taken, [], 4_000)).toBe(true)
      }),
    )

    test(
      'one generation is given to one owner, and only while it is not final',
      withStore(async (store) => {
        await insert(store, {})
        expect(await store.acquire('gen_1', 'next')).toBe(false)
        await store.release('gen_1', mine.owner)
        const acquired = await Promise.all(['a', 'b', 'c'].map((owner) => store.acquire('gen_1', owner)))
        expect(acquired.filter(Boolean)).toHaveLength(1)
        await insert(store, { id: 'final', status: 'FAILED' })
        expect(await store.acquire('final', 'next')).toBe(false)
        expect(await store.acquire('gen_9', 'next')).toBe(false)
        // What ended is nobody's; so it can be given when it is looked for again.
        await insert(store, { id: 'gen_2' })
        await store.update(sampleGeneration({ id: 'gen_2', status: 'FAILED', revision: 2 }), [], 2_000)
        await store.update(sampleGeneration({ id: 'gen_2', status: 'FINALIZING', revision: 3 }), [], 3_000)
        expect(await store.acquire('gen_2', 'next')).toBe(true)
      }),
    )

    test(
      'active means not final, per viewer',
      withStore(async (store) => {
        await insert(store, {})
        await insert(store, { id: 'gen_2', status: 'UNCONFIRMED' })
        await insert(store, { id: 'gen_3', status: 'CANCELLED' })
        await insert(store, { id: 'gen_4', viewerId: 'eve' })
        expect(await store.countActive('ada')).toBe(2)
        await store.update(sampleGeneration({ status: 'FAILED', revision: 2 }), [], 2_000)
        expect(await store.countActive('ada')).toBe(1)
        expect(await store.countActive('nobody')).toBe(0)
      }),
    )

    test(
      'run times of what ended as a video are kept, newest first, beyond the deletion',
      withStore(async (store) => {
        const runs = { input: { resolution: '720p', duration: 5 }, submittedAt: 2_000, startedAt: 3_000 }
        const end = async (id: string, status: 'COMPLETED' | 'FAILED', completedAt: number) => {
          await insert(store, { id })
          const next = sampleGeneration({ ...runs, id, status, completedAt, revision: 2 })
          await store.update(next, [{ type: 'status-changed', status }], completedAt)
        }
        await end('gen_1', 'COMPLETED', 8_000)
        await end('gen_2', 'FAILED', 9_000)
        await end('gen_3', 'COMPLETED', 10_000)
        expect(await store.delete('gen_1', 11_000)).toBe(true)
        const run = { operationId: 'TEXT_TO_VIDEO', settings: '720p 5', queueMs: 1_000 }
        expect(await store.recentRunTimes('TEXT_TO_VIDEO', 10)).toEqual([
          { ...run, runMs: 7_000, endedAt: 10_000 },
          { ...run, runMs: 5_000, endedAt: 8_000 },
        ])
        expect(await store.recentRunTimes('TEXT_TO_VIDEO', 1)).toHaveLength(1)
        expect(await store.recentRunTimes('PIKAFRAMES', 10)).toEqual([])
      }),
    )

    test(
      'only a final generation is deleted, with its events',
      withStore(async (store) => {
        await insert(store, {})
        expect(await store.delete('gen_1', 3_000)).toBe(false)
        await store.update(sampleGeneration({ status: 'COMPLETED', revision: 2 }), [], 2_000)
        expect(await store.delete('gen_1', 3_000)).toBe(true)
        expect(await store.delete('gen_1', 3_000)).toBe(false)
        expect(await store.find('gen_1')).toBeNull()
        expect(await store.findByWebhookToken('token-of-gen_1')).toBeNull()
        expect(await store.events('gen_1', 0, 10)).toEqual([])
        expect(await store.update(sampleGeneration({ revision: 3 }), [stored], 3_000)).toBe(false)
      }),
    )

    test(
      'the key of a deleted generation stays spent, for its viewer alone, also where the limit is reached',
      withStore(async (store) => {
        await insert(store, { idempotencyKey: 'once', status: 'COMPLETED' })
        await insert(store, { id: 'no-key', status: 'COMPLETED' })
        for (const id of ['gen_1', 'no-key']) expect(await store.delete(id, 3_000)).toBe(true)
        const again = { id: 'gen_2', idempotencyKey: 'once' }
        expect(await insert(store, again)).toEqual({ type: 'key-spent' })
        expect(await insert(store, again, mine, 0)).toEqual({ type: 'key-spent' })
        expect(await store.find('gen_2')).toBeNull()
        expect(await insert(store, { ...again, viewerId: 'eve' })).toEqual({ type: 'stored' })
        expect(await insert(store, { id: 'gen_3', idempotencyKey: 'other' })).toEqual({ type: 'stored' })
        expect(await insert(store, { id: 'gen_4' })).toEqual({ type: 'stored' })
      }),
    )

    test(
      'an insert that races with the deletion of the generation that has its key stores nothing',
      withStore(async (store) => {
        await insert(store, { idempotencyKey: 'once', status: 'COMPLETED' })
        const [isDeleted, ...results] = await Promise.all([
          store.delete('gen_1', 3_000),
          ...Array.from({ length: 20 }, (_, index) =>
            insert(store, { id: `again_${index}`, idempotencyKey: 'once' }),
          ),
        ])
        expect(isDeleted).toBe(true)
        expect(results.map(({ type }) => type).filter((type) => type === 'stored')).toEqual([])
        expect(await insert(store, { id: 'late', idempotencyKey: 'once' })).toEqual({ type: 'key-spent' })
      }),
    )
  })
}
