import type { CreateCanvas, DraftCanvas, DraftImage, DraftPixels } from '../../canvas.ts'
import { paintPixels, pixelsOf } from '../pixels.ts'
import { hash } from '../random.ts'
import { boxMean } from './grid.ts'

/** Pixels of the longer side of the copy that is filled in: a hidden ground is soft anyway. */
const SIDE = 240
/** How many rounds take the seams out of what was filled in. */
const SMOOTHINGS = 24

/**
 * What belongs over a picture so that its subject is gone: the filled ground where the mask covers it, transparent
 * elsewhere, with a soft edge that melts into the sharp picture. Stretch it over the whole picture.
 */
export function groundPatch(createCanvas: CreateCanvas, picture: DraftImage, mask: DraftImage): DraftCanvas {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const pixels = pixelsOf(createCanvas, picture, picture.width * scale, picture.height * scale)
  const { width, height, data } = pixels
  const covered = pixelsOf(createCanvas, mask, width, height).data
  const cover = Float32Array.from(
    { length: width * height },
    (_, index) => (covered[index * 4 + 3] as number) / 255,
  )
  // Wider than the mask by more than its outline may be wrong.
  const wide = boxMean(cover, width, height, Math.max(2, Math.round(Math.max(width, height) / 90)))
  const isHole = (index: number) => (wide[index] as number) > 0.04 || (data[index * 4 + 3] as number) < 250
  const hole = Float32Array.from(cover, (_, index) => (isHole(index) ? 1 : 0))
  if (hole.every((value) => value === 1)) fillPlain(pixels)
  else fillHole(pixels, isHole)
  const soft = boxMean(boxMean(hole, width, height, 2), width, height, 2)
  return paintPixels(createCanvas, width, height, (target) => {
    for (let index = 0; index < soft.length; index++) {
      target.set(data.subarray(index * 4, index * 4 + 3), index * 4)
      target[index * 4 + 3] = Math.round(Math.min(1, (soft[index] as number) * 2) * 255)
    }
  })
}

/** A light from the middle in the mean colour of what is there, paler and calmer: the ground of a cut-out. */
function fillPlain({ width, height, data }: DraftPixels): void {
  const mean = [0, 0, 0]
  let weight = 0
  for (let index = 0; index < width * height; index++) {
    const alpha = data[index * 4 + 3] as number
    weight += alpha
    mean.forEach((sum, channel) => {
      mean[channel] = sum + alpha * (data[index * 4 + channel] as number)
    })
  }
  const tone = mean.map((sum) => (weight > 0 ? sum / weight : 128))
  for (let index = 0; index < width * height; index++) {
    const u = (index % width) / width - 0.5
    const v = Math.floor(index / width) / height - 0.42
    const light = 226 - 150 * Math.min(1, u * u * 1.5 + v * v * 1.5)
    tone.forEach((value, channel) => {
      data[index * 4 + channel] = Math.round(light * 0.8 + value * 0.2)
    })
    data[index * 4 + 3] = 255
  }
}

/**
 * Fills the hole of a picture in place: `isHole` says which pixels. Each gets the colours that it meets to its left,
 * right, top and bottom, the nearer the more, so that horizons and gradients run on behind what stood there; then the
 * seams are smoothed, and grain of the picture's own strength is laid over.
 */
function fillHole({ width, height, data }: DraftPixels, isHole: (index: number) => boolean): void {
  const hole = Uint8Array.from({ length: width * height }, (_, index) => (isHole(index) ? 1 : 0))
  const holes: number[] = []
  hole.forEach((value, index) => value === 1 && holes.push(index))
  const planes = [0, 1, 2].map((channel) =>
    Float32Array.from({ length: hole.length }, (_, index) => data[index * 4 + channel] as number),
  )
  const sums = planes.map(() => new Float32Array(hole.length))
  const weights = new Float32Array(hole.length)
  for (let y = 0; y < height; y++) bridge(planes, hole, sums, weights, y * width, 1, width, 1)
  // Grounds change more from top to bottom than from side to side.
  for (let x = 0; x < width; x++) bridge(planes, hole, sums, weights, x, width, height, 0.35)
  planes.forEach((plane, channel) => {
    for (const index of holes)
      if ((weights[index] as number) > 0)
        plane[index] = (sums[channel]?.[index] as number) / (weights[index] as number)
  })
  for (let round = 0; round < SMOOTHINGS; round++)
    for (const plane of planes) smoothHoles(plane, holes, width, height)

  const strength = grainOf(planes[1] as Float32Array, hole, width, height)
  for (const index of holes) {
    const x = index % width
    const y = Math.floor(index / width)
    const speck = (hash(x, y, 11) + hash(x, y, 12) - 1) * strength * 2.4
    planes.forEach((plane, channel) => {
      data[index * 4 + channel] = Math.round((plane[index] as number) + speck)
    })
    data[index * 4 + 3] = 255
  }
}

/** Along a row or a column: each gap gets the values at its two ends, mixed by distance. */
function bridge(
  planes: readonly Float32Array[],
  hole: Uint8Array,
  sums: readonly Float32Array[],
  weights: Float32Array,
  start: number,
  step: number,
  length: number,
  trust: number,
): void {
  for (let from = 0; from < length; from++) {
    if (hole[start + from * step] !== 1) continue
    let to = from
    while (to < length && hole[start + to * step] === 1) to++
    const before = from > 0 ? from - 1 : -1
    const after = to < length ? to : -1
    for (let at = from; at < to; at++) {
      const index = start + at * step
      for (const end of [before, after]) {
        if (end < 0) continue
        const weight = trust / (Math.abs(at - end) + 1.5) ** 1.6
        weights[index] = (weights[index] as number) + weight
        planes.forEach((plane, channel) => {
          const sum = sums[channel] as Float32Array
          sum[index] =
            (sum[index] as number) + weight * endValue(plane, hole, start, step, length, end, end < from)
        })
      }
    }
    from = to
  }
}

/** The mean of the first pixels beside a gap: one alone may be a speck, or a rim of what stood there. */
function endValue(
  plane: Float32Array,
  hole: Uint8Array,
  start: number,
  step: number,
  length: number,
  end: number,
  isBefore: boolean,
): number {
  let sum = 0
  let count = 0
  for (let away = 0; away < 4; away++) {
    const at = isBefore ? end - away : end + away
    if (at < 0 || at >= length || hole[start + at * step] === 1) break
    sum += plane[start + at * step] as number
    count++
  }
  return sum / count
}

function smoothHoles(plane: Float32Array, holes: readonly number[], width: number, height: number): void {
  for (const index of holes) {
    const x = index % width
    const own = plane[index] as number
    const left = x > 0 ? (plane[index - 1] as number) : own
    const right = x < width - 1 ? (plane[index + 1] as number) : own
    const up = index >= width ? (plane[index - width] as number) : own
    const below = index < width * (height - 1) ? (plane[index + width] as number) : own
    plane[index] = own * 0.2 + (left + right) * 0.28 + (up + below) * 0.12
  }
}

/** The usual difference of a pixel from the mean of its neighbours, over the ground alone: its grain. */
function grainOf(plane: Float32Array, hole: Uint8Array, width: number, height: number): number {
  const differences: number[] = []
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x += 2) {
      const index = y * width + x
      if (hole[index] === 1) continue
      const around =
        ((plane[index - 1] as number) +
          (plane[index + 1] as number) +
          (plane[index - width] as number) +
          (plane[index + width] as number)) /
        4
      differences.push(Math.abs((plane[index] as number) - around))
    }
  }
  // The lower middle: edges are not grain.
  return Math.min(6, differences.toSorted((a, b) => a - b)[Math.floor(differences.length * 0.4)] ?? 0)
}
