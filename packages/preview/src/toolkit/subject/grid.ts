/** A plane of numbers, row by row. */
export interface Grid {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** The mean of the square of `radius` around each point, cut at the border; its cost does not depend on the radius. */
export function boxMean(source: Float32Array, width: number, height: number, radius: number): Float32Array {
  const rows = new Float32Array(source.length)
  for (let y = 0; y < height; y++) meanAlong(source, rows, y * width, 1, width, radius)
  const result = new Float32Array(source.length)
  for (let x = 0; x < width; x++) meanAlong(rows, result, x, width, height, radius)
  return result
}

function meanAlong(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  let sum = 0
  for (let index = 0; index < Math.min(radius, length); index++) sum += from[start + index * step] as number
  for (let index = 0; index < length; index++) {
    const entering = index + radius
    const leaving = index - radius - 1
    if (entering < length) sum += from[start + entering * step] as number
    if (leaving >= 0) sum -= from[start + leaving * step] as number
    const count = Math.min(length - 1, entering) - Math.max(0, leaving + 1) + 1
    to[start + index * step] = sum / count
  }
}
