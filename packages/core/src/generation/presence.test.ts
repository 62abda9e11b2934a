import { expect, test } from 'vitest'
import { createFakeGateway, fakeStatuses, silentAfter } from '../testing/fake-gateway.ts'
import { startGenerations } from '../testing/generation-test.ts'

/** A gateway whose streams never end, and how many of them are open. */
function createSilentGateway() {
  let open = 0
  const gateway = createFakeGateway({
    async *follow(_request, signal) {
      open++
      yield* silentAfter([fakeStatuses[0]!], signal)
      open--
    },
  })
  return { gateway, open: () => open }
}

test('a replica that was taken for dead stops what others have, and goes on with what nobody took', async () => {
  const [here, there] = [createSilentGateway(), createSilentGateway()]
  const first = startGenerations({ gateway: here.gateway })
  const { store, clock, timing } = first.ports
  const second = startGenerations({ gateway: there.gateway, store, clock, replica: 'replica-2' })
  for (const { id } of [await first.generate(), await first.generate()]) await first.until(id, 'IN_QUEUE')
  expect(here.open()).toBe(2)

  // No connection: the one does not say that it lives, and the other takes one of its two.
  const keepAlive = store.keepAlive.bind(store)
  store.keepAlive = (lease, now) =>
    lease.owner === 'replica-1' ? Promise.reject(new Error('no connection')) : keepAlive(lease, now)
  const claim = store.claim.bind(store)
  let taken = 0
  store.claim = async (...args) => {
    const claimed = taken === 0 ? await claim(args[0], args[1], 1) : []
    taken += claimed.length
    return claimed
  }
  const silentSince = clock.now()
  second.generations.start()
  await clock.runUntil(() => there.open() === 1)
  expect(clock.now() - silentSince).toBeLessThanOrEqual(timing.lease + timing.sweep)
  expect(here.open()).toBe(2)

  store.keepAlive = keepAlive
  await clock.runUntil(() => here.open() === 1)
  expect(first.ports.notes).toEqual(
    expect.arrayContaining([
      'warn the lease could not be renewed',
      'warn another replica follows this generation now',
      'warn this replica was silent for too long: others may have taken what it followed',
    ]),
  )
  const held = [await store.heldBy('replica-1'), await store.heldBy('replica-2')]
  expect(held.map((ids) => ids.length)).toEqual([1, 1])
  expect(there.gateway.submissions).toEqual([])
})

test('that a replica lives costs the same however many generations it follows', async () => {
  const { gateway } = createSilentGateway()
  const { ports, generate, until } = startGenerations({ gateway })
  const { store, clock, timing } = ports
  for (let number = 0; number < 50; number++) await until((await generate()).id, 'IN_QUEUE')
  let beats = 0
  const keepAlive = store.keepAlive.bind(store)
  store.keepAlive = (...args) => {
    beats++
    return keepAlive(...args)
  }
  const later = clock.now() + 10 * timing.lease
  await clock.runUntil(() => clock.now() >= later)
  expect(beats).toBe(30)
})

test('what a stopped replica followed is claimed at once', async () => {
  const { gateway, open } = createSilentGateway()
  const first = startGenerations({ gateway })
  const { id } = await first.generate()
  await first.until(id, 'IN_QUEUE')
  await first.generations.stop()
  expect(open()).toBe(0)
  const { store, clock } = first.ports
  const next = createSilentGateway()
  const second = startGenerations({ gateway: next.gateway, store, clock, replica: 'replica-2' })
  const stoppedAt = clock.now()
  second.generations.start()
  await clock.runUntil(() => next.open() === 1)
  expect(clock.now()).toBe(stoppedAt)
  expect(await store.heldBy('replica-2')).toEqual([id])
  expect(next.gateway.submissions).toEqual([])
})

test('without a store nothing is begun, and once it is there again everything is', async () => {
  const { ports, generate, until } = startGenerations()
  const keepAlive = ports.store.keepAlive.bind(ports.store)
  ports.store.keepAlive = () => Promise.reject(new Error('no connection'))
  await expect(generate()).rejects.toThrow('no connection')
  ports.store.keepAlive = keepAlive
  await until((await generate()).id, 'COMPLETED')
})
