import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openClock } from './virtual-clock.ts'

async function clockFile(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pika-clock-test-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return join(directory, 'clock.json')
}

test('a jump fires what is due on the way, in order and each at its own time, and nothing else', async () => {
  const clock = await openClock(await clockFile(), 1)
  const start = clock.now()
  const fired: [string, number][] = []
  const note = (name: string) => () =>
    void fired.push([name, Math.round(clock.secondsBetween(start, clock.now()) / 10) * 10])
  clock.after(300, note('third'))
  clock.after(100, () => {
    note('first')()
    clock.after(100, note('second'))
  })
  clock.after(200, note('stopped'))()
  const stopLast = clock.after(5000, note('too late'))
  await clock.advance(1000)
  expect(fired).toEqual([
    ['first', 100],
    ['second', 200],
    ['third', 300],
  ])
  expect(clock.advanced).toBe(1000)
  await clock.advance(4000.5)
  expect(fired.at(-1)).toEqual(['too late', 5000])
  stopLast()
})

test('a jump waits for the work that a timer began, and goes on with what that work leads to', async () => {
  const clock = await openClock(await clockFile(), 1)
  let attempts = 0
  async function retry(wait: number): Promise<void> {
    attempts += 1
    await clock.during(new Promise((resolve) => setTimeout(resolve, 5)))
    if (wait < 1000) clock.after(wait, () => void retry(wait * 2))
  }
  clock.after(1, () => void retry(1))
  // At 1, 2, 4, … 512 seconds, and no more at 1024.
  await clock.advance(600)
  expect(attempts).toBe(10)
})

test('instants stay those of the wall clock; ages and waits contain the jump; speed shortens waits alone', async () => {
  const clock = await openClock(await clockFile(), 1000)
  const before = clock.now()
  await clock.advance(3600)
  const after = clock.now()
  expect(after).toBeGreaterThan(before)
  expect(Math.abs(after / 1000 - Date.now())).toBeLessThan(1000)
  const realSeconds = (after - before) / 1e6
  expect(clock.secondsBetween(before, after)).toBeCloseTo(3600 + 1000 * realSeconds)
  expect(clock.ageOf(before)).toBeGreaterThanOrEqual(3600)
  expect(clock.ageOf(before)).toBeLessThan(3660)
  expect(clock.ageOf(after)).toBeLessThan(60)
})

test('a jump outlives a restart, and two at once add up', async () => {
  const file = await clockFile()
  const first = await openClock(file, 1)
  const before = first.now()
  await Promise.all([first.advance(60), first.advance(0.5)])
  const second = await openClock(file, 1)
  expect(second.advanced).toBe(60.5)
  expect(second.ageOf(before)).toBeGreaterThanOrEqual(60.5)
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a jump of %s is refused', async (seconds) => {
  const clock = await openClock(await clockFile(), 1)
  await expect(clock.advance(seconds)).rejects.toThrow(
    `advance is ${seconds}: give a number of seconds above 0`,
  )
})
