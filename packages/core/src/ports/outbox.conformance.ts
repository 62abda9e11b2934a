import { describe, expect, test } from 'vitest'
import type { GenerationHappening } from '../generation/events.ts'
import type { Generation } from '../generation/generation.ts'
import { sampleGeneration } from '../testing/sample-generation.ts'
import type { StoreUnderTest } from './store.conformance.ts'
import type { GenerationStore, Lease } from './store.ts'

const lease: Lease = { owner: 'replica-1', until: 10_000 }
const webhookUrl = 'https://app.example/hook'
const completed: GenerationHappening = { type: 'status-changed', status: 'COMPLETED' }

/** The promises of `Outbox`, as the store under test keeps them; `open` makes an empty one for each test. */
export function describeOutbox(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises of an outbox`, () => {
    const withStore = (run: (store: GenerationStore) => Promise<void>) => async () => {
      const { store, close } = await open()
      try {
        await run(store)
      } finally {
        await close?.()
      }
    }
    /** Stores a generation with a webhook that becomes final at `at`; answers it as it then is. */
    const end = async (store: GenerationStore, values: Partial<Generation> = {}, at = 2_000) => {
      const started = sampleGeneration({ webhookUrl, ...values })
      const ended: Generation = { ...started, status: 'COMPLETED', revision: 2, completedAt: at }
      await store.insert(started, [{ type: 'status-changed', status: 'SUBMITTING' }], lease.owner)
      expect(await store.update(ended, [completed], at)).toBe(true)
      return ended
    }
    const idsOf = async (claimed: Promise<readonly { id: string }[]>) => (await claimed).map(({ id }) => id)

    test(
      'the end of a generation with a webhook is kept with it, as it was then, once',
      withStore(async (store) => {
        const ended = await end(store)
        await end(store, { id: 'no-webhook', webhookUrl: null })
        // Another change of what has ended is not another end, and a change that lost its race is none at all.
        await store.update({ ...ended, revision: 3, tags: ['late'] }, [], 2_500)
        expect(await store.update({ ...ended, revision: 3 }, [completed], 2_500)).toBe(false)
        expect(await store.outbox.claim(lease, 1_999, 10)).toEqual([])
        expect(await store.outbox.claim(lease, 2_000, 10)).toEqual([
          { id: 'gen_1:2', generation: ended, createdAt: 2_000, attempts: 0 },
        ])
      }),
    )

    test(
      'what is not final is not told',
      withStore(async (store) => {
        await store.insert(sampleGeneration({ webhookUrl }), [], lease.owner)
        const queued = sampleGeneration({ webhookUrl, status: 'IN_QUEUE', revision: 2 })
        await store.update(queued, [{ type: 'status-changed', status: 'IN_QUEUE' }], 2_000)
        expect(await store.outbox.claim(lease, 9_000, 10)).toEqual([])
      }),
    )

    test(
      'no notification is claimed twice, the longest due first, at most so many',
      withStore(async (store) => {
        for (const [id, at] of [
          ['b', 2_000],
          ['a', 1_500],
          ['c', 3_000],
        ] as const)
          await end(store, { id }, at)
        expect(await idsOf(store.outbox.claim(lease, 4_000, 1))).toEqual(['a:2'])
        for (let index = 0; index < 30; index++) await end(store, { id: `gen_${index}` })
        const claims = await Promise.all(
          ['d', 'e', 'f', 'g'].map((owner) => idsOf(store.outbox.claim({ owner, until: 9_000 }, 4_000, 10))),
        )
        const ids = claims.flat()
        expect(new Set(ids).size).toBe(ids.length)
        // Side by side a store may give less than there is, but what is left is there for the next to ask.
        const rest = await idsOf(store.outbox.claim({ owner: 'h', until: 9_000 }, 4_000, 100))
        expect(new Set([...ids, ...rest]).size).toBe(32)
        expect(await store.outbox.claim({ owner: 'i', until: 9_000 }, 4_000, 100)).toEqual([])
      }),
    )

    test(
      'what its owner neither put off nor removed is due again when the lease lapses, with the same id',
      withStore(async (store) => {
        await end(store)
        await store.outbox.claim({ owner: 'dead', until: 5_000 }, 2_000, 1)
        expect(await store.outbox.claim(lease, 4_999, 1)).toEqual([])
        expect(await store.outbox.claim(lease, 5_000, 1)).toMatchObject([{ id: 'gen_1:2', attempts: 1 }])
        // The dead one comes back: it has lost the lease.
        await store.outbox.remove('gen_1:2', 'dead')
        await store.outbox.postpone('gen_1:2', 'dead', 0)
        expect(await store.outbox.claim(lease, 9_999, 1)).toEqual([])
        expect(await store.outbox.claim(lease, 10_000, 1)).toMatchObject([{ attempts: 2 }])
      }),
    )

    test(
      'what is put off is due then, for anyone; what is removed never again',
      withStore(async (store) => {
        await end(store)
        await store.outbox.claim(lease, 2_000, 1)
        await store.outbox.postpone('gen_1:2', 'replica-1', 7_000)
        expect(await store.outbox.claim(lease, 6_999, 1)).toEqual([])
        const other: Lease = { owner: 'replica-2', until: 20_000 }
        expect(await store.outbox.claim(other, 7_000, 1)).toMatchObject([{ id: 'gen_1:2', attempts: 1 }])
        await store.outbox.remove('gen_1:2', 'replica-2')
        expect(await store.outbox.claim(other, 99_000, 1)).toEqual([])
      }),
    )

    test(
      'a notification outlives its generation',
      withStore(async (store) => {
        const ended = await end(store)
        await store.delete('gen_1', 2_500)
        expect(await store.outbox.claim(lease, 3_000, 1)).toMatchObject([{ generation: ended }])
      }),
    )
  })
}
