// Two pictures bent by a coarse grid and dissolved into each other, pixel by pixel: what a host without WebAssembly runs, and
// what the kernel (warp-kernel.ts) is held to, bit for bit. Arithmetic is that of 32-bit floats at the nodes and of integers
// from there on, so that every host gives the same bits.
import type { DraftPixels } from '../canvas.ts'

/**
 * A picture to sample from: four channels of a byte in each number. The array has a row and a pixel more than the picture,
 * so that the sampler never asks whether there is a next one; what stands there is multiplied by zero.
 */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Int32Array
}

/**
 * How two pictures are seen in a frame: nodes laid over it from edge to edge, row by row, at least 2 × 2. Between nodes it is
 * interpolated. A picture is held at its border.
 */
export interface Bend {
  readonly columns: number
  readonly rows: number
  /** Four a node: how far from its own place, in pixels, the first picture has what is seen there (x, y), and the second. */
  readonly shifts: Float32Array
  /** One a node: how much of the second picture is seen, 0 to 1. */
  readonly shares: Float32Array
}

/** A bend that leaves the first picture as it is. */
export function createBend(columns: number, rows: number): Bend {
  const count = columns * rows
  return { columns, rows, shifts: new Float32Array(count * 4), shares: new Float32Array(count) }
}

/** The pixels of a picture as the sampler reads them. Copies; prepare it once. */
export function rasterOf({ width, height, data }: DraftPixels): Raster {
  const copy = new Int32Array(width * (height + 1) + 1)
  new Uint8Array(copy.buffer).set(data.subarray(0, width * height * 4))
  return { width, height, data: copy }
}

/** The bytes of canvas pixels as numbers of four channels, without a copy. */
export function wordsOf({ data }: DraftPixels): Int32Array {
  return new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4)
}

/** A share of the second picture that is all of it. */
const WHOLE = 65_535
/** Neighbours whose places are counted from the first of them. */
const GROUP = 8

/**
 * Fills a frame with two pictures of its size, no side longer than 8,192 pixels. Where a cell shows one picture alone, only
 * that one costs time.
 */
export function warp(target: Int32Array, first: Raster, second: Raster, bend: Bend): void {
  const { width, height } = first
  const { columns, rows, shifts, shares } = bend
  for (let y = 0; y < height; y++) {
    const v = height > 1 ? (y * (rows - 1)) / (height - 1) : 0
    const row = Math.min(Math.floor(v), rows - 2)
    const down = Math.fround(v - row)
    for (let column = 0; column < columns - 1; column++) {
      const left = edgeOf(column, columns, width)
      const length = edgeOf(column + 1, columns, width) - left
      const node = row * columns + column
      const from = Math.trunc(Math.fround(at(shares, node, columns, down) * WHOLE))
      const to = Math.trunc(Math.fround(at(shares, node + 1, columns, down) * WHOLE))
      const isFirst = from <= 0 && to <= 0
      const isSecond = from >= WHOLE && to >= WHOLE
      const offset = y * width + left
      if (!isSecond) {
        const path = pathOf(shifts, node * 4, columns * 4, down, left, y, length)
        sample(target, offset, length, first, path)
      }
      if (isFirst) continue
      const path = pathOf(shifts, node * 4 + 2, columns * 4, down, left, y, length)
      if (isSecond) sample(target, offset, length, second, path)
      else {
        sample(scratch, 0, length, second, path)
        dissolve(target, offset, length, scratch, from, Math.trunc((to - from) / length))
      }
    }
  }
}

/** The first pixel of a column of cells. */
function edgeOf(column: number, columns: number, width: number): number {
  return Math.floor((2 * column * width + columns - 1) / (2 * (columns - 1)))
}

// One cell's stretch of a row of the second picture.
const scratch = new Int32Array(8_192)

/** A straight way through a picture in 1/65536 pixel. */
interface Path {
  x: number
  y: number
  stepX: number
  stepY: number
}

const path: Path = { x: 0, y: 0, stepX: 0, stepY: 0 }

function pathOf(
  shifts: Float32Array,
  at: number,
  below: number,
  down: number,
  x: number,
  y: number,
  length: number,
): Path {
  const dx = between(shifts[at], shifts[at + below], down)
  const dy = between(shifts[at + 1], shifts[at + below + 1], down)
  const perPixel = Math.fround(65_536 / length)
  const step = (from: number, upper: number | undefined, lower: number | undefined) =>
    Math.trunc(Math.fround(Math.fround(between(upper, lower, down) - from) * perPixel))
  path.x = x * 65_536 + Math.trunc(dx * 65_536)
  path.y = y * 65_536 + Math.trunc(dy * 65_536)
  path.stepX = step(dx, shifts[at + 4], shifts[at + below + 4]) + 65_536
  path.stepY = step(dy, shifts[at + 5], shifts[at + below + 5])
  return path
}

function at(values: Float32Array, node: number, columns: number, down: number): number {
  return between(values[node], values[node + columns], down)
}

/** A value of a row between two rows of nodes. */
function between(upper: number | undefined, lower: number | undefined, down: number): number {
  const start = upper as number
  return Math.fround(start + Math.fround(Math.fround((lower as number) - start) * down))
}

function sample(target: Int32Array, offset: number, length: number, source: Raster, path: Path): void {
  const { data, width } = source
  const right = (width - 1) << 8
  const bottom = (source.height - 1) << 8
  const { stepX, stepY } = path
  let { x, y } = path
  for (let index = 0; index < length; index++) {
    const lane = index % GROUP
    const qx = (x >> 8) + ((stepX * lane) >> 8)
    const qy = (y >> 8) + ((stepY * lane) >> 8)
    const px = qx < 0 ? 0 : qx > right ? right : qx
    const py = qy < 0 ? 0 : qy > bottom ? bottom : qy
    const from = Math.imul(py >> 8, width) + (px >> 8)
    const upper = mixed(data[from] as number, data[from + 1] as number, px & 255)
    const lower = mixed(data[from + width] as number, data[from + width + 1] as number, px & 255)
    target[offset + index] = mixed(upper, lower, py & 255)
    if (lane === GROUP - 1) {
      x += stepX * GROUP
      y += stepY * GROUP
    }
  }
}

/** Lays the second picture over the target, by a share of 65535. */
function dissolve(
  target: Int32Array,
  offset: number,
  length: number,
  second: Int32Array,
  from: number,
  step: number,
): void {
  for (let index = 0; index < length; index++) {
    const lane = index % GROUP
    const weight = ((from + step * (index - lane)) >> 8) + ((step * lane) >> 8)
    target[offset + index] = mixed(target[offset + index] as number, second[index] as number, weight)
  }
}

/** Four channels at once, two in the halves of a number: what the lower half borrows, the sum gives back. */
function mixed(a: number, b: number, weight: number): number {
  const evenA = a & 0xff00ff
  const oddA = (a >>> 8) & 0xff00ff
  const even = (evenA + ((Math.imul((b & 0xff00ff) - evenA, weight) + 0x800080) >>> 8)) & 0xff00ff
  const odd = (oddA + ((Math.imul(((b >>> 8) & 0xff00ff) - oddA, weight) + 0x800080) >>> 8)) & 0xff00ff
  return even | (odd << 8)
}
