import type { CreateCanvas, DraftImage } from '../../canvas.ts'
import { canvasOf, drawPart, type Rectangle } from '../pictures.ts'
import type { Grid } from './grid.ts'

/** An eye, or where one would be: its middle and radius. */
export interface Eye {
  x: number
  y: number
  radius: number
}

/**
 * Where the head of a subject would be, in shares of the picture: from its top down to where it narrows to a neck, else
 * its upper third, as wide as the mask is there.
 */
export function guessHead({ width, height, values }: Grid, box: Rectangle): Rectangle {
  const first = Math.floor(box.y * height)
  const last = Math.ceil((box.y + box.height) * height) - 1
  const rows = Array.from({ length: Math.max(1, last - first + 1) }, (_, row) =>
    extentOf(values, (first + row) * width, width),
  )
  const rowWidth = (row: number) => rows[Math.min(rows.length - 1, Math.max(0, row))]?.width ?? 0
  const wide = Math.max(...rows.map((row) => row.width))
  const neck = neckOf(rows.map(({ width }) => width))
  // Without a neck a head is about as tall as wide; something no taller than wide is a face as a whole.
  const upper = Math.round(rows.length / 3)
  const asTall = Math.round(Math.max(rowWidth(upper >> 1), wide * 0.5) * 1.1)
  const isAllHead = rows.length < wide * 1.15
  const tall =
    neck ?? (isAllHead ? Math.round(rows.length * 0.86) : Math.min(rows.length, Math.max(upper, asTall)))
  const headRows = rows.slice(0, Math.max(1, tall)).filter((row) => row.width > 0)
  const left = Math.min(...headRows.map((row) => row.left))
  const right = Math.max(...headRows.map((row) => row.left + row.width))
  return Number.isFinite(left) && right > left
    ? { x: left / width, y: first / height, width: (right - left) / width, height: tall / height }
    : { ...box, height: box.height / 3 }
}

function extentOf(values: Float32Array, start: number, width: number): { left: number; width: number } {
  let left = -1
  let right = -1
  for (let x = 0; x < width; x++) {
    if ((values[start + x] as number) < 0.5) continue
    if (left < 0) left = x
    right = x
  }
  return left < 0 ? { left: 0, width: 0 } : { left, width: right - left + 1 }
}

/** The row where the outline narrows clearly and widens again, in the upper two thirds; undefined when it does not. */
function neckOf(widths: readonly number[]): number | undefined {
  const from = Math.round(widths.length * 0.12)
  const to = Math.round(widths.length * 0.66)
  let best: number | undefined
  let deepest = 0.12
  for (let row = from; row < to; row++) {
    const here = widths[row] ?? 0
    const above = Math.max(...widths.slice(0, row))
    const below = Math.max(...widths.slice(row + 1))
    const depth = 1 - here / Math.max(1, Math.min(above, below))
    if (depth > deepest + 0.02) {
      deepest = depth
      best = row
    }
  }
  return best
}

const SIDE = 56

/**
 * The two eyes of a head: dark (or bright, with dark in it) spots of like size, level, to both sides of its middle. Where
 * nothing of the kind is found, where eyes would be. `head` is in pixels of the picture, and so is the answer.
 */
export function guessEyes(
  createCanvas: CreateCanvas,
  picture: DraftImage,
  head: Rectangle,
): [left: Eye, right: Eye] {
  const { context } = canvasOf(createCanvas, SIDE, SIDE)
  context.imageSmoothingQuality = 'high'
  drawPart(context, picture, head.x, head.y, head.width, head.height, 0, 0, SIDE, SIDE)
  const { data } = context.getImageData(0, 0, SIDE, SIDE)
  const light = Float32Array.from(
    { length: SIDE * SIDE },
    (_, index) =>
      (data[index * 4] as number) * 0.3 +
      (data[index * 4 + 1] as number) * 0.59 +
      (data[index * 4 + 2] as number) * 0.11,
  )
  const sums = summed(light)
  const spots = [2, 3, 4].flatMap((radius) => spotsOf(sums, radius))
  let best = {
    score: 9,
    left: { x: 0.32, y: 0.44, radius: 0.085 },
    right: { x: 0.68, y: 0.44, radius: 0.085 },
  }
  for (const one of spots) {
    for (const other of spots) {
      const apart = other.x - one.x
      if (apart < SIDE * 0.2 || apart > SIDE * 0.62 || one.radius !== other.radius) continue
      const middle = Math.abs((one.x + other.x) / 2 - SIDE / 2) / SIDE
      const tilt = Math.abs(one.y - other.y) / apart
      const unlike = Math.abs(one.depth - other.depth) / Math.max(one.depth, other.depth)
      if (middle > 0.2 || tilt > 0.3) continue
      const score =
        Math.min(one.depth, other.depth) * (1 - middle * 2.5) * (1 - tilt * 2) * (1 - unlike * 0.6)
      if (score > best.score) best = { score, left: share(one), right: share(other) }
    }
  }
  const place = ({ x, y, radius }: Eye): Eye => ({
    x: head.x + x * head.width,
    y: head.y + y * head.height,
    radius: radius * Math.min(head.width, head.height),
  })
  return [place(best.left), place(best.right)]
}

interface Spot extends Eye {
  depth: number
}

function share({ x, y, radius }: Spot): Eye {
  return { x: (x + 0.5) / SIDE, y: (y + 0.5) / SIDE, radius: Math.max(0.06, (radius * 1.6) / SIDE) }
}

/** The clearest dark spots of a radius in the band where eyes are. */
function spotsOf(sums: Float64Array, radius: number): Spot[] {
  const spots: Spot[] = []
  const reach = radius * 2 + 1
  for (let y = Math.round(SIDE * 0.22); y < SIDE * 0.68; y++) {
    for (let x = Math.round(SIDE * 0.14); x < SIDE * 0.86; x++) {
      const inner = meanOf(sums, x, y, radius)
      const outer = meanOf(sums, x, y, reach)
      const innerArea = (radius * 2 + 1) ** 2
      const outerArea = (reach * 2 + 1) ** 2
      const ring = (outer * outerArea - inner * innerArea) / (outerArea - innerArea)
      const depth = ring - inner
      if (depth > 9) spots.push({ x, y, radius, depth })
    }
  }
  return spots
    .toSorted((a, b) => b.depth - a.depth)
    .filter((spot, index, all) => {
      const stronger = all.slice(0, index)
      return !stronger.some((other) => Math.hypot(other.x - spot.x, other.y - spot.y) < radius * 2)
    })
    .slice(0, 10)
}

/** Sums over every rectangle from the upper left corner. */
function summed(values: Float32Array): Float64Array {
  const sums = new Float64Array((SIDE + 1) * (SIDE + 1))
  for (let y = 0; y < SIDE; y++) {
    let row = 0
    for (let x = 0; x < SIDE; x++) {
      row += values[y * SIDE + x] as number
      sums[(y + 1) * (SIDE + 1) + x + 1] = (sums[y * (SIDE + 1) + x + 1] as number) + row
    }
  }
  return sums
}

function meanOf(sums: Float64Array, x: number, y: number, radius: number): number {
  const left = Math.max(0, x - radius)
  const top = Math.max(0, y - radius)
  const right = Math.min(SIDE, x + radius + 1)
  const bottom = Math.min(SIDE, y + radius + 1)
  const at = (column: number, row: number) => sums[row * (SIDE + 1) + column] as number
  return (
    (at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) /
    ((right - left) * (bottom - top))
  )
}
