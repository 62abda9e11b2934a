import { setTransitionDuration, type Storyboard } from '@pika-kit/core'
import { expect, test } from 'vitest'
import {
  cancelGesture,
  change,
  endGesture,
  redo,
  setUrl,
  startHistory,
  type TimelineHistory,
  undo,
} from './timelineHistory.ts'

const start: Storyboard = {
  keyframes: [
    { id: 'a', url: null },
    { id: 'b', url: 'https://pictures.test/b' },
  ],
  transitions: [{ duration: 5 }],
}
const lasting = (seconds: number) => setTransitionDuration(start, 0, seconds)
const durationOf = (history: TimelineHistory | null) => history?.present.transitions[0]?.duration

test('a drag is one step to undo, the next drag another', () => {
  let history = startHistory(start)
  for (const seconds of [6, 7, 8]) history = change(history, lasting(seconds), 'duration 0')
  history = change(endGesture(history), lasting(9), 'duration 0')
  const once = undo(history)
  expect(durationOf(once)).toBe(8)
  const twice = once && undo(once)
  expect(durationOf(twice)).toBe(5)
  expect(twice && undo(twice)).toBeNull()
  expect(durationOf(twice && redo(twice))).toBe(8)
})

test('a change after undo leaves nothing to redo', () => {
  const undone = undo(change(startHistory(start), lasting(6)))
  expect(undone && redo(change(undone, lasting(7)))).toBeNull()
})

test('a gesture is taken back whole, and leaves nothing to undo or redo', () => {
  let history = change(startHistory(start), lasting(6))
  history = endGesture(history)
  for (const seconds of [7, 8]) history = change(history, lasting(seconds), 'duration 0')
  const cancelled = cancelGesture(history)
  expect(durationOf(cancelled)).toBe(6)
  expect(durationOf(undo(cancelled))).toBe(5)
  expect(redo(cancelled)).toBeNull()
  expect(cancelGesture(cancelled)).toBe(cancelled)
})

test('undo does not take an upload back', () => {
  const history = setUrl(change(startHistory(start), lasting(6)), 'a', 'https://pictures.test/a')
  expect(undo(history)?.present.keyframes[0]?.url).toBe('https://pictures.test/a')
})
