import { expect, test } from 'vitest'
import { nearestPlace, pixelsPerSecond, placeAt, THUMBNAIL_PIXELS, tickSeconds } from './axis.ts'

const lasting = (...durations: number[]) => durations.map((duration) => ({ duration }))

test('the axis fills its box, so that the last keyframe ends where the box ends', () => {
  expect(pixelsPerSecond(lasting(5, 5), 672) * 10 + THUMBNAIL_PIXELS).toBe(672)
})

test('two keyframes one second apart do not overlap, however small the box', () => {
  expect(pixelsPerSecond(lasting(1, 24), 320)).toBeGreaterThan(THUMBNAIL_PIXELS)
})

test('the ruler starts at nothing, ends at the length, and keeps room between its numbers', () => {
  expect(tickSeconds(5, 60)).toEqual([0, 1, 2, 3, 4, 5])
  for (const scale of [4, 9, 20, 80]) {
    const ticks = tickSeconds(25, scale)
    expect([ticks.at(0), ticks.at(-1)]).toEqual([0, 25])
    for (const [index, tick] of ticks.slice(1).entries())
      expect((tick - (ticks[index] ?? 0)) * scale).toBeGreaterThanOrEqual(26)
  }
  expect(tickSeconds(0, 80)).toEqual([0])
})

test('a drop goes behind the keyframes before it, a drag to the nearest one', () => {
  expect([-1, 1, 3, 9].map((second) => placeAt([0, 2, 5], second, 3))).toEqual([0, 1, 2, 3])
  expect([-1, 0.9, 1.1, 4, 9].map((second) => nearestPlace([0, 2, 5], second))).toEqual([0, 0, 1, 2, 2])
})
