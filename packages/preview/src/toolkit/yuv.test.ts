import { expect, test } from 'vitest'
import type { DraftPixels } from '../canvas.ts'
import { draftOf, mediaOf, picture } from '../testing/pictures.ts'
import { createRandom } from './random.ts'
import { wordsOf } from './warp.ts'
import { createWarpKernel, type WarpKernelKind } from './warp-kernel.ts'
import { chromaOf, lumaOf, type YuvPlanes, yuvPlanesIn } from './yuv.ts'

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

function byRule({ width, height, data }: DraftPixels): YuvPlanes {
  const planes = planesOfSize(width, height)
  const at = (x: number, y: number) => (y * width + x) * 4
  for (let pixel = 0; pixel < width * height; pixel++)
    planes.y[pixel] = lumaOf(
      ...(data.subarray(pixel * 4, pixel * 4 + 3) as unknown as [number, number, number]),
    )
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const sum = [0, 0, 0] as [number, number, number]
      for (const row of [y, y + 1])
        for (const column of [Math.max(0, x - 1), x, x, x + 1])
          for (const channel of [0, 1, 2] as const) sum[channel] += data[at(column, row) + channel] as number
      const index = (y / 2) * (width / 2) + x / 2
      ;[planes.u[index], planes.v[index]] = chromaOf(...sum, 8)
    }
  }
  return planes
}

const byKernel =
  (kind: WarpKernelKind) =>
  (pixels: DraftPixels): YuvPlanes => {
    const kernel = createWarpKernel(kind)
    if (!kernel) throw new Error(`this host has no WebAssembly, or not the ${kind} kind`)
    const { width, height } = pixels
    const luma = kernel.reserve(width, height, 1)
    const chroma = kernel.reserve(width / 2, height / 2, 2)
    kernel.writeYuv(luma, chroma, pixels)
    const [y, u, v] = [kernel.plane(luma, 0), kernel.plane(chroma, 0), kernel.plane(chroma, 1)]
    return { width, height, y, u, v }
  }

function planesOfSize(width: number, height: number): YuvPlanes {
  return yuvPlanesIn(new Uint8Array((width * height * 3) / 2), width, height)
}

test('a colour difference stands at the left one of its two pixels, between its two rows', () => {
  const [width, height] = [6, 2]
  // White but for one blue column: in the middle of one colour difference, or at the edge of two.
  const blueAt = (column: number) => {
    const data = new Uint8ClampedArray(width * height * 4).fill(255)
    for (let row = 0; row < height; row++) data.set([0, 0, 255, 255], (row * width + column) * 4)
    return [...byKernel('plain')({ width, height, data }).u]
  }
  expect(blueAt(2)).toEqual([128, 184, 128])
  expect(blueAt(3)).toEqual([128, 156, 156])
})

test.each(['plain', 'relaxed'] as const)('the %s kernel converts by the rule, bit for bit', (kind) => {
  const random = createRandom(3)
  // Widths that are, and are not, a multiple of what is converted at once; heights of one strip, and of more.
  for (const [width, height] of [
    [2, 2],
    [6, 34],
    [16, 64],
    [62, 66],
    [130, 32],
  ] as const) {
    // Noise, and extremes, whose sums are the largest.
    for (const spread of [256, 2]) {
      const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
        at % 4 === 3 ? 255 : (Math.floor(random() * spread) * 255) / (spread - 1),
      )
      const expected = byRule({ width, height, data })
      const given = byKernel(kind)({ width, height, data })
      for (const plane of ['y', 'u', 'v'] as const) expect(given[plane]).toEqual(expected[plane])
    }
  }
})

const media = mediaOf({ a: picture(640, 360, 20), b: picture(640, 360, 190) })
const urls = ['https://media.test/a', 'https://media.test/b']

test('a draft gives a video encoder the frames that it gives a canvas', () => {
  const draft = draftOf('PIKAFRAMES', { imageUrls: urls, transitions: [{ duration: 2 }] }, media)
  const { width, height } = draft
  for (const seconds of [0, 0.5, 1, 1.6, 2]) {
    const frame = { width, height, data: new Uint8ClampedArray(width * height * 4) }
    draft.fill?.(wordsOf(frame), seconds)
    const [expected, given] = [byRule(frame), planesOfSize(width, height)]
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
