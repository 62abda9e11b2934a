import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import type { DraftCanvas, DraftContextOptions } from '../canvas.ts'
import { coverRectangle } from '../toolkit/pictures.ts'
import { difference, draftOf, mediaOf, picture, pixelsAt, skia } from '../testing/pictures.ts'

const pictures = [picture(384, 240, 10), picture(200, 300, 130), picture(400, 120, 250)]
const media = mediaOf(Object.fromEntries(pictures.map((image, index) => [String(index), image])))
const imageUrls = [...media.keys()]
const input = { imageUrls, transitions: [{ duration: 2 }, { duration: 3 }] }

test('each keyframe stands at its own second, fitted without stretching', () => {
  const draft = draftOf('PIKAFRAMES', input, media)
  expect(draft.duration).toBe(5)
  for (const [index, second] of [0, 2, 5].entries()) {
    const image = pictures[index] as (typeof pictures)[number]
    const expected = createCanvas(192, 108)
    const context = expected.getContext('2d')
    context.imageSmoothingQuality = 'high'
    const { x, y, width, height } = coverRectangle(image.width, image.height, 192, 108)
    context.drawImage(image, x, y, width, height, 0, 0, 192, 108)
    expect(difference(pixelsAt(draft, second), Buffer.from(expected.data()))).toBe(0)
  }
})

test('a picture that already has the size of the frame stands pixel for pixel', () => {
  const exact = picture(192, 108, 40)
  const draft = draftOf(
    'PIKAFRAMES',
    { ...input, imageUrls: ['https://media.test/exact', ...imageUrls.slice(1)] },
    new Map([...media, ['https://media.test/exact', exact]]),
  )
  expect(difference(pixelsAt(draft, 0), Buffer.from(exact.data()))).toBe(0)
})

test('a transition is more than a cross-fade, and leaves its keyframes without a jump', () => {
  const draft = draftOf('PIKAFRAMES', { ...input, seed: 4 }, media)
  const from = pixelsAt(draft, 0)
  const to = pixelsAt(draft, 2)
  const middle = pixelsAt(draft, 1)
  const nearestFade = Math.min(
    ...Array.from({ length: 21 }, (_, step) => {
      const fade = from.map((value, index) => value + ((to[index] ?? 0) - value) * (step / 20))
      return difference(Buffer.from(fade), middle)
    }),
  )
  expect(nearestFade).toBeGreaterThan(3)
  const frame = 1 / 24
  expect(difference(pixelsAt(draft, frame), from)).toBeLessThan(3)
  expect(difference(pixelsAt(draft, 2 - frame), to)).toBeLessThan(3)
})

test('transparent parts of a keyframe are opaque in the video', () => {
  const cutOut = createCanvas(192, 108)
  cutOut.getContext('2d').fillRect(60, 20, 60, 60)
  const draft = draftOf(
    'PIKAFRAMES',
    { imageUrls: [imageUrls[0], 'https://media.test/cut'] },
    new Map([...media, ['https://media.test/cut', cutOut]]),
  )
  expect(pixelsAt(draft, 5).every((value, index) => index % 4 !== 3 || value === 255)).toBe(true)
})

test('stages name each transition at the second it starts', () => {
  expect(draftOf('PIKAFRAMES', input, media).stages).toEqual([
    { start: 0, note: 'transition 1 of 2' },
    { start: 2, note: 'transition 2 of 2' },
  ])
})

test.each([false, true])('a frame written as pixels is the frame on a canvas (mark: %s)', (mark) => {
  const draft = draftOf('PIKAFRAMES', { ...input, seed: 4 }, media, { mark })
  for (const seconds of [0, 0.8, 2, 4.1, 5]) {
    const words = new Int32Array(draft.width * draft.height)
    draft.fill?.(words, seconds)
    const drawn = pixelsAt(draft, seconds)
    const written = new Uint8Array(words.buffer)
    const worst = drawn.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (written[index] ?? 0))),
      0,
    )
    expect(worst).toBeLessThanOrEqual(mark ? 2 : 0)
  }
})

test('a search that was begun ahead is taken over by the frame that needs it, and gives the same frame', () => {
  const begun = draftOf('PIKAFRAMES', input, media)
  const { search } = begun
  if (!search) throw new Error('a draft of transitions has nothing to search for')
  expect([0, 1, 2, 4].map((seconds) => search.isDoneFor(seconds))).toEqual([true, false, true, false])
  const steps = search.stepsFrom(4)
  for (let step = 0; step < 30; step++) expect(steps.next().done).toBe(false)
  const drawn = pixelsAt(begun, 4)
  expect([search.isDoneFor(4), search.isDoneFor(1)]).toEqual([true, false])
  expect(difference(drawn, pixelsAt(draftOf('PIKAFRAMES', input, media), 4))).toBe(0)
})

test('the transition that is looked at is searched first', () => {
  const { search } = draftOf('PIKAFRAMES', input, media)
  for (const _ of search?.stepsFrom(3) ?? []) if (search?.isDoneFor(3)) break
  expect([search?.isDoneFor(3), search?.isDoneFor(1)]).toEqual([true, false])
})

test('until its motion is found a transition is a cross-dissolve, from the one keyframe to the other', () => {
  const draft = draftOf('PIKAFRAMES', input, media)
  const meanwhile = (seconds: number) => {
    const canvas = createCanvas(draft.width, draft.height)
    draft.search?.drawMeanwhile(canvas.getContext('2d'), seconds)
    return Buffer.from(canvas.data())
  }
  const half = meanwhile(1)
  const to = pixelsAt(draft, 2)
  const between = pixelsAt(draft, 0).map((value, index) => (value + (to[index] ?? 0)) / 2)
  expect(difference(half, Buffer.from(between))).toBeLessThan(1)
  expect(difference(meanwhile(0), pixelsAt(draft, 0))).toBe(0)
  expect(draft.search?.isDoneFor(1)).toBe(false)
})

test('another size of a draft moves alike, and shares what was searched', () => {
  const draft = draftOf('PIKAFRAMES', input, media)
  const small = draft.resized?.({ width: 96, height: 54 })
  const whole = createCanvas(192, 108)
  draft.draw(whole.getContext('2d'), 1)
  expect(small?.search?.isDoneFor(1)).toBe(true)
  const reduced = createCanvas(96, 54)
  reduced.getContext('2d').drawImage(whole, 0, 0, 96, 54)
  expect(difference(pixelsAt(small as typeof draft, 1), Buffer.from(reduced.data()))).toBeLessThan(6)
})

test('what is read is kept in memory, where reading does not wait for a graphics card', () => {
  const size = { width: 640, height: 360 }
  const kept: (boolean | undefined)[] = []
  const createNoting = (width: number, height: number) => {
    const canvas = skia(width, height)
    const getContext = canvas.getContext.bind(canvas) as DraftCanvas['getContext']
    return Object.assign(canvas, {
      getContext(kind: '2d', options?: DraftContextOptions) {
        if (options) kept.push(options.willReadFrequently)
        return getContext(kind, options)
      },
    })
  }
  const draft = draftOf('PIKAFRAMES', input, media, { size, createCanvas: createNoting })
  draft.fill?.(new Int32Array(size.width * size.height), 0)
  expect(kept).toEqual([true, true, true])
})
