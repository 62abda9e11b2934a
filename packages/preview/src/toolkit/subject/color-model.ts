import type { LabPicture } from './lab.ts'

/** Lab units that a picture's width and height count as, so that a colour also has a place. */
const PLACE = 42
const ROUNDS = 5
/** Variance that every cluster has at least: grain and compression. */
const LEAST_VARIANCE = 14
const DIMENSIONS = 5

/** Tells how unlikely a pixel is under the clusters of colour and place that a part of a picture is made of. */
export interface ColorModel {
  energyAt(index: number): number
}

/**
 * Clusters of a part of a picture, by k-means from starts that lie far apart: no chance is in it. `weightAt` says how
 * much a pixel belongs to the part, 0…1.
 */
export function colorModelOf(
  picture: LabPicture,
  weightAt: (index: number) => number,
  clusters: number,
): ColorModel {
  const features = featuresOf(picture)
  const count = picture.width * picture.height
  // Every third pixel tells the colours of a part as well as all of them; a stride of 3 does not follow the columns.
  const chosen: number[] = []
  const weights: number[] = []
  for (let index = 0; index < count; index += 3) {
    const weight = weightAt(index)
    if (weight <= 0.05) continue
    chosen.push(index)
    weights.push(weight)
  }
  if (chosen.length === 0) return { energyAt: () => 60 }
  const centers = farApart(features, chosen, clusters)
  const used = centers.length / DIMENSIONS
  const owner = new Uint8Array(chosen.length)
  const shares = new Float64Array(used)
  for (let round = 0; round < ROUNDS; round++) {
    chosen.forEach((index, at) => {
      owner[at] = nearest(features, index, centers, used)
    })
    const sums = new Float64Array(used * DIMENSIONS)
    shares.fill(0)
    chosen.forEach((index, at) => {
      const cluster = owner[at] as number
      const weight = weights[at] as number
      shares[cluster] = (shares[cluster] as number) + weight
      for (let d = 0; d < DIMENSIONS; d++)
        sums[cluster * DIMENSIONS + d] =
          (sums[cluster * DIMENSIONS + d] as number) + weight * (features[index * DIMENSIONS + d] as number)
    })
    for (let at = 0; at < centers.length; at++) {
      const share = shares[Math.floor(at / DIMENSIONS)] as number
      if (share > 0) centers[at] = (sums[at] as number) / share
    }
  }

  const variances = new Float64Array(used * DIMENSIONS)
  chosen.forEach((index, at) => {
    const cluster = owner[at] as number
    for (let d = 0; d < DIMENSIONS; d++) {
      const offset =
        (features[index * DIMENSIONS + d] as number) - (centers[cluster * DIMENSIONS + d] as number)
      const slot = cluster * DIMENSIONS + d
      variances[slot] = (variances[slot] as number) + (weights[at] as number) * offset * offset
    }
  })
  const total = shares.reduce((sum, share) => sum + share, 0)
  const constants = new Float64Array(used)
  for (let cluster = 0; cluster < used; cluster++) {
    const share = shares[cluster] as number
    let logs = 0
    for (let d = 0; d < DIMENSIONS; d++) {
      const slot = cluster * DIMENSIONS + d
      variances[slot] = LEAST_VARIANCE + (share > 0 ? (variances[slot] as number) / share : 0)
      logs += Math.log(variances[slot])
    }
    constants[cluster] = share > 0 ? logs / 2 - Math.log(share / total) : Infinity
  }

  return {
    energyAt(index) {
      let least = Infinity
      for (let cluster = 0; cluster < used; cluster++) {
        let energy = constants[cluster] as number
        for (let d = 0; d < DIMENSIONS; d++) {
          const slot = cluster * DIMENSIONS + d
          const offset = (features[index * DIMENSIONS + d] as number) - (centers[slot] as number)
          energy += (offset * offset) / (2 * (variances[slot] as number))
        }
        if (energy < least) least = energy
      }
      return least
    },
  }
}

const known = new WeakMap<LabPicture, Float32Array>()

/** Colour and place of each pixel. The same for every model of a picture, so made once. */
function featuresOf(picture: LabPicture): Float32Array {
  let features = known.get(picture)
  if (features) return features
  const { width, height, l, a, b } = picture
  features = new Float32Array(width * height * DIMENSIONS)
  for (let index = 0; index < width * height; index++) {
    const at = index * DIMENSIONS
    // Light and shadow change the lightness of one thing more than its colour.
    features[at] = (l[index] as number) * 0.7
    features[at + 1] = a[index] as number
    features[at + 2] = b[index] as number
    features[at + 3] = ((index % width) / width) * PLACE
    features[at + 4] = (Math.floor(index / width) / height) * PLACE
  }
  known.set(picture, features)
  return features
}

/** Starts for k-means: each the pixel farthest from all before. */
function farApart(features: Float32Array, chosen: readonly number[], clusters: number): Float64Array {
  const distances = new Float64Array(chosen.length).fill(Infinity)
  const starts = [chosen[chosen.length >> 1] as number]
  while (starts.length < clusters) {
    const last = starts.at(-1) as number
    let farthest = 0
    chosen.forEach((index, at) => {
      distances[at] = Math.min(distances[at] as number, distance(features, index, features, last))
      if (distances[at] > (distances[farthest] as number)) farthest = at
    })
    if ((distances[farthest] as number) < 4) break
    starts.push(chosen[farthest] as number)
  }
  return Float64Array.from(
    starts.flatMap((start) => [...features.subarray(start * DIMENSIONS, (start + 1) * DIMENSIONS)]),
  )
}

function nearest(features: Float32Array, index: number, centers: Float64Array, used: number): number {
  let best = 0
  let least = Infinity
  for (let cluster = 0; cluster < used; cluster++) {
    const away = distance(features, index, centers, cluster)
    if (away < least) {
      least = away
      best = cluster
    }
  }
  return best
}

function distance(
  one: Float32Array,
  at: number,
  other: Float32Array | Float64Array,
  otherAt: number,
): number {
  let sum = 0
  for (let d = 0; d < DIMENSIONS; d++) {
    const offset = (one[at * DIMENSIONS + d] as number) - (other[otherAt * DIMENSIONS + d] as number)
    sum += offset * offset
  }
  return sum
}
