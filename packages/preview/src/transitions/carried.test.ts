import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { draftOf, mediaOf } from '../testing/pictures.ts'
import { finish } from '../toolkit/steps.ts'
import { prepareSearch, searchMotion } from './motion.ts'

const WIDTH = 640
const HEIGHT = 360

interface Ball {
  x: number
  y: number
  radius?: number
  color?: string
}

/** A room with a window and a door, or a wall of small tiles; and balls in it. */
function room(balls: Ball[], { shift = 0, shade = 0, isTiled = false } = {}): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  const fill = (color: string, x: number, y: number, width: number, height: number) => {
    context.fillStyle = color
    context.fillRect(x, y, width, height)
  }
  fill('#cfc8ba', 0, 0, WIDTH, HEIGHT)
  fill('#8d7f6b', 0, 280, WIDTH, 80)
  fill('#5e6b74', 40 - shift, 30, 110, 80)
  fill('#c7d3d6', 48 - shift, 38, 94, 64)
  fill('#6d5a45', 540 - shift, 80, 70, 200)
  if (isTiled)
    for (let tile = 0; tile < 16 * 9; tile++)
      fill(
        `hsl(${(tile * 47) % 360} 45% ${30 + ((tile * 13) % 40)}%)`,
        (tile % 16) * 40,
        Math.floor(tile / 16) * 40,
        40,
        40,
      )
  for (const { x, y, radius = 28, color = '#b3321d' } of balls) {
    context.fillStyle = color
    context.beginPath()
    context.arc(x, y, radius, 0, 7)
    context.fill()
  }
  fill(`rgba(0, 0, 0, ${shade})`, 0, 0, WIDTH, HEIGHT)
  return canvas
}

function carriedBetween(from: Canvas, to: Canvas) {
  const [one, other] = [from, to].map((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, WIDTH, HEIGHT)
    return finish(prepareSearch({ width: WIDTH, height: HEIGHT, data }))
  })
  if (!one || !other) throw new Error('there are two pictures')
  return finish(searchMotion(one, other)).carried
}

const here = { x: 190, y: 200 }
const there = { x: 420, y: 190 }

test('what has left its place is found in both pictures, also where the camera moved', () => {
  const carried = carriedBetween(room([here]), room([{ x: 400, y: 190 }], { shift: 20 }))
  expect(carried?.from.x).toBeCloseTo(162, -1)
  expect(carried?.to.x).toBeCloseTo(372, -1)
  expect(carried?.from.width).toBeCloseTo(60, -1)
})

test.each([
  ['something else has come', [here], [{ ...there, color: '#2f8f4e' }], {}],
  ['it is much larger', [here], [{ ...there, radius: 80 }], {}],
  ['it is gone', [here], [], {}],
  ['there are two of them', [here, { x: 320, y: 90 }], [there, { x: 240, y: 110 }], {}],
  ['it has hardly moved', [here], [{ x: 205, y: 200 }], {}],
  ['the light has changed', [here], [there], { shade: 0.2 }],
])('where %s, nothing is carried', (_, from, to, change) => {
  expect(carriedBetween(room(from), room(to, change))).toBeUndefined()
})

test('before a busy ground nothing is carried', () => {
  expect(carriedBetween(room([here], { isTiled: true }), room([there], { isTiled: true }))).toBeUndefined()
})

test('what is carried stands half-way at half the time, once, and at its places at both ends', () => {
  const media = mediaOf({ from: room([here]), to: room([there]) })
  const draft = draftOf(
    'PIKAFRAMES',
    { imageUrls: [...media.keys()], transitions: [{ duration: 2 }], seed: 1 },
    media,
    {
      size: { width: WIDTH, height: HEIGHT },
    },
  )
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  /** The columns in which more red than anything else is seen. */
  const redAt = (seconds: number) => {
    draft.draw(context, seconds)
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    const columns = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > (data[at + 1] ?? 0) + 45) columns.add((at / 4) % WIDTH)
    return { first: Math.min(...columns), last: Math.max(...columns), count: columns.size }
  }
  expect(redAt(0)).toMatchObject({ first: 162, last: 217 })
  expect(redAt(2)).toMatchObject({ first: 392, last: 447 })
  const { first, last, count } = redAt(1)
  expect(Math.abs((first + last) / 2 - 305)).toBeLessThan(16)
  expect(last - first + 1).toBe(count)
  expect(count).toBeLessThan(66)
})
