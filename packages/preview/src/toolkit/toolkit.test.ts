import { expect, test } from 'vitest'
import { mix, overshoot, progress, smoother } from './easing.ts'
import { containRectangle, coverRectangle } from './pictures.ts'
import { createRandom, noise, seedOf } from './random.ts'
import { breakLines } from './text.ts'

test('easing stands still at both ends', () => {
  for (const ease of [smoother, overshoot])
    expect([ease(0), ease(1)].map((value) => Math.abs(Math.round(value * 1e9) / 1e9))).toEqual([0, 1])
  expect(smoother(0.01)).toBeLessThan(1e-4)
  expect(Math.max(...Array.from({ length: 50 }, (_, step) => overshoot(step / 50)))).toBeGreaterThan(1)
  expect([smoother(-3), smoother(7), progress(5, 0, 2), mix(2, 4, 0.5)]).toEqual([0, 1, 1, 3])
})

test('cover cuts the middle out without changing proportions, contain shows all', () => {
  expect(coverRectangle(200, 300, 160, 80)).toEqual({ x: 0, y: 100, width: 200, height: 100 })
  expect(containRectangle(200, 300, 100, 100)).toMatchObject({
    height: 100,
    x: -containRectangle(200, 300, 100, 100).width / 2,
  })
})

test('random numbers and noise depend on the seed alone', () => {
  const sequence = (seed: number) => Array.from({ length: 5 }, createRandom(seed))
  expect(sequence(7)).toEqual(sequence(7))
  expect(sequence(7)).not.toEqual(sequence(8))
  expect(sequence(7).every((value) => value >= 0 && value < 1)).toBe(true)
  expect(noise(1.5, 2.5, 3)).toBe(noise(1.5, 2.5, 3))
  expect(Math.abs(noise(1.5, 2.5, 3) - noise(1.5001, 2.5, 3))).toBeLessThan(0.01)
  expect(seedOf('a')).not.toBe(seedOf('b'))
})

test('lines break at words and never drop one', () => {
  const lines = breakLines('a bb ccc extraordinarily d', 6, (text) => text.length)
  expect(lines).toEqual(['a bb', 'ccc', 'extraordinarily', 'd'])
})
