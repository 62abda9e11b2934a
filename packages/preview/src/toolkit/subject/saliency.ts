import { colorModelOf } from './color-model.ts'
import type { LabPicture } from './lab.ts'

const SWEEPS = 3

/**
 * How much each pixel stands out, 0…1: by its barrier from the border (the least range of values that a path from the
 * border must cross: Zhang and others, "Minimum Barrier Salient Object Detection at 80 FPS", 2015), by how unlike the
 * border's colours it is, and by how near it is to the middle.
 */
export function saliencyOf(picture: LabPicture): Float32Array {
  const { width, height } = picture
  const border = borderWeights(width, height)
  const barrier = scaled(barrierDistance(picture, border))
  const model = colorModelOf(picture, (index) => border[index] as number, 6)
  const strange = new Float32Array(width * height)
  for (let index = 0; index < strange.length; index++)
    strange[index] = Math.sqrt(Math.max(0, model.energyAt(index) - 6))
  scaled(strange)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x
      const u = (x + 0.5) / width - 0.5
      const v = (y + 0.5) / height - 0.54
      // Things stand on the ground: below the middle they may reach farther than above it.
      const middle = Math.exp(-(u * u) / 0.146 - (v * v) / (v > 0 ? 0.26 : 0.146))
      const face = skinAt(picture, index) * 0.45
      const stands = (barrier[index] as number) * 0.6 + (strange[index] as number) * (0.4 + face)
      barrier[index] = stands * (0.25 + 0.75 * middle)
    }
  }
  return scaled(barrier)
}

/**
 * Which pixels are taken for ground: a band along the border, except along the middle of the lower edge, from where
 * people stand up into a picture.
 */
function borderWeights(width: number, height: number): Float32Array {
  const weights = new Float32Array(width * height)
  const band = Math.max(1, Math.round(Math.min(width, height) * 0.05))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromSide = Math.min(x, width - 1 - x)
      const isBottom = y >= height - band && fromSide < width * 0.14
      if (y < band || fromSide < band || isBottom) weights[y * width + x] = 1
    }
  }
  return weights
}

/** How much a pixel has the colour of skin, light or dark, 0…1: people look at people. */
function skinAt({ l, a, b }: LabPicture, index: number): number {
  const [light, red, yellow] = [l[index] as number, a[index] as number, b[index] as number]
  if (light < 22 || light > 92) return 0
  const offset = ((red - 17) / 10) ** 2 + ((yellow - 20) / 12) ** 2
  return Math.max(0, 1 - offset)
}

function barrierDistance({ width, height, l, a, b }: LabPicture, seeds: Float32Array): Float32Array {
  const total = new Float32Array(width * height)
  for (const [plane, share] of [
    [l, 0.7],
    [a, 1],
    [b, 1],
  ] as const) {
    const distance = barrierOf(plane, seeds, width, height)
    for (let index = 0; index < total.length; index++)
      total[index] = (total[index] as number) + share * (distance[index] as number)
  }
  return total
}

function barrierOf(plane: Float32Array, seeds: Float32Array, width: number, height: number): Float32Array {
  const distance = seeds.map((seed) => (seed > 0 ? 0 : 1e6))
  const highest = plane.slice()
  const lowest = plane.slice()
  const relax = (index: number, neighbour: number): void => {
    const value = plane[index] as number
    const high = Math.max(highest[neighbour] as number, value)
    const low = Math.min(lowest[neighbour] as number, value)
    if (high - low >= (distance[index] as number)) return
    distance[index] = high - low
    highest[index] = high
    lowest[index] = low
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let index = 0; index < plane.length; index++) {
      if (index % width > 0) relax(index, index - 1)
      if (index >= width) relax(index, index - width)
    }
    for (let index = plane.length - 1; index >= 0; index--) {
      if (index % width < width - 1) relax(index, index + 1)
      if (index < width * (height - 1)) relax(index, index + width)
    }
  }
  return distance
}

/** Scales in place so that all but the highest hundredth of the values lie within 0…1. */
function scaled(values: Float32Array): Float32Array {
  const sorted = values.toSorted()
  const high = sorted[Math.floor(sorted.length * 0.99)] || sorted.at(-1) || 1
  for (let index = 0; index < values.length; index++)
    values[index] = Math.min(1, (values[index] as number) / high)
  return values
}
