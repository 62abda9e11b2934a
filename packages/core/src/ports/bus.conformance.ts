import { describe, expect, test } from 'vitest'
import { sampleGeneration } from '../testing/sample-generation.ts'
import type { GenerationBus } from './bus.ts'

/** A bus under test; `close` frees what it holds. */
export interface BusUnderTest {
  bus: GenerationBus
  close?: () => Promise<void>
}

/** The promises of `GenerationBus`. Updates must reach a subscriber of the same process without polling. */
export function describeBus(name: string, open: () => Promise<BusUnderTest>): void {
  describe(`${name} keeps the promises of a bus`, () => {
    const withBus = (run: (bus: GenerationBus) => Promise<void>) => async () => {
      const { bus, close } = await open()
      try {
        await run(bus)
      } finally {
        await close?.()
      }
    }

    test(
      'a subscriber hears what is published after it subscribed, also before it asks',
      withBus(async (bus) => {
        const changes = bus.subscribe({ generationId: 'gen_1' })
        bus.publish(sampleGeneration({ revision: 2 }))
        expect((await changes.next()).value).toMatchObject({ id: 'gen_1', revision: 2 })
        const next = changes.next()
        bus.publish(sampleGeneration({ revision: 3 }))
        expect((await next).value).toMatchObject({ revision: 3 })
        await changes.return?.()
      }),
    )

    test(
      'a topic brings its own generation, or those of its viewer, and no other',
      withBus(async (bus) => {
        const one = bus.subscribe({ generationId: 'gen_1' })
        const all = bus.subscribe({ viewerId: 'ada' })
        bus.publish(sampleGeneration({ id: 'gen_3', viewerId: 'eve' }))
        bus.publish(sampleGeneration({ id: 'gen_2' }))
        bus.publish(sampleGeneration({ id: 'gen_1' }))
        expect((await one.next()).value).toMatchObject({ id: 'gen_1' })
        expect((await all.next()).value).toMatchObject({ id: 'gen_2' })
        expect((await all.next()).value).toMatchObject({ id: 'gen_1' })
        await Promise.all([one.return?.(), all.return?.()])
      }),
    )

    test(
      'a slow subscriber gets the newest state of each generation, not each state',
      withBus(async (bus) => {
        const all = bus.subscribe({ viewerId: 'ada' })
        for (let revision = 1; revision <= 1_000; revision++) {
          bus.publish(sampleGeneration({ id: 'gen_1', revision }))
          bus.publish(sampleGeneration({ id: 'gen_2', revision }))
        }
        expect((await all.next()).value).toMatchObject({ id: 'gen_1', revision: 1_000 })
        expect((await all.next()).value).toMatchObject({ id: 'gen_2', revision: 1_000 })
        bus.publish(sampleGeneration({ id: 'gen_1', revision: 1_001 }))
        expect((await all.next()).value).toMatchObject({ id: 'gen_1', revision: 1_001 })
        await all.return?.()
      }),
    )

    test(
      'revisions only rise, also where two publishers overtake each other',
      withBus(async (bus) => {
        const all = bus.subscribe({ viewerId: 'ada' })
        bus.publish(sampleGeneration({ revision: 5 }))
        bus.publish(sampleGeneration({ revision: 4 }))
        expect((await all.next()).value).toMatchObject({ revision: 5 })
        bus.publish(sampleGeneration({ revision: 3 }))
        bus.publish(sampleGeneration({ revision: 5 }))
        bus.publish(sampleGeneration({ revision: 6 }))
        expect((await all.next()).value).toMatchObject({ revision: 6 })
        await all.return?.()
      }),
    )

    test(
      'return and abort end a wait that is under way',
      withBus(async (bus) => {
        const controller = new AbortController()
        const aborted = bus.subscribe({ viewerId: 'ada' }, controller.signal)
        const returned = bus.subscribe({ viewerId: 'ada' })
        const waits = [aborted.next(), returned.next()]
        controller.abort()
        await returned.return?.()
        expect(await Promise.all(waits)).toEqual([
          { done: true, value: undefined },
          { done: true, value: undefined },
        ])
        bus.publish(sampleGeneration())
        expect(await aborted.next()).toEqual({ done: true, value: undefined })
        expect(await bus.subscribe({ viewerId: 'ada' }, controller.signal).next()).toMatchObject({
          done: true,
        })
      }),
    )
  })
}
