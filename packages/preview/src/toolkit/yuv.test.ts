import { expect, test } from 'vitest'
import { draftOf, mediaOf, picture } from '../testing/pictures.ts'
import { wordsOf } from './warp.ts'
import { chromaOf, lumaOf, writeYuv, yuvPlanesIn } from './yuv.ts'

test('colours are those of BT.709 in limited range', () => {
  const planesOf = (red: number, green: number, blue: number) => [
    lumaOf(red, green, blue),
    ...chromaOf(red, green, blue),
  ]
  expect(planesOf(0, 0, 0)).toEqual([16, 128, 128])
  expect(planesOf(255, 255, 255)).toEqual([235, 128, 128])
  expect(planesOf(128, 128, 128)).toEqual([126, 128, 128])
  expect(planesOf(255, 0, 0)).toEqual([63, 102, 240])
  expect(planesOf(0, 255, 0)).toEqual([173, 42, 26])
  expect(planesOf(0, 0, 255)).toEqual([32, 240, 118])
})

test('a colour difference stands at the left one of its two pixels, between its two rows', () => {
  const [width, height] = [6, 2]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  // White but for one blue column: in the middle of one colour difference, or at the edge of two.
  const blueAt = (column: number) => {
    data.fill(255)
    for (let row = 0; row < height; row++) data.set([0, 0, 255, 255], (row * width + column) * 4)
    const planes = yuvPlanesIn(new Uint8Array((width * height * 3) / 2), width, height)
    writeYuv(planes, { width, height, data })
    return [...planes.u]
  }
  expect(blueAt(2)).toEqual([128, 184, 128])
  expect(blueAt(3)).toEqual([128, 156, 156])
})

const media = mediaOf({ a: picture(640, 360, 20), b: picture(640, 360, 190) })
const urls = ['https://media.test/a', 'https://media.test/b']

test('a draft gives a video encoder the frames that it gives a canvas', () => {
  const draft = draftOf('PIKAFRAMES', { imageUrls: urls, transitions: [{ duration: 2 }] }, media)
  const { width, height } = draft
  const planes = () => yuvPlanesIn(new Uint8Array((width * height * 3) / 2), width, height)
  for (const seconds of [0, 0.5, 1, 1.6, 2]) {
    const frame = { width, height, data: new Uint8ClampedArray(width * height * 4) }
    draft.fill?.(wordsOf(frame), seconds)
    const [expected, given] = [planes(), planes()]
    writeYuv(expected, frame)
    draft.fillYuv?.(new Uint8Array(given.y.buffer), seconds)
    expect(differenceOf(given.y, expected.y).most).toBeLessThanOrEqual(2)
    // Colours are bent at half the size, where edges are softer by up to a pixel.
    for (const plane of ['u', 'v'] as const) {
      const { most, mean } = differenceOf(given[plane], expected[plane])
      expect(most).toBeLessThanOrEqual(48)
      expect(mean).toBeLessThan(1)
    }
  }
})

function differenceOf(given: Uint8Array, expected: Uint8Array): { most: number; mean: number } {
  let most = 0
  let sum = 0
  given.forEach((value, index) => {
    const difference = Math.abs(value - (expected[index] as number))
    most = Math.max(most, difference)
    sum += difference
  })
  return { most, mean: sum / given.length }
}
