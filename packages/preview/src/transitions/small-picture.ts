import { clamp } from '../toolkit/easing.ts'
import type { Raster } from '../toolkit/warp.ts'

/** A small copy of a picture for motion search: three numbers a pixel. */
export interface SmallPicture {
  readonly width: number
  readonly height: number
  readonly planes: readonly [Float32Array, Float32Array, Float32Array]
}

/** Averages a picture down to brightness and two colour differences. Our own arithmetic and not the canvas's, so that every host finds the same motion. */
export function shrink(raster: Raster, width: number, height: number): SmallPicture {
  const planes = [0, 1, 2].map(() => new Float32Array(width * height)) as unknown as SmallPicture['planes']
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * raster.height) / height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * raster.height) / height))
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * raster.width) / width)
      const right = Math.max(left + 1, Math.floor(((x + 1) * raster.width) / width))
      let red = 0
      let green = 0
      let blue = 0
      for (let sy = top; sy < bottom; sy++) {
        for (let sx = left; sx < right; sx++) {
          const word = raster.data[sy * raster.width + sx] as number
          red += word & 255
          green += (word >> 8) & 255
          blue += (word >> 16) & 255
        }
      }
      const count = (right - left) * (bottom - top)
      const luma = (0.299 * red + 0.587 * green + 0.114 * blue) / count
      const index = y * width + x
      planes[0][index] = luma
      planes[1][index] = 0.56 * (blue / count - luma)
      planes[2][index] = 0.71 * (red / count - luma)
    }
  }
  return { width, height, planes }
}

/** The mean of 2 × 2 pixels. */
export function halve({ width, height, planes }: SmallPicture): SmallPicture {
  const w = width >> 1
  const h = height >> 1
  const halved = (plane: Float32Array) => {
    const half = new Float32Array(w * h)
    for (let y = 0, index = 0; y < h; y++) {
      for (let x = 0; x < w; x++, index++) {
        const at = y * 2 * width + x * 2
        const below = at + width
        const upper = (plane[at] as number) + (plane[at + 1] as number)
        half[index] = (upper + (plane[below] as number) + (plane[below + 1] as number)) / 4
      }
    }
    return half
  }
  return { width: w, height: h, planes: [halved(planes[0]), halved(planes[1]), halved(planes[2])] }
}

/**
 * What is searched for: where edges are and how they run, whichever side is the lighter one, and a little of what stands
 * out from its surroundings; all in units of how much things stand out there. So a coast by night is found again in the
 * coast by day, and two bare skies have nothing to tell.
 */
export function structureOf({ width, height, planes }: SmallPicture): SmallPicture {
  const radius = Math.max(2, Math.round(width / 7))
  const along = new Float32Array(width * height)
  const across = new Float32Array(width * height)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      for (const plane of planes) {
        const gx = (plane[at + 1] as number) - (plane[at - 1] as number)
        const gy = (plane[at + width] as number) - (plane[at - width] as number)
        // The angle doubled: an edge from dark to light is the same as one from light to dark.
        const size = Math.sqrt(gx * gx + gy * gy) + 1e-6
        along[at] = (along[at] as number) + (gx * gx - gy * gy) / size
        across[at] = (across[at] as number) + (2 * gx * gy) / size
      }
    }
  }
  // Plain loops: `map` would make an object of each of these numbers.
  const sizes = new Float32Array(along.length)
  for (let at = 0; at < along.length; at++)
    sizes[at] = Math.sqrt((along[at] as number) * (along[at] as number) + (across[at] as number) ** 2)
  const spread = blurred(sizes, width, height, radius)
  const standOut = blurred(planes[0], width, height, radius)
  for (let at = 0; at < along.length; at++) {
    const unit = (spread[at] as number) + 2
    standOut[at] = clamp((5 * ((planes[0][at] as number) - (standOut[at] as number))) / unit, -90, 90)
    along[at] = clamp((20 * (along[at] as number)) / unit, -90, 90)
    across[at] = clamp((20 * (across[at] as number)) / unit, -90, 90)
  }
  return { width, height, planes: [standOut, along, across] }
}

/** The mean of a square around each pixel, as far as it lies within the plane. */
function blurred(plane: Float32Array, width: number, height: number, radius: number): Float32Array {
  const rows = new Float32Array(plane.length)
  const result = new Float32Array(plane.length)
  means(plane, rows, height, width, width, 1, radius)
  means(rows, result, width, height, 1, width, radius)
  return result
}

function means(
  from: Float32Array,
  to: Float32Array,
  lines: number,
  length: number,
  lineStride: number,
  stride: number,
  radius: number,
): void {
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride
    let sum = 0
    let count = 0
    for (let index = -radius; index < length; index++) {
      const entering = index + radius
      if (entering < length) {
        sum += from[start + entering * stride] as number
        count++
      }
      if (index < 0) continue
      to[start + index * stride] = sum / count
      const leaving = index - radius
      if (leaving >= 0) {
        sum -= from[start + leaving * stride] as number
        count--
      }
    }
  }
}

/** A plane between its pixels, held at the border. */
export function planeAt(plane: Float32Array, width: number, height: number, x: number, y: number): number {
  const px = x < 0 ? 0 : x > width - 1 ? width - 1 : x
  const py = y < 0 ? 0 : y > height - 1 ? height - 1 : y
  const left = Math.min(Math.floor(px), width - 2)
  const top = Math.min(Math.floor(py), height - 2)
  const u = px - left
  const v = py - top
  const index = top * width + left
  const upper = (plane[index] as number) * (1 - u) + (plane[index + 1] as number) * u
  const lower = (plane[index + width] as number) * (1 - u) + (plane[index + width + 1] as number) * u
  return upper * (1 - v) + lower * v
}
