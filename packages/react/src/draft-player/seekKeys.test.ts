import { FRAMES_PER_SECOND } from '@pika-kit/preview'
import { expect, test } from 'vitest'
import { DRAFT_FRAMES_PER_SECOND, seekByKey } from './seekKeys.ts'

const press = (key: string, time: number, { shiftKey = false, isRightToLeft = false } = {}) =>
  seekByKey({ key, shiftKey }, { time, duration: 5, isRightToLeft })

test('a frame is what preview draws', () => {
  expect(DRAFT_FRAMES_PER_SECOND).toBe(FRAMES_PER_SECOND)
})

test('arrows step by a frame, with Shift and Page by a second, Home and End to the ends', () => {
  expect(press('ArrowRight', 1)).toBe(25 / 24)
  expect(press('ArrowLeft', 1.01)).toBe(23 / 24)
  expect(press('ArrowRight', 1, { isRightToLeft: true })).toBe(23 / 24)
  expect(press('ArrowUp', 1, { isRightToLeft: true })).toBe(25 / 24)
  expect(press('ArrowRight', 1, { shiftKey: true })).toBe(2)
  expect(press('PageDown', 1.5)).toBe(0.5)
  expect([press('Home', 3), press('End', 3)]).toEqual([0, 5])
  expect([press('ArrowLeft', 0), press('ArrowRight', 5), press('a', 1)]).toEqual([0, 5, null])
})
