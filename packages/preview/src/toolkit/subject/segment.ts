import { colorModelOf } from './color-model.ts'
import type { LabPicture } from './lab.ts'

const ROUNDS = 3
const SMOOTHINGS = 8
const CLUSTERS = 6

/**
 * Parts subject and ground: from what stands out, colour models of both are made, each pixel is asked which it fits
 * better, its neighbours of the like colour are asked too, and the models are made again. This is GrabCut (Rother and
 * others, 2004) with mean-field rounds in the place of its cut. Answers 0…1 for each pixel.
 */
export function segment(picture: LabPicture, saliency: Float32Array): Float32Array {
  const { width, height } = picture
  const { right, down } = likeness(picture)
  const threshold = otsu(saliency)
  let belief: Float32Array = saliency.map((value) => (value > threshold ? 1 : 0))
  for (let round = 0; round < ROUNDS; round++) {
    const now = belief
    const subject = colorModelOf(picture, (index) => now[index] as number, CLUSTERS)
    const ground = colorModelOf(picture, (index) => 1 - (now[index] as number), CLUSTERS)
    const lean = new Float32Array(width * height)
    for (let index = 0; index < lean.length; index++) {
      const fit = Math.max(-5, Math.min(5, ground.energyAt(index) - subject.energyAt(index)))
      const stand = Math.max(-1, Math.min(1, ((saliency[index] as number) - threshold) * 2.4))
      lean[index] = fit * 0.55 + stand * 1.7
    }
    belief = smoothed(lean, right, down, width, height)
  }
  return belief
}

/** How alike each pixel and its right and lower neighbour are, 0…1, by the picture's own mean difference. */
function likeness({ width, height, l, a, b }: LabPicture): { right: Float32Array; down: Float32Array } {
  const right = new Float32Array(width * height)
  const down = new Float32Array(width * height)
  const squared = (one: number, other: number) =>
    ((l[one] as number) - (l[other] as number)) ** 2 +
    ((a[one] as number) - (a[other] as number)) ** 2 +
    ((b[one] as number) - (b[other] as number)) ** 2
  let sum = 0
  let count = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x
      if (x < width - 1) sum += right[index] = squared(index, index + 1)
      if (y < height - 1) sum += down[index] = squared(index, index + width)
      count += 2
    }
  }
  const usual = (2 * sum) / count + 4
  for (const plane of [right, down])
    for (let index = 0; index < plane.length; index++)
      plane[index] = Math.exp(-(plane[index] as number) / usual)
  return { right, down }
}

function smoothed(
  lean: Float32Array,
  right: Float32Array,
  down: Float32Array,
  width: number,
  height: number,
): Float32Array {
  let belief: Float32Array = lean.map((value) => sigmoid(value))
  for (let round = 0; round < SMOOTHINGS; round++) {
    const next = new Float32Array(belief.length)
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const index = y * width + x
        let pull = lean[index] as number
        if (x > 0) pull += (right[index - 1] as number) * side(belief[index - 1])
        if (x < width - 1) pull += (right[index] as number) * side(belief[index + 1])
        if (y > 0) pull += (down[index - width] as number) * side(belief[index - width])
        if (y < height - 1) pull += (down[index] as number) * side(belief[index + width])
        next[index] = sigmoid(pull)
      }
    }
    belief = next
  }
  return belief
}

/** How strongly a neighbour of this belief pulls to its own side. */
function side(belief = 0.5): number {
  return (belief - 0.5) * 4.4
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

/** The threshold that parts values 0…1 into the two groups that differ most (Otsu, 1979). */
function otsu(values: Float32Array): number {
  const bins = new Float64Array(64)
  for (const value of values) {
    const bin = Math.min(63, Math.floor(value * 64))
    bins[bin] = (bins[bin] as number) + 1
  }
  const total = values.length
  const sum = bins.reduce((all, count, bin) => all + count * bin, 0)
  let below = 0
  let sumBelow = 0
  let best = 0.5
  let widest = -1
  for (let bin = 0; bin < 63; bin++) {
    below += bins[bin] as number
    sumBelow += (bins[bin] as number) * bin
    if (below === 0 || below === total) continue
    const gap = sumBelow / below - (sum - sumBelow) / (total - below)
    const spread = below * (total - below) * gap * gap
    if (spread > widest) {
      widest = spread
      best = (bin + 1) / 64
    }
  }
  return best
}
