import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  closestZoom,
  edgeSpeed,
  fittingScale,
  nearestPlace,
  placeAt,
  scrollToShow,
  THUMBNAIL_PIXELS,
  thumbnailWidth,
  tickSeconds,
} from './axis.ts'

const lasting = (...durations: number[]) => durations.map((duration) => ({ duration }))
const transitions = fc
  .array(fc.integer({ min: 1, max: 22 }), { minLength: 1, maxLength: 4 })
  .map((durations) => lasting(...durations))
const widths = fc.integer({ min: 200, max: 2_000 })

test('the axis fills its box, so that the last keyframe ends where the box ends', () => {
  expect(fittingScale(lasting(5, 5), 672) * 10 + THUMBNAIL_PIXELS).toBe(672)
})

test('pictures never overlap, and are never too narrow to be pressed, whatever the seconds, the box and the zoom', () => {
  fc.assert(
    fc.property(transitions, widths, fc.double({ min: 0, max: 1, noNaN: true }), (any, width, part) => {
      const fitting = fittingScale(any, width)
      const scale = fitting * (1 + part * (closestZoom(fitting) - 1))
      const pictures = [...any, null].map((_, place) => thumbnailWidth(any, place, scale))
      expect(Math.min(...pictures)).toBeGreaterThanOrEqual(24)
      expect(Math.max(...pictures)).toBeLessThanOrEqual(THUMBNAIL_PIXELS)
      for (const [place, { duration }] of any.entries()) {
        const halves = ((pictures[place] ?? 0) + (pictures[place + 1] ?? 0)) / 2
        expect(halves).toBeLessThan(duration * scale)
      }
    }),
  )
})

test('the ruler starts at nothing, ends at the length, and keeps room between its numbers', () => {
  expect(tickSeconds(5, 60)).toEqual([0, 1, 2, 3, 4, 5])
  expect(tickSeconds(2, 120)).toEqual([0, 0.5, 1, 1.5, 2])
  for (const scale of [4, 9, 20, 80, 240]) {
    const ticks = tickSeconds(25, scale)
    expect([ticks[0], ticks.at(-1)]).toEqual([0, 25])
    const gaps = ticks.slice(1).map((tick, index) => (tick - (ticks[index] ?? 0)) * scale)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(26)
  }
  expect(tickSeconds(0, 80)).toEqual([0])
})

test('a drop falls behind what stands before it, a dragged keyframe to its nearest', () => {
  expect(placeAt([0, 2, 5], 3, 3)).toBe(2)
  expect(placeAt([0, 2, 5], -1, 3)).toBe(0)
  expect(placeAt([0], 3, 0)).toBe(0)
  expect(nearestPlace([0, 2, 5], 3.4)).toBe(1)
  expect(nearestPlace([0, 2, 5], 3.6)).toBe(2)
  expect(nearestPlace([0, 2, 5], 99)).toBe(2)
})

test('scrolling brings the play position into view, and only when it is not', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), widths, (at, start, width) => {
      const scrolled = scrollToShow(at, { start, width })
      expect(at >= scrolled && at <= scrolled + width).toBe(true)
      expect(scrollToShow(at, { start: scrolled, width })).toBe(scrolled)
    }),
  )
})

test('what is held near an end scrolls there, the faster the nearer', () => {
  expect(edgeSpeed(300, 600)).toBe(0)
  expect(edgeSpeed(0, 600)).toBe(-14)
  expect(edgeSpeed(-80, 600)).toBe(-14)
  expect(edgeSpeed(24, 600)).toBe(-7)
  expect(edgeSpeed(590, 600)).toBeGreaterThan(edgeSpeed(570, 600))
})
