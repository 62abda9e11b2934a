import { expect, test } from 'vitest'
import { storyGeneration } from '../story-support/generations.ts'
import { everything, filterOf, isFiltering, tagsOf } from './filters.ts'

test('a choice becomes the filter of the API, and no choice becomes none', () => {
  expect(filterOf(everything, undefined)).toBeUndefined()
  expect(filterOf({ operation: 'PIKAFFECTS', status: 'failed', tag: 'cats' }, undefined)).toEqual({
    operations: ['PIKAFFECTS'],
    statuses: ['FAILED'],
    tags: ['cats'],
  })
})

test('what the app fixes stays fixed, and tags add up', () => {
  const fixed = { operations: ['TEXT_TO_VIDEO' as const], tags: ['mine'] }
  expect(filterOf({ operation: 'PIKAFFECTS', status: 'all', tag: 'cats' }, fixed)).toEqual({
    operations: ['TEXT_TO_VIDEO'],
    tags: ['mine', 'cats'],
  })
})

test('the tags are those that occur, once each', () => {
  const tagged = [storyGeneration({ tags: ['b', 'a'] }), storyGeneration({ tags: ['a'] })]
  expect(tagsOf(tagged, null)).toEqual(['a', 'b'])
  expect(tagsOf([], 'gone')).toEqual(['gone'])
  expect(isFiltering(everything)).toBe(false)
  expect(isFiltering({ ...everything, tag: 'a' })).toBe(true)
})
