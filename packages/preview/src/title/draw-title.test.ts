import { expect, test } from 'vitest'
import { difference, draftOf, pixelsAt } from '../testing/pictures.ts'
import { paletteFor } from './palette.ts'

const none = new Map()
const title = (prompt: string, more: Record<string, unknown> = {}) =>
  draftOf('TEXT_TO_VIDEO', { prompt, seed: 5, ...more }, none)

test.each([
  ['a word', 'Snow'],
  ['a paragraph', 'The last summer before the sea took the town, and the fox who stayed. '.repeat(40)],
  ['one word without an end', 'x'.repeat(3_000)],
  ['emoji', '🚀🌕✨👩‍👩‍👧‍👦'],
  ['Arabic', 'سفينة فضائية تهبط في صحراء ذهبية'],
  ['Japanese', '深い森の中で、光る狐が雪の上を静かに歩いていく'],
])('a prompt of %s is laid out in every ratio, within the frame', (_, prompt) => {
  for (const size of [
    { width: 192, height: 108 },
    { width: 108, height: 192 },
    { width: 120, height: 120 },
  ]) {
    const draft = draftOf('TEXT_TO_VIDEO', { prompt, seed: 5 }, none, { size })
    const pixels = pixelsAt(draft, draft.duration)
    expect(pixels).toHaveLength(size.width * size.height * 4)
    // Nothing but the scene is at the left and right border: no line runs out of the frame.
    for (let y = 30; y < 80; y++) {
      const [first, second] = [
        pixels.readUInt32LE(y * size.width * 4),
        pixels.readUInt32LE(y * size.width * 4 + 4),
      ]
      expect(Math.abs((first & 255) - (second & 255))).toBeLessThan(90)
    }
  }
})

test('words that no font has are left out, and the stage says so', () => {
  expect(title('\u{20001}\u{20002}').stages[0]?.note).toContain('left out')
  expect(title('Snow').stages[0]?.note).not.toContain('left out')
})

test('the title is there at the end, and the scene is at rest', () => {
  const film = title('Snow')
  const blank = title('\u{20001}')
  const end = pixelsAt(film, film.duration)
  expect(difference(end, pixelsAt(blank, film.duration))).toBeGreaterThan(0.5)
  expect(difference(end, pixelsAt(film, film.duration - 0.15))).toBeLessThan(
    difference(pixelsAt(film, 1), pixelsAt(film, 1.15)),
  )
})

test('the first telling word picks ground and colours', () => {
  const ground = (prompt: string) => paletteFor(prompt, () => 0).ground
  expect(['neon rain on a city', 'rain on a forest path', 'a whale of stars', 'snow'].map(ground)).toEqual([
    'skyline',
    'trees',
    'waves',
    'peaks',
  ])
})
