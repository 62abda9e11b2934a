import type { PixelLayer } from './layers.ts'

/** Where a point of the frame takes its colour from, in pixels of the frame, and how it is lit. */
export interface Bent {
  x: number
  y: number
  /** 1 leaves the colour, 0 is black, 2 is white. */
  light: number
}

/** Says for a point of the frame where in the source it comes from, by writing to `bent`. */
export type Bend = (x: number, y: number, bent: Bent) => void

/** Pixels between the points at which a bend is asked; it is interpolated between them. */
const CELLS_ACROSS = 44

/**
 * Draws a source bent into the target, pixel by pixel: no seams, soft edges, light that follows the form. The bend is
 * asked on a grid only, so it may cost something. What lies outside of the source is transparent.
 */
export function bendLayer(source: PixelLayer, target: PixelLayer, bend: Bend, across = CELLS_ACROSS): void {
  const cell = Math.max(2, Math.ceil(Math.max(target.width, target.height) / across))
  const columns = Math.ceil(target.width / cell)
  const rows = Math.ceil(target.height / cell)
  const stride = (columns + 1) * 3
  const grid = new Float32Array(stride * (rows + 1))
  const bent: Bent = { x: 0, y: 0, light: 1 }
  for (let row = 0, at = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++, at += 3) {
      bent.light = 1
      bend(target.x + column * cell, target.y + row * cell, bent)
      grid[at] = bent.x - source.x
      grid[at + 1] = bent.y - source.y
      grid[at + 2] = bent.light
    }
  const out = target.data
  for (let y = 0; y < target.height; y++) {
    const row = Math.floor(y / cell)
    const v = (y - row * cell) / cell
    for (let column = 0; column < columns; column++) {
      const upper = row * stride + column * 3
      const lower = upper + stride
      const down = (offset: number) =>
        (grid[upper + offset] ?? 0) + ((grid[lower + offset] ?? 0) - (grid[upper + offset] ?? 0)) * v
      const sx = down(0)
      const sy = down(1)
      const light = down(2)
      const stepX = (down(3) - sx) / cell
      const stepY = (down(4) - sy) / cell
      const stepLight = (down(5) - light) / cell
      const left = column * cell
      const count = Math.min(cell, target.width - left)
      sampleRun(source, out, (y * target.width + left) * 4, count, sx, sy, light, stepX, stepY, stepLight)
    }
  }
}

/** A run of neighbouring pixels, whose sources lie on a line. */
function sampleRun(
  source: PixelLayer,
  out: Uint8ClampedArray,
  at: number,
  count: number,
  sx: number,
  sy: number,
  light: number,
  stepX: number,
  stepY: number,
  stepLight: number,
): void {
  for (let index = 0; index < count; index++, at += 4, sx += stepX, sy += stepY, light += stepLight)
    samplePixel(source, out, at, sx, sy, light)
}

/**
 * Writes what a source has between its pixels at `sx`, `sy` (in its own pixels) to `out` at byte `at`. Transparent outside of
 * it. Colours are weighted by their alpha, or edges would turn black.
 */
export function samplePixel(
  { data: from, width, height }: PixelLayer,
  out: Uint8ClampedArray,
  at: number,
  sx: number,
  sy: number,
  light: number,
): void {
  // Less than a pixel beyond the source still blends with its border.
  if (!(sx > -1 && sy > -1 && sx < width && sy < height)) {
    out[at + 3] = 0
    return
  }
  const x0 = Math.floor(sx)
  const y0 = Math.floor(sy)
  const u = sx - x0
  const v = sy - y0
  const left = x0 < 0 ? 0 : x0
  const right = x0 + 1 >= width ? width - 1 : x0 + 1
  const top = (y0 < 0 ? 0 : y0) * width
  const bottom = (y0 + 1 >= height ? height - 1 : y0 + 1) * width
  const a = (top + left) * 4
  const b = (top + right) * 4
  const c = (bottom + left) * 4
  const d = (bottom + right) * 4
  const wa = (1 - u) * (1 - v) * (from[a + 3] as number)
  const wb = u * (1 - v) * (from[b + 3] as number)
  const wc = (1 - u) * v * (from[c + 3] as number)
  const wd = u * v * (from[d + 3] as number)
  const alpha = wa + wb + wc + wd
  out[at + 3] = alpha
  if (alpha < 0.5) return
  const scale = (light < 1 ? light : 2 - light) / alpha
  const base = light > 1 ? (light - 1) * 255 : 0
  for (let channel = 0; channel < 3; channel++)
    out[at + channel] =
      ((from[a + channel] as number) * wa +
        (from[b + channel] as number) * wb +
        (from[c + channel] as number) * wc +
        (from[d + channel] as number) * wd) *
        scale +
      base
}
