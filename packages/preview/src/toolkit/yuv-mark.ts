import type { CreateCanvas } from '../canvas.ts'
import { draftMarkPixels } from './draft-mark.ts'
import { chromaOf, lumaOf, type YuvPlanes } from './yuv.ts'

/** What covers a place of a plane. */
interface Cover {
  index: number
  value: number
  /** 0 to 1. */
  alpha: number
}

/** Lays the sign over frames as a video encoder takes them. */
export function yuvMark(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
): (planes: YuvPlanes) => void {
  const data = draftMarkPixels(createCanvas, width, height)
  const isCovered = (pixel: number) => data[pixel * 4 + 3] !== 0
  const y: Cover[] = []
  const u: Cover[] = []
  const v: Cover[] = []
  for (let index = 0; index < width * height; index++) {
    if (!isCovered(index)) continue
    const { red, green, blue, alpha } = colourOf(data, [index])
    y.push({ index, value: lumaOf(red, green, blue), alpha })
  }
  for (let index = 0; index < (width * height) / 4; index++) {
    const at = Math.floor(index / (width / 2)) * 2 * width + (index % (width / 2)) * 2
    const pixels = [at, at + 1, at + width, at + width + 1]
    if (!pixels.some(isCovered)) continue
    const { red, green, blue, alpha } = colourOf(data, pixels)
    const [blueDifference, redDifference] = chromaOf(red, green, blue)
    u.push({ index, value: blueDifference, alpha })
    v.push({ index, value: redDifference, alpha })
  }
  return (planes) => {
    lay(planes.y, y)
    lay(planes.u, u)
    lay(planes.v, v)
  }
}

/** The colour of some pixels together, each as much as it covers. */
function colourOf(data: Uint8ClampedArray, pixels: readonly number[]) {
  const sums: [number, number, number, number] = [0, 0, 0, 0]
  for (const pixel of pixels) {
    const alpha = data[pixel * 4 + 3] as number
    for (const channel of [0, 1, 2] as const) sums[channel] += (data[pixel * 4 + channel] as number) * alpha
    sums[3] += alpha
  }
  const [red, green, blue, alpha] = sums
  return { red: red / alpha, green: green / alpha, blue: blue / alpha, alpha: alpha / 255 / pixels.length }
}

function lay(plane: Uint8Array, covers: readonly Cover[]): void {
  for (const { index, value, alpha } of covers) {
    const under = plane[index] as number
    plane[index] = Math.round(under + (value - under) * alpha)
  }
}
