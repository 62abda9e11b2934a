import { expect, test } from 'vitest'
import { actionOf, FRAMES_PER_SECOND, stepFrame, stepRate } from './playback.ts'

test('a step lands in the middle of the next frame, from wherever in this one', () => {
  const middle = (frame: number) => (frame + 0.5) / FRAMES_PER_SECOND
  expect(stepFrame(0, 1, 5)).toBeCloseTo(middle(1))
  expect(stepFrame(middle(7), 1, 5)).toBeCloseTo(middle(8))
  expect(stepFrame(8 / FRAMES_PER_SECOND, -1, 5)).toBeCloseTo(middle(7))
  expect(stepFrame(8 / FRAMES_PER_SECOND - 0.0001, 1, 5)).toBeCloseTo(middle(9))
})

test('there is nothing before the first frame and after the last', () => {
  expect(stepFrame(0, -1, 5)).toBeCloseTo(0.5 / FRAMES_PER_SECOND)
  expect(stepFrame(5, 1, 5)).toBeCloseTo(5 - 0.5 / FRAMES_PER_SECOND)
  expect(stepFrame(0, 1, 0)).toBeCloseTo(0.5 / FRAMES_PER_SECOND)
})

test('the rate goes up and down its steps, and stays at the ends', () => {
  expect(stepRate(1, 1)).toBe(1.5)
  expect(stepRate(1, -1)).toBe(0.5)
  expect(stepRate(2, 1)).toBe(2)
  expect(stepRate(1.1, 1)).toBe(1.5)
})

test('keys of the browser and of the page stay theirs', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false }
  expect(actionOf({ ...plain, key: '.' })).toEqual({ type: 'frame', direction: 1 })
  expect(actionOf({ ...plain, key: 'K' })).toEqual({ type: 'play' })
  expect(actionOf({ ...plain, key: '3' })).toEqual({ type: 'seek-to', share: 0.3 })
  expect(actionOf({ ...plain, key: 'x' })).toBeNull()
  expect(actionOf({ ...plain, key: 'f', ctrlKey: true })).toBeNull()
  expect(actionOf({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull()
})
