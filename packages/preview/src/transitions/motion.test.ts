import { createCanvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { picture, skia } from '../testing/pictures.ts'
import { pixelsOf } from '../toolkit/pixels.ts'
import { finish } from '../toolkit/steps.ts'
import { prepareSearch, searchMotion } from './motion.ts'

const WIDTH = 480
const HEIGHT = 270
const scene = picture(960, 540, 30)

/** What a camera sees of the scene from here. */
function view(x: number, y: number, width: number, filter = 'none') {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  context.filter = filter
  context.drawImage(scene, x, y, width, (width * HEIGHT) / WIDTH, 0, 0, WIDTH, HEIGHT)
  return finish(prepareSearch(pixelsOf(skia, canvas)))
}

test.each([
  ['pans', view(0, 0, 720), view(108, 54, 720), { x: -72, y: -36 }],
  ['zooms in', view(0, 0, 960), view(160, 90, 640), { x: 0, y: 0 }],
  ['stands while the light changes', view(0, 0, 960), view(0, 0, 960, 'brightness(40%)'), { x: 0, y: 0 }],
])('finds how the picture moves when the camera %s', (_, from, to, middle) => {
  const { field, likeness } = finish(searchMotion(from, to))
  const node = Math.floor(field.dx.length / 2)
  expect(likeness).toBeGreaterThan(0.6)
  expect(Math.abs((field.dx[node] as number) - middle.x)).toBeLessThan(2)
  expect(Math.abs((field.dy[node] as number) - middle.y)).toBeLessThan(2)
})

test('pictures without anything in common are told apart', () => {
  const other = createCanvas(WIDTH, HEIGHT)
  const context = other.getContext('2d')
  context.fillStyle = '#886633'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.fillStyle = '#eeeeff'
  for (let stripe = 0; stripe < 9; stripe++) context.fillRect(stripe * 60 + 7, 30 + stripe * 9, 21, 160)
  expect(
    finish(searchMotion(view(0, 0, 960), finish(prepareSearch(pixelsOf(skia, other))))).likeness,
  ).toBeLessThan(0.3)
})
