import { expect, test } from 'vitest'
import { lineUp, stage } from './arrange.ts'

const ratios = [16 / 9, 1, 9 / 16]

test.each([1, 2, 3, 4, 5, 6, 9, 13, 20])('%i ingredients have their own places within the frame', (count) => {
  for (const ratio of ratios) {
    for (const places of [lineUp(count, ratio), stage(count, ratio, 7)]) {
      expect(places).toHaveLength(count)
      expect(new Set(places.map(({ x, foot }) => `${x},${foot}`)).size).toBe(count)
      expect(places.every(({ x, foot }) => x > 0 && x < 1 && foot > 0 && foot <= 1)).toBe(true)
    }
  }
})

test('in a line-up nobody stands before another', () => {
  for (const ratio of ratios) {
    for (let count = 2; count <= 20; count++) {
      const places = lineUp(count, ratio)
      places.forEach((one, index) => {
        for (const other of places.slice(index + 1)) {
          const isBeside = Math.abs(one.x - other.x) >= (one.wide + other.wide) / 2 - 1e-9
          const isAbove = Math.abs(one.foot - other.foot) >= Math.min(one.tall, other.tall)
          expect(isBeside || isAbove, `${count} at ${ratio}`).toBe(true)
        }
      })
    }
  }
})

test('four stand two by two, and two stand along the longer side', () => {
  const rowsOf = (count: number, ratio: number) => new Set(lineUp(count, ratio).map(({ foot }) => foot)).size
  expect([rowsOf(4, 1), rowsOf(2, 16 / 9), rowsOf(2, 9 / 16)]).toEqual([2, 1, 2])
})

test('on a stage the first is nearest and largest, and the last farthest', () => {
  const places = stage(5, 16 / 9, 1)
  expect(places.map(({ depth }) => depth)).toEqual([1, 0.75, 0.5, 0.25, 0])
  expect(places.every((place, index) => index === 0 || place.tall < (places[index - 1]?.tall ?? 0))).toBe(
    true,
  )
})
