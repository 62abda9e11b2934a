import { expect, test } from 'vitest'
import { tileAfterKey } from './gridKeys.ts'

/** Eight tiles in rows of three: the last row has two. */
const places = Array.from({ length: 8 }, (_, index) => ({
  top: Math.floor(index / 3) * 100,
  left: (index % 3) * 150,
}))
const after = (key: string, from: number) => tileAfterKey(key, from, places, false)

test('arrows go in two directions, and stop at the edges', () => {
  expect(after('ArrowRight', 2)).toBe(3)
  expect(after('ArrowLeft', 0)).toBe(0)
  expect(after('ArrowRight', 7)).toBe(7)
  expect(after('ArrowDown', 1)).toBe(4)
  expect(after('ArrowUp', 4)).toBe(1)
  expect(after('ArrowUp', 1)).toBe(1)
  expect(after('ArrowDown', 7)).toBe(7)
})

test('over a gap in the last row the nearest tile is taken', () => {
  expect(after('ArrowDown', 5)).toBe(7)
})

test('Home and End go to the ends, other keys nowhere', () => {
  expect(after('Home', 5)).toBe(0)
  expect(after('End', 1)).toBe(7)
  expect(after('a', 1)).toBeNull()
})

test('where one reads from right to left, the arrows follow', () => {
  expect(tileAfterKey('ArrowLeft', 1, places, true)).toBe(2)
  expect(tileAfterKey('ArrowRight', 1, places, true)).toBe(0)
})
