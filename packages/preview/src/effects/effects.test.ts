import { createCanvas } from '@napi-rs/canvas'
import { PIKAFFECTS } from '@pika-kit/core'
import { describe, expect, test } from 'vitest'
import { createDraft, effectDrawings } from '../index.ts'
import { clay, seeClay } from '../testing/clay.ts'
import { difference, draftOf, mediaOf, operationOf, picture, pixelsAt, skia } from '../testing/pictures.ts'

const size = { width: 192, height: 108 }
const media = mediaOf({ clay: clay(384, 216), busy: picture(320, 180, 10) })
const draftFor = (pikaffect: string, name = 'clay', options = {}) =>
  draftOf('PIKAFFECTS', { imageUrl: `https://media.test/${name}`, pikaffect, seed: 1 }, media, options)
/** Preparing costs more than drawing: one draft of each for all tests that only look. */
const prepared = new Map<string, ReturnType<typeof draftFor>>()
function frameOf(pikaffect: string, seconds: number): Buffer {
  const draft = prepared.get(pikaffect) ?? draftFor(pikaffect)
  prepared.set(pikaffect, draft)
  return pixelsAt(draft, seconds)
}
const seenAt = (pikaffect: string, seconds: number) =>
  seeClay(frameOf(pikaffect, seconds), size.width, size.height)

/** The picture as it fills the frame. */
function still(name: string): Buffer {
  const canvas = createCanvas(size.width, size.height)
  canvas
    .getContext('2d')
    .drawImage(media.get(`https://media.test/${name}`) as never, 0, 0, size.width, size.height)
  return Buffer.from(canvas.data())
}

describe.each(PIKAFFECTS)('%s', (pikaffect) => {
  test.each(['clay', 'busy'])('begins with the picture itself and does not jump: %s', (name) => {
    expect(effectDrawings[pikaffect]?.isSketch).toBe(false)
    const draft = draftFor(pikaffect, name)
    const first = pixelsAt(draft, 0)
    expect(difference(first, still(name))).toBeLessThan(1.5)
    const steps = Array.from({ length: 25 }, (_, frame) => pixelsAt(draft, frame / 24))
    const jumps = steps.slice(1).map((frame, index) => difference(frame, steps[index] ?? frame))
    expect(Math.max(...jumps)).toBeLessThan(16)
    expect(jumps[0]).toBeLessThan(2)
  })

  test('is a motion, and no cross-fade between its ends', () => {
    const [first, last] = [frameOf(pikaffect, 0), frameOf(pikaffect, 4.9)]
    const strangest = Math.max(
      ...[1.2, 1.7, 2.3, 2.8, 3.4].map((seconds) => farFromFade(frameOf(pikaffect, seconds), first, last)),
    )
    // A fade is off by rounding alone, less than 0.5; the subject is about a tenth of the frame.
    expect(strangest).toBeGreaterThan(0.9)
  })

  test('gives the same picture for a second, in whatever order it is asked', () => {
    const draft = draftFor(pikaffect)
    const forward = [1.1, 2.6, 3.9].map((seconds) => pixelsAt(draft, seconds))
    pixelsAt(draft, 4.8)
    const backward = [3.9, 2.6, 1.1].map((seconds) => pixelsAt(draft, seconds)).toReversed()
    expect(forward.map((frame, index) => frame.equals(backward[index] ?? frame))).toEqual([true, true, true])
    expect(pixelsAt(draftFor(pikaffect), 2.6).equals(forward[1] ?? Buffer.of())).toBe(true)
  })

  test('paints every pixel at any ratio, of pictures of any size, with alpha too', () => {
    const cutOut = createCanvas(120, 90)
    cutOut.getContext('2d').fillRect(40, 20, 40, 50)
    const odd = mediaOf({ dot: picture(1, 1, 0), line: picture(3, 200, 90), cutOut, clay: clay(200, 201) })
    const cases: [name: string, width: number, height: number][] = [
      ['clay', 96, 54],
      ['clay', 54, 96],
      ['clay', 60, 60],
      ['clay', 60, 48],
      ['clay', 48, 60],
      ['clay', 60, 40],
      ['clay', 40, 60],
      ['clay', 7, 5],
      ['dot', 60, 40],
      ['line', 60, 40],
      ['cutOut', 40, 60],
    ]
    const holes = cases.flatMap(([name, width, height]) => {
      const imageUrl = `https://media.test/${name}`
      const draft = draftOf('PIKAFFECTS', { imageUrl, pikaffect, seed: 1 }, odd, { size: { width, height } })
      return [0, 0.7, 2.2, 4.9]
        .filter((seconds) => pixelsAt(draft, seconds).some((value, index) => index % 4 === 3 && value < 255))
        .map((seconds) => `${name} ${width}×${height} at ${seconds} s`)
    })
    expect(holes).toEqual([])
  })
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

describe('what happens to the subject', () => {
  const whole = seenAt('Levitate', 0)

  test('Levitate lifts it, whole, with air below', () => {
    const up = seenAt('Levitate', 3.6)
    expect(up.y).toBeLessThan(whole.y - 0.06)
    expect(up.area).toBeGreaterThan(whole.area * 0.5)
    expect(up.bottom).toBeLessThan(whole.bottom - 0.08)
  })

  test('Inflate makes it larger, Deflate smaller, and that on the floor', () => {
    expect(seenAt('Inflate', 2.7).area).toBeGreaterThan(whole.area * 1.25)
    const flat = seenAt('Deflate', 4.7)
    expect(flat.area).toBeLessThan(whole.area * 0.4)
    expect(flat.bottom).toBeCloseTo(whole.bottom, 1)
    expect(flat.top).toBeGreaterThan(whole.y)
  })

  test('Crush leaves it low and wide', () => {
    const flat = seenAt('Crush', 3.4)
    expect(flat.bottom - flat.top).toBeLessThan((whole.bottom - whole.top) * 0.35)
    expect(flat.right - flat.left).toBeGreaterThan((whole.right - whole.left) * 1.15)
  })

  test('Squish makes it tall, and it springs back', () => {
    expect(seenAt('Squish', 2.9).top).toBeLessThan(whole.top - 0.03)
    expect(seenAt('Squish', 4.9).area / whole.area).toBeCloseTo(1, 1)
  })

  test('Poke pushes its middle aside, and lets it go', () => {
    expect(seenAt('Poke', 3.3).x).toBeLessThan(whole.x - 0.01)
    expect(seenAt('Poke', 4.9).x).toBeCloseTo(whole.x, 2)
  })

  test('Melt and Crumble bring it down, onto more floor than it stood on', () => {
    for (const effect of ['Melt', 'Crumble']) {
      const fallen = seenAt(effect, 4.7)
      expect(fallen.y, effect).toBeGreaterThan(whole.y + 0.12)
      expect(fallen.right - fallen.left, effect).toBeGreaterThan((whole.right - whole.left) * 1.1)
    }
  })

  test('Dissolve takes it from the right until nothing is left', () => {
    const middle = seenAt('Dissolve', 1.9)
    expect(middle.area).toBeLessThan(whole.area * 0.98)
    expect(seenAt('Dissolve', 4.7).area).toBeLessThan(0.002)
  })

  test('Explode strews it over the frame', () => {
    const strewn = seenAt('Explode', 2)
    expect(strewn.right - strewn.left).toBeGreaterThan(0.75)
    expect(strewn.bottom - strewn.top).toBeGreaterThan(0.75)
  })

  test('Peel takes the lower right of it first', () => {
    const left = seenAt('Peel', 2.4)
    expect(left.area).toBeLessThan(whole.area * 0.9)
    expect(left.y).toBeLessThan(whole.y - 0.02)
    expect(seenAt('Peel', 4.9).area).toBeLessThan(0.002)
  })

  test('Decapitate, Tear and Cake-ify part it: a gap runs through what was whole', () => {
    expect(gaps(frameOf('Decapitate', 0), 'rows')).toBe(0)
    expect(gaps(frameOf('Decapitate', 3.2), 'rows')).toBeGreaterThan(0)
    expect(gaps(frameOf('Tear', 0), 'columns')).toBe(0)
    expect(gaps(frameOf('Tear', 3.6), 'columns')).toBeGreaterThan(8)
    expect(gaps(frameOf('Cake-ify', 3), 'columns')).toBeGreaterThan(3)
  })

  test('Eye-pop shows much white of the eye, then as little as before', () => {
    const white = (frame: Buffer) => {
      let count = 0
      for (let index = 0; index < frame.length; index += 4)
        if (Math.min(frame[index] ?? 0, frame[index + 1] ?? 0, frame[index + 2] ?? 0) > 236) count++
      return count
    }
    expect(white(frameOf('Eye-pop', 2.2))).toBeGreaterThan(white(frameOf('Eye-pop', 0)) + 40)
    expect(white(frameOf('Eye-pop', 4.95))).toBeLessThan(white(frameOf('Eye-pop', 0)) + 10)
  })

  test('Ta-da hides it under a cloth and gives it back', () => {
    const canvasOf = (seconds: number) => frameOf('Ta-da', seconds).subarray(middleOffset, middleOffset + 3)
    const middleOffset = (Math.round(size.height * 0.4) * size.width + size.width / 2) * 4
    expect(canvasOf(1.8)[0]).not.toBe(canvasOf(0)[0])
    expect(Math.abs((canvasOf(4.9)[0] ?? 0) - (canvasOf(0)[0] ?? 0))).toBeLessThan(40)
  })
})

test('an effect without a drawing is sketched, and says so in the picture and in the log', () => {
  const draw = (pikaffect: string) =>
    createDraft(
      operationOf('PIKAFFECTS'),
      { imageUrl: 'https://media.test/busy', pikaffect, seed: 1 },
      media,
      {
        createCanvas: skia,
        size,
        mark: false,
      },
    )
  expect(draw('Sparkle').stages[0]?.note).toContain('sketch')
  expect(difference(pixelsAt(draw('Sparkle'), 2), pixelsAt(draw('Glitter'), 2))).toBeGreaterThan(0)
})

/** How far a frame is from the best mixture of two others, 0 to 255. */
function farFromFade(frame: Buffer, first: Buffer, last: Buffer): number {
  let [along, square] = [0, 0]
  for (let index = 0; index < frame.length; index++) {
    const way = (last[index] ?? 0) - (first[index] ?? 0)
    along += ((frame[index] ?? 0) - (first[index] ?? 0)) * way
    square += way * way
  }
  const share = Math.min(1, Math.max(0, square > 0 ? along / square : 0))
  let rest = 0
  for (let index = 0; index < frame.length; index++) {
    const mixed = (first[index] ?? 0) * (1 - share) + (last[index] ?? 0) * share
    rest += Math.abs((frame[index] ?? 0) - mixed)
  }
  return rest / frame.length
}

/** How many rows or columns within the clay's bounds show none of it. */
function gaps(frame: Buffer, direction: 'rows' | 'columns'): number {
  const lines = direction === 'rows' ? size.height : size.width
  const across = direction === 'rows' ? size.width : size.height
  const filled = Array.from({ length: lines }, (_, line) => {
    const strip = Buffer.alloc(across * 4)
    for (let index = 0; index < across; index++) {
      const at = direction === 'rows' ? line * size.width + index : index * size.width + line
      frame.copy(strip, index * 4, at * 4, at * 4 + 4)
    }
    return seeClay(strip, across, 1).area > 0
  })
  return filled.slice(filled.indexOf(true), filled.lastIndexOf(true)).filter((isFilled) => !isFilled).length
}
