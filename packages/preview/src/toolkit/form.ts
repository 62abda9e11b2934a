import type { CreateCanvas, DraftCanvas } from '../canvas.ts'
import { clamp } from './easing.ts'
import type { Rectangle } from './pictures.ts'
import { pixelsOf } from './pixels.ts'

/** The outline of a subject, coarse, with a height for each point as if it were a cushion. Places in pixels of the frame. */
export interface Form {
  /** How high the cushion is, 0 outside to 1 in the middle of something wide. */
  heightAt(x: number, y: number): number
  /** How it slopes there: the change of height over a tenth of the frame's mean side. Points inward at the outline. */
  slopeAt(x: number, y: number): [x: number, y: number]
  /** The first and last covered pixel of the row at `y`, or of the nearest row that has one. */
  rowAt(y: number): [left: number, right: number]
  /** The same of the column at `x`. */
  columnAt(x: number): [top: number, bottom: number]
  /** The mean colour of what is covered. */
  color: [red: number, green: number, blue: number]
}

const SIDE = 120

/** Reads the form of a subject that has the frame's size. */
export function formOf(createCanvas: CreateCanvas, subject: DraftCanvas, box: Rectangle): Form {
  const scale = Math.min(1, SIDE / Math.max(subject.width, subject.height))
  const { data, width, height } = pixelsOf(
    createCanvas,
    subject,
    subject.width * scale,
    subject.height * scale,
  )
  const cover = Float32Array.from({ length: width * height }, (_, index) => (data[index * 4 + 3] ?? 0) / 255)
  const color: [number, number, number] = [0, 0, 0]
  const total = cover.reduce((sum, value) => sum + value, 0) || 1
  cover.forEach((value, index) => {
    for (let channel = 0; channel < 3; channel++)
      color[channel as 0 | 1 | 2] += ((data[index * 4 + channel] ?? 0) * value) / total
  })
  // Sums of narrow and wide blurs rise steeply at the outline and go on rising inward, as a cushion does.
  const reach = Math.max(box.width, box.height) * scale
  const cushion = new Float32Array(width * height)
  for (const share of [0.02, 0.06, 0.13]) {
    const soft = blurred(cover, width, height, Math.max(1, Math.round(reach * share)))
    soft.forEach((value, index) => (cushion[index] = (cushion[index] ?? 0) + Math.max(0, value * 2 - 1) / 3))
  }
  const heightAt = (x: number, y: number) =>
    bilinear(cushion, width, height, x * scale - 0.5, y * scale - 0.5)
  const step = Math.sqrt(subject.width * subject.height) / 50
  const wide = blurred(cover, width, height, Math.max(1, Math.round(reach * 0.08)))
  const wideAt = (x: number, y: number) => bilinear(wide, width, height, x * scale - 0.5, y * scale - 0.5)
  const rows = extents(cover, width, height, 1, width)
  const columns = extents(cover, height, width, width, 1)
  return {
    heightAt,
    slopeAt: (x, y) => [
      (wideAt(x + step, y) - wideAt(x - step, y)) * 2.5,
      (wideAt(x, y + step) - wideAt(x, y - step)) * 2.5,
    ],
    rowAt: (y) => scaled(rows[clampIndex(y * scale, height)], scale),
    columnAt: (x) => scaled(columns[clampIndex(x * scale, width)], scale),
    color,
  }
}

function clampIndex(value: number, count: number): number {
  return Math.floor(clamp(value, 0, count - 1))
}

function scaled([from, to]: readonly [number, number] = [0, 0], scale: number): [number, number] {
  return [from / scale, (to + 1) / scale]
}

/** The first and last covered cell of each line; lines without one take their neighbour's. */
function extents(
  cover: Float32Array,
  along: number,
  lines: number,
  step: number,
  stride: number,
): [number, number][] {
  const found = Array.from({ length: lines }, (_, line): [number, number] | undefined => {
    let first = -1
    let last = -1
    for (let index = 0; index < along; index++) {
      if ((cover[line * stride + index * step] ?? 0) < 0.5) continue
      if (first < 0) first = index
      last = index
    }
    return first < 0 ? undefined : [first, last]
  })
  const firstFound = found.find(Boolean) ?? [0, along - 1]
  let before = firstFound
  return found.map((extent) => (before = extent ?? before))
}

function bilinear(values: Float32Array, width: number, height: number, x: number, y: number): number {
  const left = clamp(Math.floor(x), 0, width - 1)
  const top = clamp(Math.floor(y), 0, height - 1)
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const u = clamp(x - left)
  const v = clamp(y - top)
  const at = (column: number, row: number) => values[row * width + column] ?? 0
  const upper = at(left, top) * (1 - u) + at(right, top) * u
  return upper * (1 - v) + (at(left, bottom) * (1 - u) + at(right, bottom) * u) * v
}

/** A box blur, twice over, which is nearly a Gaussian one. What is beyond the border counts as empty. */
function blurred(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  let result = values
  for (let round = 0; round < 2; round++) {
    result = blurLines(result, height, width, width, 1, radius)
    result = blurLines(result, width, height, 1, width, radius)
  }
  return result
}

function blurLines(
  values: Float32Array,
  lines: number,
  along: number,
  stride: number,
  step: number,
  radius: number,
): Float32Array {
  const result = new Float32Array(values.length)
  for (let line = 0; line < lines; line++) {
    let sum = 0
    for (let index = -radius; index < along; index++) {
      const entering = index + radius
      const leaving = index - radius - 1
      if (entering < along) sum += values[line * stride + entering * step] ?? 0
      if (leaving >= 0) sum -= values[line * stride + leaving * step] ?? 0
      if (index >= 0) result[line * stride + index * step] = sum / (radius * 2 + 1)
    }
  }
  return result
}
