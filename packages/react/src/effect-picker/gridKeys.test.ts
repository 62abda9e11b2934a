import { expect, test } from 'vitest'
import { createTypeAhead, gridStep } from './gridKeys.ts'

// Ten tiles in rows of four: the last row has two.
const at = (index: number, isRtl = false) => ({ index, count: 10, columns: 4, isRtl })

test.each([
  ['ArrowRight', 3, 4],
  ['ArrowRight', 9, 0],
  ['ArrowLeft', 0, 9],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 9, 1],
  ['ArrowDown', 6, 2],
  ['ArrowUp', 1, 9],
  ['ArrowUp', 2, 6],
  ['ArrowUp', 8, 4],
  ['Home', 7, 0],
  ['End', 7, 9],
])('%s from %i leads to %i', (key, from, to) => {
  expect(gridStep(key, at(from))).toBe(to)
})

test('rows that run from right to left turn left and right around, and nothing else', () => {
  expect(gridStep('ArrowLeft', at(3, true))).toBe(4)
  expect(gridStep('ArrowRight', at(3, true))).toBe(2)
  expect(gridStep('ArrowDown', at(3, true))).toBe(7)
})

test('other keys lead nowhere, and so does any key without tiles', () => {
  expect(gridStep('Enter', at(0))).toBeUndefined()
  expect(gridStep('ArrowRight', { ...at(0), count: 0 })).toBeUndefined()
})

const titles = ['Crumble', 'Crush', 'Decapitate', 'Deflate', 'Eye-pop']

test('one letter again and again goes through all titles that begin so', () => {
  const typeAhead = createTypeAhead()
  expect(typeAhead.find('c', 0, titles, 4)).toBe(0)
  expect(typeAhead.find('c', 100, titles, 0)).toBe(1)
  expect(typeAhead.find('c', 5_000, titles, 1)).toBe(0)
})

test('letters in quick succession are one word', () => {
  const typeAhead = createTypeAhead()
  expect(typeAhead.find('d', 0, titles, 0)).toBe(2)
  expect(typeAhead.find('e', 100, titles, 2)).toBe(2)
  expect(typeAhead.find('f', 200, titles, 2)).toBe(3)
  expect(typeAhead.find('x', 300, titles, 3)).toBeUndefined()
  expect(typeAhead.find('F5', 400, titles, 3)).toBeUndefined()
})
