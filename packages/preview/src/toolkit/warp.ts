// The pixel kernel: a picture bent by a coarse grid. Integer arithmetic from the nodes on, so that every host gives the
// same bits. Measured: 13 ns a pixel and picture on one slow core.
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
 * Nodes laid over a frame from edge to edge, row by row. Each says how far from its own place, in pixels, the source has
 * what the frame shows there; between nodes it is interpolated. At least 2 × 2. A source is held at its border.
 */
export interface WarpGrid {
  readonly columns: number
  readonly rows: number
  readonly dx: Float32Array
  readonly dy: Float32Array
}

/** A grid whose nodes all stand still. */
export function createWarpGrid(columns: number, rows: number): WarpGrid {
  const count = columns * rows
  return { columns, rows, dx: new Float32Array(count), dy: new Float32Array(count) }
}

/** The pixels of a picture as the kernel samples them. Copies; prepare it once. */
export function rasterOf({ width, height, data }: DraftPixels): Raster {
  const copy = new Int32Array(width * (height + 1) + 1)
  new Uint8Array(copy.buffer).set(data.subarray(0, width * height * 4))
  return { width, height, data: copy }
}

/** The bytes of canvas pixels as numbers of four channels, without a copy: what the kernel writes to. */
export function wordsOf({ data }: DraftPixels): Int32Array {
  return new Int32Array(data.buffer, data.byteOffset, data.byteLength / 4)
}

/** Fills a frame of `width` × `height` with a bent picture. */
export function warp(
  target: Int32Array,
  width: number,
  height: number,
  source: Raster,
  grid: WarpGrid,
): void {
  walk(width, height, grid, (offset, length, y, x, place) => {
    const path = pathOf(source, grid, x, y, length, place)
    sample(target, offset, length, source, path)
  })
}

/**
 * Fills a frame with two bent pictures, one dissolved into the other. `shares` has, for each node, how much of the second
 * is seen, 0 to 1. Both grids have the same nodes. Where a cell shows one picture alone, only that one costs time.
 */
export function warpBoth(
  target: Int32Array,
  width: number,
  height: number,
  first: Raster,
  firstGrid: WarpGrid,
  second: Raster,
  secondGrid: WarpGrid,
  shares: Float32Array,
): void {
  walk(width, height, firstGrid, (offset, length, y, x, place) => {
    const from = Math.round(at(shares, place, 0) * 65_536)
    const to = Math.round(at(shares, place, 1) * 65_536)
    if (from <= 0 && to <= 0)
      sample(target, offset, length, first, pathOf(first, firstGrid, x, y, length, place))
    else {
      const path = pathOf(second, secondGrid, x, y, length, place)
      sample(target, offset, length, second, path)
      if (from >= 65_536 && to >= 65_536) return
      const under = pathOf(first, firstGrid, x, y, length, place)
      sample(scratch, 0, length, first, under)
      dissolve(target, offset, length, scratch, from, Math.trunc((to - from) / length))
    }
  })
}

// One cell's stretch of a row of the picture that lies under; no frame is wider than this.
const scratch = new Int32Array(16_384)

/** Where a row crosses a cell: the node up left of it, the nodes in a row, and how far down the cell the row is. */
interface Place {
  node: number
  columns: number
  down: number
}

/** A straight way through a source in 1/65536 pixel. */
interface Path {
  x: number
  y: number
  stepX: number
  stepY: number
}

const place: Place = { node: 0, columns: 0, down: 0 }
const path: Path = { x: 0, y: 0, stepX: 0, stepY: 0 }

function walk(
  width: number,
  height: number,
  { columns, rows }: WarpGrid,
  visit: (offset: number, length: number, y: number, x: number, place: Place) => void,
): void {
  place.columns = columns
  for (let y = 0; y < height; y++) {
    const v = height > 1 ? (y * (rows - 1)) / (height - 1) : 0
    const row = Math.min(Math.floor(v), rows - 2)
    place.down = v - row
    for (let column = 0; column < columns - 1; column++) {
      const left = Math.round((column * width) / (columns - 1))
      const right = Math.round(((column + 1) * width) / (columns - 1))
      place.node = row * columns + column
      if (right > left) visit(y * width + left, right - left, y, left, place)
    }
  }
}

/** A value of the nodes at the left (0) or right (1) edge of a cell, at the height of the row. */
function at(values: Float32Array, { node, columns, down }: Place, side: 0 | 1): number {
  const upper = values[node + side] as number
  return upper + ((values[node + columns + side] as number) - upper) * down
}

function pathOf(source: Raster, grid: WarpGrid, x: number, y: number, length: number, place: Place): Path {
  const dx = at(grid.dx, place, 0)
  const dy = at(grid.dy, place, 0)
  path.x = fixed(x + dx, source.width)
  path.y = fixed(y + dy, source.height)
  path.stepX = Math.round(((at(grid.dx, place, 1) - dx) / length + 1) * 65_536)
  path.stepY = Math.round(((at(grid.dy, place, 1) - dy) / length) * 65_536)
  return path
}

/** Far outside is as good as outside, and does not overflow. */
function fixed(pixels: number, size: number): number {
  return Math.round(Math.max(-size, Math.min(2 * size, pixels)) * 65_536)
}

function sample(target: Int32Array, offset: number, length: number, source: Raster, path: Path): void {
  const { data, width } = source
  const right = (width - 1) << 16
  const bottom = (source.height - 1) << 16
  const { stepX, stepY } = path
  let { x, y } = path
  for (let index = offset, end = offset + length; index < end; index++) {
    const px = x < 0 ? 0 : x > right ? right : x
    const py = y < 0 ? 0 : y > bottom ? bottom : y
    const from = Math.imul(py >> 16, width) + (px >> 16)
    const fx = (px >> 8) & 255
    const fy = (py >> 8) & 255
    const a = data[from] as number
    const b = data[from + 1] as number
    const c = data[from + width] as number
    const d = data[from + width + 1] as number
    // Two channels at once in the halves of a number: what the lower half borrows, the sum gives back.
    const evenA = a & 0xff00ff
    const evenC = c & 0xff00ff
    const upper = (evenA + ((Math.imul((b & 0xff00ff) - evenA, fx) + 0x800080) >>> 8)) & 0xff00ff
    const lower = (evenC + ((Math.imul((d & 0xff00ff) - evenC, fx) + 0x800080) >>> 8)) & 0xff00ff
    const oddA = (a >>> 8) & 0xff00ff
    const oddC = (c >>> 8) & 0xff00ff
    const oddUpper = (oddA + ((Math.imul(((b >>> 8) & 0xff00ff) - oddA, fx) + 0x800080) >>> 8)) & 0xff00ff
    const oddLower = (oddC + ((Math.imul(((d >>> 8) & 0xff00ff) - oddC, fx) + 0x800080) >>> 8)) & 0xff00ff
    const even = (upper + ((Math.imul(lower - upper, fy) + 0x800080) >>> 8)) & 0xff00ff
    const odd = (oddUpper + ((Math.imul(oddLower - oddUpper, fy) + 0x800080) >>> 8)) & 0xff00ff
    target[index] = even | (odd << 8)
    x += stepX
    y += stepY
  }
}

/** Lays `under` over the target where the share (of 65536) of what the target has is not whole. */
function dissolve(
  target: Int32Array,
  offset: number,
  length: number,
  under: Int32Array,
  from: number,
  step: number,
): void {
  let share = from
  for (let index = 0; index < length; index++) {
    const weight = share >> 8
    const a = under[index] as number
    const b = target[offset + index] as number
    const evenA = a & 0xff00ff
    const oddA = (a >>> 8) & 0xff00ff
    const even = (evenA + ((Math.imul((b & 0xff00ff) - evenA, weight) + 0x800080) >>> 8)) & 0xff00ff
    const odd = (oddA + ((Math.imul(((b >>> 8) & 0xff00ff) - oddA, weight) + 0x800080) >>> 8)) & 0xff00ff
    target[offset + index] = even | (odd << 8)
    share += step
  }
}
