import { expect, test } from 'vitest'
import { placesFor } from './arrange.ts'

test.each([1, 2, 3, 4, 5, 6, 9, 13, 20])('%i ingredients have their own places within the frame', (count) => {
  for (const ratio of [16 / 9, 1, 9 / 16]) {
    const places = placesFor(count, ratio)
    expect(places).toHaveLength(count)
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(count)
    expect(places.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)).toBe(true)
  }
})

test('four stand two by two, and two stand along the longer side', () => {
  const rowsOf = (count: number, ratio: number) => new Set(placesFor(count, ratio).map(({ y }) => y)).size
  expect([rowsOf(4, 16 / 9), rowsOf(2, 16 / 9), rowsOf(2, 9 / 16)]).toEqual([2, 1, 2])
})
