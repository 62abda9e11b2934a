import { expect, test } from 'vitest'
import { clay } from '../testing/clay.ts'
import { skia } from '../testing/pictures.ts'
import { stageOf } from './stage.ts'

const frame = { width: 240, height: 150, seed: 1 }

test('what a picture is of is searched once for all effects on it, and anew in another picture', () => {
  let made = 0
  const createCanvas: typeof skia = (width, height) => {
    made++
    return skia(width, height)
  }
  const canvasesOf = (image: ReturnType<typeof clay>) => {
    const before = made
    stageOf(createCanvas, image, frame, 'subject')
    return made - before
  }
  const image = clay(480, 300)
  const first = canvasesOf(image)
  const second = canvasesOf(image)
  expect(second).toBeLessThan(first)
  expect(canvasesOf(image)).toBe(second)
  expect(canvasesOf(clay(480, 300))).toBe(first)
})
