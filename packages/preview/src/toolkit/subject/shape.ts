import { boxMean } from './grid.ts'
import type { LabPicture } from './lab.ts'

/**
 * Keeps the pieces of a belief that make up the subject: the one with most weight in the middle, and others that are a
 * fair part of it. Holes in them are closed. Answers the belief, 0 outside of the kept pieces.
 */
export function keepSubject(belief: Float32Array, width: number, height: number): Float32Array {
  const isSubject = (index: number) => (belief[index] as number) >= 0.5
  const pieces = piecesOf(width, height, isSubject)
  const weights = pieces.map((piece) =>
    piece.reduce((sum, index) => sum + centrality(index, width, height), 0),
  )
  const heaviest = Math.max(0, ...weights)
  const kept = new Uint8Array(belief.length)
  pieces.forEach((piece, number) => {
    if ((weights[number] as number) >= heaviest * 0.22) for (const index of piece) kept[index] = 1
  })
  // A hole is a piece of ground that the border cannot reach. A large one (the ring of a bracelet) is real.
  for (const piece of piecesOf(width, height, (index) => kept[index] === 0)) {
    const touches = piece.some(
      (index) =>
        index < width || index >= width * (height - 1) || index % width === 0 || index % width === width - 1,
    )
    if (!touches && piece.length < belief.length * 0.02) for (const index of piece) kept[index] = 2
  }
  return belief.map((value, index) => {
    if (kept[index] === 2) return 1
    if (kept[index] === 1) return value
    return Math.min(value, hasKeptNeighbour(kept, index, width) ? 0.49 : 0)
  })
}

function hasKeptNeighbour(kept: Uint8Array, index: number, width: number): boolean {
  return [index - 1, index + 1, index - width, index + width].some((neighbour) => (kept[neighbour] ?? 0) > 0)
}

function centrality(index: number, width: number, height: number): number {
  const u = ((index % width) + 0.5) / width - 0.5
  const v = (Math.floor(index / width) + 0.5) / height - 0.54
  return Math.exp(-(u * u + v * v) / 0.16)
}

/** The connected parts of a grid that belong to something, each as the indices of its points. */
export function piecesOf(width: number, height: number, belongs: (index: number) => boolean): number[][] {
  const seen = new Uint8Array(width * height)
  const pieces: number[][] = []
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || !belongs(start)) continue
    const piece = [start]
    seen[start] = 1
    for (let at = 0; at < piece.length; at++) {
      const index = piece[at] as number
      const x = index % width
      const neighbours = [
        x > 0 ? index - 1 : -1,
        x < width - 1 ? index + 1 : -1,
        index - width,
        index + width < seen.length ? index + width : -1,
      ]
      for (const neighbour of neighbours) {
        if (neighbour < 0 || seen[neighbour] || !belongs(neighbour)) continue
        seen[neighbour] = 1
        piece.push(neighbour)
      }
    }
    pieces.push(piece)
  }
  return pieces
}

/**
 * How much a mask looks like a subject, 0…1: it is neither a speck nor the whole picture, it does not run along the
 * border, its outline is simple, and it lies where the colours change more than they do elsewhere.
 */
export function confidenceOf(mask: Float32Array, picture: LabPicture): number {
  const { width, height } = picture
  let area = 0
  let rim = 0
  let rimLength = 0
  for (let index = 0; index < mask.length; index++) {
    const isInside = (mask[index] as number) >= 0.5
    const x = index % width
    if (isInside) area++
    if (x === 0 || x === width - 1 || index < width) {
      rimLength++
      if (isInside) rim++
    }
  }
  const { length, clear } = outlineOf(mask, picture)
  if (area === 0 || length === 0) return 0
  const share = area / (width * height)
  const isSized = ramp(share, 0.008, 0.03) * ramp(share, 0.68, 0.34)
  const isFree = ramp(rim / rimLength, 0.42, 0.12)
  // A round thing has an outline of 4 times the root of its area, counted in steps; a coastline many times that.
  const isSimple = ramp(length / Math.sqrt(area), 18, 8)
  const isClear = ramp(clear, 0.42, 0.82)
  return isSized * isFree * isClear * (0.4 + 0.6 * isSimple)
}

/** Steps of the outline of a mask, and the share of them at which the picture changes clearly. */
function outlineOf(
  mask: Float32Array,
  { width, height, l, a, b }: LabPicture,
): { length: number; clear: number } {
  const [light, red, blue] = [l, a, b].map((plane) => boxMean(plane, width, height, 1)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const contrast = (one: number, other: number) =>
    Math.hypot(
      (light[one] as number) - (light[other] as number),
      (red[one] as number) - (red[other] as number),
      (blue[one] as number) - (blue[other] as number),
    )
  const outline: number[] = []
  let sum = 0
  let count = 0
  // Two pixels to either side: outlines in photographs are a little soft.
  for (let y = 2; y < height - 3; y++) {
    for (let x = 2; x < width - 3; x++) {
      const index = y * width + x
      const isInside = (mask[index] as number) >= 0.5
      for (const step of [1, width]) {
        const change = contrast(index - step, index + 2 * step)
        sum += change
        count++
        if (isInside !== (mask[index + step] as number) >= 0.5) outline.push(change)
      }
    }
  }
  const usual = sum / Math.max(1, count)
  // In a dark picture less is clear than in a bright one; in a plain one nothing is.
  const least = Math.min(6, Math.max(1.5, spreadOf(light) * 0.35))
  const clear = outline.filter((change) => change > Math.max(least, usual * 1.5)).length
  return { length: outline.length, clear: clear / Math.max(1, outline.length) }
}

/** The standard deviation. */
function spreadOf(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}
