import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { skia } from '../testing/pictures.ts'
import { createRandom } from './random.ts'
import { CLEAR_SUBJECT, cutOutSubject, fillGround, findSubject } from './subject.ts'

type Paint = (context: ReturnType<Canvas['getContext']>) => void

function painted(width: number, height: number, ...layers: Paint[]): Canvas {
  const canvas = createCanvas(width, height)
  for (const layer of layers) layer(canvas.getContext('2d'))
  return canvas
}

const plain: Paint = (context) => {
  const wall = context.createLinearGradient(0, 0, 0, 300)
  wall.addColorStop(0, '#dfe6ea')
  wall.addColorStop(1, '#9fb0a8')
  context.fillStyle = wall
  context.fillRect(0, 0, 400, 300)
}
const busy: Paint = (context) => {
  const random = createRandom(5)
  plain(context)
  for (let index = 0; index < 700; index++) {
    context.fillStyle = `hsl(${90 + random() * 60} 40% ${25 + random() * 40}%)`
    context.fillRect(random() * 400, random() * 300, 14, 10)
  }
}
const noise: Paint = (context) => {
  const random = createRandom(7)
  const pixels = context.createImageData(400, 300)
  pixels.data.forEach((_, index) => {
    pixels.data[index] = index % 4 === 3 ? 255 : random() * 255
  })
  context.putImageData(pixels, 0, 0)
}
const shade: Paint = (context) => {
  context.fillStyle = 'rgba(0, 0, 0, 0.85)'
  context.fillRect(0, 0, 400, 300)
}

/** A head with two eyes, 120 px across, on a body that leaves the picture at its lower edge. */
const person: Paint = (context) => {
  context.fillStyle = '#c4573f'
  context.fillRect(150, 175, 100, 125)
  context.beginPath()
  context.arc(200, 120, 60, 0, 7)
  context.fill()
  for (const x of [178, 222]) {
    context.fillStyle = '#ffffff'
    context.beginPath()
    context.arc(x, 112, 11, 0, 7)
    context.fill()
    context.fillStyle = '#151515'
    context.beginPath()
    context.arc(x, 112, 6, 0, 7)
    context.fill()
  }
}

/** How well a mask covers what `shape` paints: their intersection over their union. */
function agreement(mask: ReturnType<typeof findSubject>['mask'], shape: Paint): number {
  const found = painted(400, 300, (context) => context.drawImage(mask as Canvas, 0, 0, 400, 300)).data()
  const wanted = painted(400, 300, shape).data()
  let both = 0
  let either = 0
  for (let index = 3; index < wanted.length; index += 4) {
    const one = (found[index] ?? 0) > 127
    const other = (wanted[index] ?? 0) > 127
    if (one && other) both++
    if (one || other) either++
  }
  return both / either
}

test.each<[string, number, Paint[]]>([
  ['a plain ground', 0.93, [plain, person]],
  ['a busy ground', 0.8, [busy, person]],
  ['the dark', 0.9, [plain, person, shade]],
])('a figure before %s is cut out along its outline', (_, least, layers) => {
  const subject = findSubject(skia, painted(400, 300, ...layers))
  expect(agreement(subject.mask, person)).toBeGreaterThan(least)
  expect(subject.confidence).toBeGreaterThan(CLEAR_SUBJECT)
  expect(Math.abs(subject.box.x - 140)).toBeLessThan(10)
  expect(Math.abs(subject.box.y - 60)).toBeLessThan(10)
})

test('the head ends at the neck, and the eyes are where they are drawn', () => {
  const { head, eyes } = findSubject(skia, painted(400, 300, plain, person))
  expect(Math.abs(head.y + head.height - 175)).toBeLessThan(15)
  for (const [index, x] of [178, 222].entries()) {
    expect(Math.hypot((eyes[index]?.x ?? 0) - x, (eyes[index]?.y ?? 0) - 112)).toBeLessThan(6)
    expect(eyes[index]?.radius).toBeGreaterThan(5)
  }
})

test('the alpha of a picture is its mask', () => {
  const picture = painted(400, 300, person)
  const subject = findSubject(skia, picture)
  expect(subject.confidence).toBe(1)
  expect(agreement(subject.mask, person)).toBeGreaterThan(0.99)
  const ground = (fillGround(skia, picture, subject) as Canvas).data()
  expect(ground.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true)
})

test.each<[string, Paint]>([
  ['nothing', (context) => context.fillRect(0, 0, 400, 300)],
  ['a gradient', plain],
  ['noise', noise],
  ['leaves everywhere', busy],
])('a picture of %s has no clear subject', (_, layer) => {
  expect(findSubject(skia, painted(400, 300, layer)).confidence).toBeLessThan(CLEAR_SUBJECT)
})

test('behind the subject the ground runs on, and elsewhere it is untouched', () => {
  const picture = painted(400, 300, plain, person)
  const subject = findSubject(skia, picture)
  const ground = fillGround(skia, picture, subject) as Canvas
  const wall = painted(400, 300, plain).data()
  const pixels = ground.data()
  const away = (x: number, y: number) =>
    Math.max(
      ...[0, 1, 2].map((channel) =>
        Math.abs((pixels[(y * 400 + x) * 4 + channel] ?? 0) - (wall[(y * 400 + x) * 4 + channel] ?? 0)),
      ),
    )
  expect(away(200, 120)).toBeLessThan(16)
  expect(away(200, 260)).toBeLessThan(24)
  expect(away(40, 40)).toBe(0)
})

test('a cut-out is the picture within its mask and empty outside', () => {
  const picture = painted(400, 300, plain, person)
  const pixels = (cutOutSubject(skia, picture, findSubject(skia, picture)) as Canvas).data()
  expect([...pixels.subarray((250 * 400 + 200) * 4, (250 * 400 + 200) * 4 + 4)]).toEqual([196, 87, 63, 255])
  expect(pixels[(30 * 400 + 30) * 4 + 3]).toBe(0)
})

test('the same picture gives the same subject', () => {
  const find = () => findSubject(skia, painted(400, 300, busy, person))
  const [one, other] = [find(), find()]
  expect({ ...one, mask: 0 }).toEqual({ ...other, mask: 0 })
  expect((one.mask as Canvas).data().equals((other.mask as Canvas).data())).toBe(true)
})

test.each([
  [1, 1],
  [3, 2],
  [5_000, 3],
  [2, 900],
])('a picture of %i × %i pixels is no trouble', (width, height) => {
  const picture = painted(width, height, plain, person)
  const subject = findSubject(skia, picture)
  const values = [subject.confidence, ...Object.values(subject.box), ...Object.values(subject.head)]
  expect(values.every((value) => Number.isFinite(value))).toBe(true)
  expect(fillGround(skia, picture, subject)).toMatchObject({ width, height })
})
