import { planeAt, type SmallPicture } from './small-picture.ts'

/** What a small picture shows around a place: some pixels, and their values in its three planes. */
export interface Surroundings {
  count: number
  readonly x: Int32Array
  readonly y: Int32Array
  readonly values: readonly [Float32Array, Float32Array, Float32Array]
}

const OFFSETS = [-4, -2, 0, 2, 4]
const MOST = OFFSETS.length ** 2
/** Fewer pixels prove nothing. */
const FEWEST = 8
/** What leaves the frame cannot be judged: no worse than average, no better. */
const UNKNOWN = 26
/** The most that one value counts: what is covered or lit anew must not outweigh the rest. */
const WORST = 50

/** To be filled by `lookAt`, again and again. */
export function createSurroundings(): Surroundings {
  const values = () => new Float32Array(MOST)
  return {
    count: 0,
    x: new Int32Array(MOST),
    y: new Int32Array(MOST),
    values: [values(), values(), values()],
  }
}

/** Takes in what is around a place, as far as it lies within the picture. */
export function lookAt(
  surroundings: Surroundings,
  { width, height, planes }: SmallPicture,
  x: number,
  y: number,
): void {
  const { values } = surroundings
  let count = 0
  for (const v of OFFSETS) {
    for (const u of OFFSETS) {
      const px = Math.round(x + u)
      const py = Math.round(y + v)
      if (px < 0 || py < 0 || px >= width || py >= height) continue
      surroundings.x[count] = px
      surroundings.y[count] = py
      for (let plane = 0; plane < 3; plane++)
        (values[plane] as Float32Array)[count] = (planes[plane] as Float32Array)[py * width + px] as number
      count++
    }
  }
  surroundings.count = count
}

/**
 * How much another picture differs there when all is moved by so much: the mean over the pixels. Once it is sure to reach
 * `enough`, it may give any number from there on.
 */
export function differenceIn(
  picture: SmallPicture,
  surroundings: Surroundings,
  mx: number,
  my: number,
  enough = Infinity,
): number {
  const { width, height } = picture
  const { count, x, y } = surroundings
  if (count < FEWEST) return UNKNOWN
  const left = Math.floor(mx)
  const top = Math.floor(my)
  // They were taken in row by row.
  const isInside =
    (x[0] as number) + left >= 0 &&
    (y[0] as number) + top >= 0 &&
    (x[count - 1] as number) + left < width - 1 &&
    (y[count - 1] as number) + top < height - 1
  return isInside
    ? differenceInside(picture, surroundings, left, top, mx - left, my - top, enough * count)
    : differenceAtBorder(picture, surroundings, mx, my)
}

/** All of it lies within the other picture, between the same shares of its pixels. */
function differenceInside(
  { width, planes }: SmallPicture,
  { count, x, y, values: seen }: Surroundings,
  left: number,
  top: number,
  u: number,
  v: number,
  enough: number,
): number {
  const w00 = (1 - u) * (1 - v)
  const w01 = u * (1 - v)
  const w10 = (1 - u) * v
  const w11 = u * v
  let sum = 0
  for (let index = 0; index < count && sum < enough; index++) {
    const at = ((y[index] as number) + top) * width + (x[index] as number) + left
    const below = at + width
    for (let plane = 0; plane < 3; plane++) {
      const values = planes[plane] as Float32Array
      const there =
        (values[at] as number) * w00 +
        (values[at + 1] as number) * w01 +
        (values[below] as number) * w10 +
        (values[below + 1] as number) * w11
      sum += Math.min(WORST, Math.abs(((seen[plane] as Float32Array)[index] as number) - there))
    }
  }
  return sum / count
}

function differenceAtBorder(
  { width, height, planes }: SmallPicture,
  { count, x, y, values }: Surroundings,
  mx: number,
  my: number,
): number {
  let sum = 0
  let seen = 0
  for (let index = 0; index < count; index++) {
    const tx = (x[index] as number) + mx
    const ty = (y[index] as number) + my
    if (tx < -1 || ty < -1 || tx > width || ty > height) continue
    seen++
    for (let plane = 0; plane < 3; plane++) {
      const value = (values[plane] as Float32Array)[index] as number
      const there = planeAt(planes[plane] as Float32Array, width, height, tx, ty)
      sum += Math.min(WORST, Math.abs(value - there))
    }
  }
  return seen < FEWEST ? UNKNOWN : sum / seen
}
