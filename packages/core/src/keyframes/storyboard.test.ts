import { expect, test } from 'vitest'
import {
  insertKeyframes,
  moveKeyframe,
  removeKeyframe,
  setTransitionDuration,
  setTransitionPrompt,
  type Storyboard,
  toPikaframesInput,
  toStoryboard,
} from './storyboard.ts'
import { keyframeTimes, remainingSeconds, totalSeconds, transitionAt } from './timing.ts'

const keyframe = (id: string) => ({ id, url: `https://pictures.test/${id}` })
const board = (ids: string, ...durations: number[]): Storyboard => ({
  keyframes: [...ids].map(keyframe),
  transitions: durations.map((duration) => ({ duration })),
})
const shape = ({ keyframes, transitions }: Storyboard) => [
  keyframes.map(({ id }) => id).join(''),
  ...transitions.map(({ duration }) => duration),
]

test('keyframes stand at the sums of the durations before them', () => {
  expect(keyframeTimes([{ duration: 2 }, { duration: 3 }])).toEqual([0, 2, 5])
  expect(transitionAt([{ duration: 2 }, { duration: 4 }], 3)).toEqual({ index: 1, part: 0.25 })
  expect(transitionAt([{ duration: 2 }], 9)).toEqual({ index: 0, part: 1 })
})

test('a keyframe that is added brings a transition, and there is never a sixth', () => {
  expect(shape(insertKeyframes({ keyframes: [], transitions: [] }, 0, [keyframe('a')]))).toEqual(['a'])
  expect(shape(insertKeyframes(board('ab', 2), 2, [keyframe('c')]))).toEqual(['abc', 2, 5])
  expect(shape(insertKeyframes(board('ab', 2), 1, [keyframe('c')]))).toEqual(['acb', 2, 5])
  expect(shape(insertKeyframes(board('abcd', 2, 2, 2), 4, [keyframe('e'), keyframe('f')]))).toEqual([
    'abcde',
    2,
    2,
    2,
    5,
  ])
})

test('a new transition takes what the budget leaves', () => {
  const full = insertKeyframes(board('abc', 12, 11), 3, [keyframe('d')])
  expect(shape(full)).toEqual(['abcd', 12, 11, 2])
  expect(remainingSeconds(full.transitions)).toBe(0)
})

test('removing keeps one transition fewer than keyframes', () => {
  expect(shape(removeKeyframe(board('abc', 2, 3), 'a'))).toEqual(['bc', 3])
  expect(shape(removeKeyframe(board('abc', 2, 3), 'b'))).toEqual(['ac', 3])
  expect(shape(removeKeyframe(board('abc', 2, 3), 'c'))).toEqual(['ab', 2])
  expect(shape(removeKeyframe(board('a'), 'a'))).toEqual([''])
})

test('moving keeps the rhythm', () => {
  expect(shape(moveKeyframe(board('abc', 2, 3), 'a', 2))).toEqual(['bca', 2, 3])
  expect(shape(moveKeyframe(board('abc', 2, 3), 'c', -4))).toEqual(['cab', 2, 3])
})

test('a duration stays whole, at least one second, and within the budget', () => {
  expect(shape(setTransitionDuration(board('abc', 2, 3), 0, 3.6))).toEqual(['abc', 4, 3])
  expect(shape(setTransitionDuration(board('abc', 2, 3), 0, -4))).toEqual(['abc', 1, 3])
  const stretched = setTransitionDuration(board('abc', 2, 3), 1, 99)
  expect(shape(stretched)).toEqual(['abc', 2, 23])
  expect(totalSeconds(stretched.transitions)).toBe(25)
})

test('a storyboard becomes a pikaframes input and back', () => {
  const storyboard = setTransitionPrompt(board('ab', 2), 0, 'dusk falls')
  const input = toPikaframesInput(storyboard)
  expect(input).toEqual({
    imageUrls: ['https://pictures.test/a', 'https://pictures.test/b'],
    transitions: [{ duration: 2, prompt: 'dusk falls' }],
  })
  let next = 0
  expect(toPikaframesInput(toStoryboard(input, () => String(next++)))).toEqual(input)
  expect(toPikaframesInput(setTransitionPrompt(storyboard, 0, ''))).toMatchObject({
    transitions: [{ duration: 2 }],
  })
})
