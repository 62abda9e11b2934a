import { expect, test } from 'vitest'
import { createRandom } from './random.ts'
import { createWarpGrid, type Raster, rasterOf, warp, warpBoth, wordsOf } from './warp.ts'

const WIDTH = 61
const HEIGHT = 37

function noisy(seed: number): { raster: Raster; data: Uint8ClampedArray } {
  const random = createRandom(seed)
  const data = Uint8ClampedArray.from({ length: WIDTH * HEIGHT * 4 }, () => Math.floor(random() * 256))
  return { raster: rasterOf({ width: WIDTH, height: HEIGHT, data }), data }
}

function bent(seed: number, reach: number) {
  const random = createRandom(seed)
  const grid = createWarpGrid(7, 5)
  for (const values of [grid.dx, grid.dy])
    for (let node = 0; node < values.length; node++) values[node] = (random() - 0.5) * 2 * reach
  return grid
}

function frame(draw: (words: Int32Array) => void): Uint8ClampedArray {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  draw(wordsOf({ width: WIDTH, height: HEIGHT, data }))
  return data
}

test('a grid at rest gives the picture bit for bit, and whole pixels move it whole', () => {
  const { raster, data } = noisy(1)
  const rest = createWarpGrid(7, 5)
  expect(frame((words) => warp(words, WIDTH, HEIGHT, raster, rest))).toEqual(data)
  rest.dx.fill(3)
  const moved = frame((words) => warp(words, WIDTH, HEIGHT, raster, rest))
  expect(moved.subarray(0, (WIDTH - 3) * 4)).toEqual(data.subarray(3 * 4, WIDTH * 4))
  // Held at its border.
  expect(moved.subarray((WIDTH - 1) * 4, WIDTH * 4)).toEqual(data.subarray((WIDTH - 1) * 4, WIDTH * 4))
})

test('a bent picture is what sampling in floating point gives, within two levels of 255', () => {
  const { raster, data } = noisy(2)
  const grid = createWarpGrid(7, 5)
  grid.dx.fill(1.37)
  grid.dy.fill(-0.61)
  const given = frame((words) => warp(words, WIDTH, HEIGHT, raster, grid))
  for (let y = 2; y < HEIGHT - 2; y++) {
    for (let x = 0; x < WIDTH - 3; x++) {
      for (let channel = 0; channel < 4; channel++) {
        const texel = (dx: number, dy: number) => data[((y + dy) * WIDTH + x + dx) * 4 + channel] as number
        const upper = texel(1, -1) * 0.63 + texel(2, -1) * 0.37
        const lower = texel(1, 0) * 0.63 + texel(2, 0) * 0.37
        const expected = upper * 0.61 + lower * 0.39
        expect(Math.abs((given[(y * WIDTH + x) * 4 + channel] as number) - expected)).toBeLessThan(2)
      }
    }
  }
})

test('two pictures dissolve by the shares of the nodes', () => {
  const [first, second] = [noisy(3), noisy(4)]
  const rest = createWarpGrid(7, 5)
  const at = (share: number) =>
    frame((words) =>
      warpBoth(
        words,
        WIDTH,
        HEIGHT,
        first.raster,
        rest,
        second.raster,
        rest,
        new Float32Array(35).fill(share),
      ),
    )
  expect(at(0)).toEqual(first.data)
  expect(at(1)).toEqual(second.data)
  const half = at(0.5)
  const worst = half.reduce(
    (most, value, index) =>
      Math.max(most, Math.abs(value - ((first.data[index] as number) + (second.data[index] as number)) / 2)),
    0,
  )
  expect(worst).toBeLessThanOrEqual(1)
})

test('wild grids read nothing outside and give the same bits on every host', () => {
  const [first, second] = [noisy(5), noisy(6)]
  const shares = Float32Array.from({ length: 35 }, createRandom(9))
  const wild = frame((words) =>
    warpBoth(words, WIDTH, HEIGHT, first.raster, bent(7, 500), second.raster, bent(8, 20), shares),
  )
  // FNV-1a of the bytes.
  let hash = 0x811c9dc5
  for (const byte of wild) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  expect(hash).toBe(3_474_602_797)
})
