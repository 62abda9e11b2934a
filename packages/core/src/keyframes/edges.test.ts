import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgeLimits, moveEdge, snapSeconds } from './edges.ts'
import { insertKeyframes, type Storyboard } from './storyboard.ts'
import { keyframeTimes, totalSeconds } from './timing.ts'

/** Any storyboard within the rules, and one of its transitions. */
const boards = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }).chain((durations) =>
  fc.record({
    board: fc.constant<Storyboard>({
      keyframes: [...durations, 0].map((_, index) => ({ id: `k${index}`, url: null })),
      transitions: durations.map((duration) => ({ duration })),
    }),
    index: fc.nat(durations.length - 1),
  }),
)
const anySeconds = fc.double({ min: -50, max: 100, noNaN: true })

test('a rippling edge pushes what follows by as much, and touches nothing before it', () => {
  fc.assert(
    fc.property(boards, anySeconds, ({ board, index }, seconds) => {
      const after = moveEdge(board, index, seconds)
      const [was, is] = [keyframeTimes(board.transitions), keyframeTimes(after.transitions)]
      const pushed = (is[index + 1] ?? 0) - (was[index + 1] ?? 0)
      expect(is).toEqual(was.map((time, place) => (place > index ? time + pushed : time)))
    }),
  )
})

test('a rolling edge moves one keyframe alone, and the video keeps its length', () => {
  fc.assert(
    fc.property(boards, anySeconds, ({ board, index }, seconds) => {
      fc.pre(index < board.transitions.length - 1)
      const after = moveEdge(board, index, seconds, 'roll')
      const [was, is] = [keyframeTimes(board.transitions), keyframeTimes(after.transitions)]
      expect(is.toSpliced(index + 1, 1)).toEqual(was.toSpliced(index + 1, 1))
      expect(after.transitions.every(({ duration }) => duration >= 1)).toBe(true)
    }),
  )
})

test('an edge reaches its limits, and goes no further', () => {
  fc.assert(
    fc.property(boards, fc.constantFrom('ripple', 'roll'), anySeconds, ({ board, index }, mode, seconds) => {
      const { min, max } = edgeLimits(board.transitions, index, mode)
      const lasts = (wanted: number) => moveEdge(board, index, wanted, mode).transitions[index]?.duration ?? 0
      expect(lasts(-100)).toBe(min)
      expect(lasts(100)).toBe(max)
      expect(lasts(seconds)).toBe(Math.min(Math.max(Math.round(seconds), min), max))
      expect(totalSeconds(moveEdge(board, index, seconds, mode).transitions)).toBeLessThanOrEqual(25)
    }),
  )
})

test('an edge falls into whole seconds, and near the play position into the one nearest to that', () => {
  expect(snapSeconds(3.6)).toBe(4)
  expect(snapSeconds(3.6, 3.4, 0.3)).toBe(3)
  expect(snapSeconds(3.8, 3.4, 0.3)).toBe(4)
  fc.assert(
    fc.property(anySeconds, anySeconds, fc.double({ min: 0, max: 2, noNaN: true }), (at, playhead, reach) => {
      const snapped = snapSeconds(at, playhead, reach)
      expect(Number.isInteger(snapped)).toBe(true)
      expect(Math.abs(snapped - at)).toBeLessThanOrEqual(reach + 0.5)
    }),
  )
})

test('a keyframe put in where no second is left takes one from the longest transition', () => {
  const full = {
    keyframes: ['a', 'b', 'c'].map((id) => ({ id, url: null })),
    transitions: [{ duration: 5 }, { duration: 20 }],
  }
  const after = insertKeyframes(full, 1, [{ id: 'x', url: null }])
  expect(after.transitions.map(({ duration }) => duration)).toEqual([5, 1, 19])
})
