import { expect, test } from 'vitest'
import { inWords, median, percentile } from './numbers.ts'

test('medians and percentiles, whatever the order', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(percentile([10, 20, 30, 40, 50], 99)).toBeCloseTo(49.6)
  expect(median([])).toBeNaN()
})

test('three digits that matter', () => {
  expect([61_234.5, 123.4, 1.2345, 0.012345, Number.NaN].map(inWords)).toEqual([
    '61,235',
    '123',
    '1.23',
    '0.0123',
    '–',
  ])
})
