import { clamp } from '../toolkit/easing.ts'
import type { Steps } from '../toolkit/steps.ts'
import type { SmallPicture } from './small-picture.ts'

/** How the whole of a picture may lie in another: turned and scaled around the middle, then moved. */
interface Placement {
  scale: number
  /** Radians. */
  angle: number
  /** Shares of the frame's width and height. */
  x: number
  y: number
}

/** How it lies there. */
export interface Alignment extends Placement {
  /** How alike the parts are that both pictures show: 1 the same, 0 nothing in common. */
  likeness: number
  /** The share of the frame that both show. */
  overlap: number
}

/** The small copies of both pictures at one size. */
export type Level = readonly [SmallPicture, SmallPicture]

const SCALES = [1, 1.15, 0.87, 1.32, 0.76, 1.55, 0.645, 1.85, 0.54]
const ANGLES = [0, 0.09, -0.09, 0.18, -0.18]
const FARTHEST = 0.5
/** Less of the frame in common than this proves nothing. */
const LEAST_OVERLAP = 0.34

/**
 * Finds pan, zoom and a small rotation between two pictures: every combination on a coarse copy, then ever finer around
 * the best. A large move has to be clearly better than none, because any two skies are alike.
 */
export function* alignPictures(levels: readonly Level[]): Steps<Alignment> {
  const [coarse] = levels
  if (!coarse) throw new Error('alignPictures needs at least one level')
  let best = judged(coarse, { scale: 1, angle: 0, x: 0, y: 0 }, 1)
  let most = value(best)
  const stepX = 1.5 / coarse[0].width
  const stepY = 1.5 / coarse[0].height
  // One for all: ten thousand are looked at, and clearing them away took a third of the time.
  const tried: Alignment = { ...best }
  for (const scale of SCALES) {
    for (const angle of scale === 1 ? ANGLES : ANGLES.slice(0, 3)) {
      for (let y = -FARTHEST; y <= FARTHEST; y += stepY) {
        for (let x = -FARTHEST; x <= FARTHEST; x += stepX) {
          tried.scale = scale
          tried.angle = angle
          tried.x = x
          tried.y = y
          judge(coarse, tried, 2)
          if (value(tried) <= most) continue
          best = { ...tried }
          most = value(best)
        }
      }
      yield
    }
  }
  for (const level of levels) best = yield* refine(level, best)
  return best
}

function* refine(level: Level, start: Placement): Steps<Alignment> {
  let best = judged(level, start, 1)
  let step = 1.5
  const { width, height } = level[0]
  while (step > 0.15) {
    const before = best
    for (const side of [-1, 1]) {
      for (const change of [
        { x: best.x + (side * step) / width },
        { y: best.y + (side * step) / height },
        { scale: best.scale * (1 + (side * step * 1.6) / width) },
        { angle: best.angle + (side * step * 1.6) / width },
      ])
        best = better(best, judged(level, { ...best, ...change }, 1))
    }
    if (best === before) step /= 2
    yield
  }
  return best
}

function better(a: Alignment, b: Alignment): Alignment {
  return value(b) > value(a) ? b : a
}

function value({ likeness, overlap, scale, x, y }: Alignment): number {
  return likeness * overlap ** 0.25 - 0.08 * (Math.abs(x) + Math.abs(y)) - 0.06 * Math.abs(Math.log(scale))
}

function judged(level: Level, { scale, angle, x, y }: Placement, stride: number): Alignment {
  const alignment = { scale, angle, x, y, likeness: 0, overlap: 0 }
  judge(level, alignment, stride)
  return alignment
}

/** Writes the correlation of brightness and colour over what both show, every `stride`th pixel: its likeness, and its overlap. */
function judge([from, to]: Level, alignment: Alignment, stride: number): void {
  const { width, height } = from
  const [a0, a1, a2] = from.planes
  const [b0, b1, b2] = to.planes
  const cos = Math.cos(alignment.angle) * alignment.scale
  const sin = Math.sin(alignment.angle) * alignment.scale
  const middleX = (width - 1) / 2
  const middleY = (height - 1) / 2
  // Plain numbers: this runs ten thousand times for a transition, and arrays of sums were half of what it cost.
  let count = 0
  let sumA0 = 0
  let sumA1 = 0
  let sumA2 = 0
  let sumB0 = 0
  let sumB1 = 0
  let sumB2 = 0
  let squaresA = 0
  let squaresB = 0
  let products = 0
  for (let y = 0; y < height; y += stride) {
    const startX = middleX + alignment.x * width - (y - middleY) * sin
    const startY = middleY + alignment.y * height + (y - middleY) * cos
    for (let x = 0; x < width; x += stride) {
      const tx = startX + (x - middleX) * cos
      const ty = startY + (x - middleX) * sin
      if (tx < 0 || ty < 0 || tx > width - 1 || ty > height - 1) continue
      count++
      const at = y * width + x
      const va0 = a0[at] as number
      const va1 = a1[at] as number
      const va2 = a2[at] as number
      let vb0: number
      let vb1: number
      let vb2: number
      if (stride > 1) {
        const there = ((ty + 0.5) | 0) * width + ((tx + 0.5) | 0)
        vb0 = b0[there] as number
        vb1 = b1[there] as number
        vb2 = b2[there] as number
      } else {
        const left = Math.min(tx | 0, width - 2)
        const top = Math.min(ty | 0, height - 2)
        const there = top * width + left
        vb0 = between(b0, there, width, tx - left, ty - top)
        vb1 = between(b1, there, width, tx - left, ty - top)
        vb2 = between(b2, there, width, tx - left, ty - top)
      }
      sumA0 += va0
      sumA1 += va1
      sumA2 += va2
      sumB0 += vb0
      sumB1 += vb1
      sumB2 += vb2
      squaresA += va0 * va0 + va1 * va1 + va2 * va2
      squaresB += vb0 * vb0 + vb1 * vb1 + vb2 * vb2
      products += va0 * vb0 + va1 * vb1 + va2 * vb2
    }
  }
  const all = Math.ceil(width / stride) * Math.ceil(height / stride)
  if (count < all * LEAST_OVERLAP) {
    alignment.likeness = -1
    alignment.overlap = 0
    return
  }
  const varianceA = squaresA - (sumA0 * sumA0 + sumA1 * sumA1 + sumA2 * sumA2) / count
  const varianceB = squaresB - (sumB0 * sumB0 + sumB1 * sumB1 + sumB2 * sumB2) / count
  const covariance = products - (sumA0 * sumB0 + sumA1 * sumB1 + sumA2 * sumB2) / count
  // A flat part is like any other flat part: some grain keeps it from counting as the same.
  const grain = count * 15
  alignment.overlap = count / all
  alignment.likeness = clamp(covariance / Math.sqrt((varianceA + grain) * (varianceB + grain)), -1, 1)
}

/** Of a plane, from a pixel on: so far to the next one, and to the row below. */
function between(plane: Float32Array, at: number, width: number, u: number, v: number): number {
  const upper = (plane[at] as number) * (1 - u) + (plane[at + 1] as number) * u
  const lower = (plane[at + width] as number) * (1 - u) + (plane[at + width + 1] as number) * u
  return upper * (1 - v) + lower * v
}
