import { expect, test } from 'vitest'
import { mix, overshoot, progress, smoother } from './easing.ts'
import { containRectangle, coverRectangle } from './pictures.ts'
import { createRandom, noise, seedOf } from './random.ts'
import { breakEvenly, breakLines, directionOfText, fitText } from './text.ts'
import { drawableText } from './glyphs.ts'
import { skia } from '../testing/pictures.ts'

test('easing stands still at both ends', () => {
  for (const ease of [smoother, overshoot])
    expect([ease(0), ease(1)].map((value) => Math.abs(Math.round(value * 1e9) / 1e9))).toEqual([0, 1])
  expect(smoother(0.01)).toBeLessThan(1e-4)
  expect(Math.max(...Array.from({ length: 50 }, (_, step) => overshoot(step / 50)))).toBeGreaterThan(1)
  expect([smoother(-3), smoother(7), progress(5, 0, 2), mix(2, 4, 0.5)]).toEqual([0, 1, 1, 3])
})

test('cover cuts the middle out without changing proportions, contain shows all', () => {
  expect(coverRectangle(200, 300, 160, 80)).toEqual({ x: 0, y: 100, width: 200, height: 100 })
  expect(containRectangle(200, 300, 100, 100)).toMatchObject({
    height: 100,
    x: -containRectangle(200, 300, 100, 100).width / 2,
  })
})

test('random numbers and noise depend on the seed alone', () => {
  const sequence = (seed: number) => Array.from({ length: 5 }, createRandom(seed))
  expect(sequence(7)).toEqual(sequence(7))
  expect(sequence(7)).not.toEqual(sequence(8))
  expect(sequence(7).every((value) => value >= 0 && value < 1)).toBe(true)
  expect(noise(1.5, 2.5, 3)).toBe(noise(1.5, 2.5, 3))
  expect(Math.abs(noise(1.5, 2.5, 3) - noise(1.5001, 2.5, 3))).toBeLessThan(0.01)
  expect(seedOf('a')).not.toBe(seedOf('b'))
})

test('lines break at words and never drop one', () => {
  const lines = breakLines('a bb ccc extraordinarily d', 6, (text) => text.length)
  expect(lines).toEqual(['a bb', 'ccc', 'extraordinarily', 'd'])
})

test('lines break between the words of scripts without spaces, and no line begins with a closing mark', () => {
  const text = '深い森の中で、光る狐が雪の上を静かに歩いていく。'
  const lines = breakLines(text, 8, (part) => part.length)
  expect(lines.join('')).toBe(text)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.every((line) => line.length <= 9 && !/^[、。]/.test(line))).toBe(true)
})

test('a word too long for a line is broken only when asked, and never within an emoji', () => {
  const measure = (part: string) => part.length
  expect(breakLines('abcdefgh', 3, measure)).toEqual(['abcdefgh'])
  expect(breakLines('abcdefgh', 3, measure, true)).toEqual(['abc', 'def', 'gh'])
  const family = '👩‍👩‍👧‍👦'
  expect(breakLines(family.repeat(3), 12, measure, true)).toEqual([family, family, family])
})

test('lines are even in width', () => {
  expect(breakEvenly('one two three four', 15, (part) => part.length)).toEqual(['one two', 'three four'])
})

test('a text of any length fits its box', () => {
  const context = skia(8, 8).getContext('2d')
  for (const text of ['a', 'word '.repeat(2_000), 'x'.repeat(900), '深'.repeat(400)]) {
    const block = fitText(context, text, 400, 120, 60, 20)
    expect(block.lines.length * block.lineHeight).toBeLessThanOrEqual(120)
    expect(Math.max(...block.lines.map((line) => context.measureText(line).width))).toBeLessThanOrEqual(400)
  }
})

test('Arabic and Hebrew run from the right', () => {
  expect(['سفينة', '“שלום” x', 'Ahoi سفينة', '12 abc', '🚀'].map(directionOfText)).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ])
})

test('letters that no font has are left out, and a prompt made of them entirely', () => {
  expect(drawableText(skia, 'Ahoi, Zürich! \u{10FFF0}')).toBe('Ahoi, Zürich!')
  expect(drawableText(skia, '\u{20001}\u{20002}')).toBe('')
})
