import { PIKAFFECTS } from '@pika-kit/core'
import { expect, test } from 'vitest'
import { createDraft, effectDrawings } from '../index.ts'
import { difference, draftOf, mediaOf, operationOf, picture, pixelsAt, skia } from '../testing/pictures.ts'

const media = mediaOf({ a: picture(320, 180, 10) })
const imageUrl = 'https://media.test/a'
const frameOf = (pikaffect: string, seconds: number) =>
  pixelsAt(draftOf('PIKAFFECTS', { imageUrl, pikaffect, seed: 1 }, media), seconds)

test.each(PIKAFFECTS)('%s has a motion of its own that changes the picture', (pikaffect) => {
  expect(effectDrawings[pikaffect]?.isSketch).toBe(false)
  const untouched = frameOf(pikaffect, 0)
  const strongest = Math.max(
    ...[1.2, 2, 3, 4].map((seconds) => difference(frameOf(pikaffect, seconds), untouched)),
  )
  expect(strongest).toBeGreaterThan(3)
})

test('no two effects look alike', () => {
  const films = PIKAFFECTS.map((pikaffect) => ({
    pikaffect,
    frames: [1.5, 2.4, 3.3].map((seconds) => frameOf(pikaffect, seconds)),
  }))
  const apart = (one: (typeof films)[number], other: (typeof films)[number]) =>
    Math.max(...one.frames.map((frame, index) => difference(frame, other.frames[index] ?? frame)))
  const alike = films.flatMap((one, index) =>
    films
      .slice(index + 1)
      .filter((other) => apart(one, other) < 2)
      .map((other) => `${one.pikaffect} = ${other.pikaffect}`),
  )
  expect(alike).toEqual([])
})

test('an effect without a drawing is sketched, and says so in the picture and in the log', () => {
  const draw = (pikaffect: string) =>
    createDraft(operationOf('PIKAFFECTS'), { imageUrl, pikaffect, seed: 1 }, media, {
      createCanvas: skia,
      size: { width: 192, height: 108 },
      mark: false,
    })
  expect(draw('Sparkle').stages[0]?.note).toContain('sketch')
  expect(difference(pixelsAt(draw('Sparkle'), 2), pixelsAt(draw('Glitter'), 2))).toBeGreaterThan(0)
})
