import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Storyboard } from './storyboard.ts'
import { keyframeLabels, readStoryboardText, storyboardText } from './storyboard-text.ts'

const board: Storyboard = {
  keyframes: [
    { id: 'a', url: 'https://files.test/1', name: 'lake.jpg' },
    { id: 'b', url: 'https://files.test/hill.jpg?size=2' },
    { id: 'c', url: null, name: 'lake.jpg' },
  ],
  transitions: [{ duration: 3, prompt: 'dusk falls,\nlights come on' }, { duration: 4 }],
}
let count = 0
const read = (text: string, known = board) => readStoryboardText(text, known, () => `new-${++count}`)
const errorsOf = (text: string) => {
  const result = read(text)
  return result.ok ? [] : result.errors.map(({ line, code }) => `${line} ${code}`)
}

test('one line stands for each keyframe and transition', () => {
  expect(storyboardText(board)).toBe(
    ['1. lake.jpg', '→ 3 s: dusk falls, lights come on', '2. hill.jpg', '→ 4 s', '3. lake.jpg (2)'].join(
      '\n',
    ),
  )
  expect(storyboardText({ keyframes: [], transitions: [] })).toBe('')
})

test('lines in another order are keyframes in another order, and a prompt that nobody touched keeps its lines', () => {
  const result = read('hill.jpg\n-> 7s: rain\nlake.jpg (2)\n→ 4\n9. lake.jpg')
  expect(result.ok && result.storyboard).toEqual({
    keyframes: [board.keyframes[1], board.keyframes[2], board.keyframes[0]],
    transitions: [{ duration: 7, prompt: 'rain' }, { duration: 4 }],
  })
  const longer = read(storyboardText(board).replace('→ 4 s', '→ 5 s'))
  expect(longer.ok && longer.storyboard.transitions).toEqual([board.transitions[0], { duration: 5 }])
})

test('an address is a new keyframe, a name said twice the same picture again, and a gap five seconds', () => {
  const result = read('lake.jpg\nhttps://other.test/z.png\nlake.jpg')
  if (!result.ok) throw new Error('must be readable')
  expect(result.storyboard.keyframes.map(({ url }) => url)).toEqual([
    'https://files.test/1',
    'https://other.test/z.png',
    'https://files.test/1',
  ])
  expect(new Set(result.storyboard.keyframes.map(({ id }) => id)).size).toBe(3)
  expect(result.storyboard.transitions).toEqual([{ duration: 5 }, { duration: 5 }])
})

test('what is wrong is told with its line', () => {
  expect(errorsOf('1. lake.jpg\n→ 3 s\n2. moon.jpg')).toEqual(['2 NO_KEYFRAME_BEHIND', '3 UNKNOWN_KEYFRAME'])
  expect(errorsOf('→ 3 s\nlake.jpg')).toEqual(['1 NO_KEYFRAME_BEFORE'])
  expect(errorsOf('lake.jpg\n→ soon\n\n→ 0 s\nhill.jpg')).toEqual(['2 BAD_SECONDS', '4 BAD_SECONDS'])
  expect(errorsOf('lake.jpg\n→ 2 s\n→ 3 s\nhill.jpg')).toEqual(['3 TWO_TRANSITIONS'])
  expect(errorsOf('lake.jpg\n→ 20 s\nhill.jpg\n→ 6 s\nlake.jpg (2)')).toEqual(['4 OVER_BUDGET'])
  expect(errorsOf('lake.jpg (2)\nlake.jpg (2)')).toEqual(['2 STILL_UPLOADING'])
  expect(errorsOf(Array.from({ length: 6 }, () => 'lake.jpg').join('\n'))).toEqual(['6 TOO_MANY_KEYFRAMES'])
})

const words = fc.string({ maxLength: 20 })
const boards = fc
  .array(fc.record({ name: words, duration: fc.integer({ min: 1, max: 6 }), prompt: words }), {
    maxLength: 5,
  })
  .map((rows): Storyboard => ({
    keyframes: rows.map(({ name }, index) => ({ id: `k${index}`, url: `https://files.test/${index}`, name })),
    transitions: rows
      .slice(1)
      .map(({ duration, prompt }) => (prompt.trim() ? { duration, prompt } : { duration })),
  }))

test('what was written is read back as what it was, whatever names and prompts say', () => {
  fc.assert(
    fc.property(boards, (any) => {
      // Something else first, so that not only the untouched text is recognised.
      const text = `\n${storyboardText(any)}`.replaceAll('\n', '\n\n')
      const result = read(text, any)
      const labels = keyframeLabels(any)
      // A name that looks like an arrow cannot be told from a transition.
      fc.pre(!labels.some((label) => /^(→|[-=]+>)/.test(label)))
      expect(result.ok && result.storyboard).toEqual(any)
    }),
  )
})
