import { hash } from '../toolkit/random.ts'

/** Where an ingredient stands. */
export interface Place {
  /** Its middle and its foot, as shares of the frame. */
  x: number
  foot: number
  /** The tallest and widest that it may be, as shares of the frame. */
  tall: number
  wide: number
  /** 0 (far) to 1 (near): how much it moves with the camera, and what it stands before. */
  depth: number
}

/**
 * A line-up: rows on one ground, as even as can be, the shorter row in front. Within a row nothing hides anything; a
 * front row covers no more than the feet of the one behind.
 */
export function lineUp(count: number, ratio: number): Place[] {
  const fair = Math.sqrt(count * ratio * 0.9)
  const rows = Math.ceil(count / Math.max(1, ratio < 1 ? Math.round(fair) : Math.ceil(fair)))
  const columns = Math.ceil(count / rows)
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = row === rows - 1 ? count - row * columns : columns
    const column = index - row * columns
    const near = rows === 1 ? 1 : row / (rows - 1)
    const tall = rows === 1 ? 0.66 : 0.74 / rows
    return {
      x: 0.5 + (column - (inRow - 1) / 2) * (0.9 / Math.max(columns, 1.6)),
      foot: rows === 1 ? 0.82 : 0.86 - (rows - 1 - row) * (0.82 / rows),
      tall,
      wide: Math.min(0.62, 0.8 / Math.max(columns, 1.2)),
      depth: near,
    }
  })
}

/**
 * A staged shot: one large in front, to one side, the others in depth behind it, overlapping, smaller and higher the
 * farther they are. The order of depth is the order of the ingredients.
 */
export function stage(count: number, ratio: number, seed: number): Place[] {
  const side = hash(1, 2, seed) < 0.5 ? -1 : 1
  const isTall = ratio < 0.9
  return Array.from({ length: count }, (_, index) => {
    if (count === 1) return { x: 0.5 - side * 0.06, foot: 0.97, tall: 0.86, wide: 0.9, depth: 1 }
    const far = index / (count - 1)
    const depth = 1 - far
    const chance = (hash(index, 7, seed) - 0.5) * 0.06
    // The first in front at one side, the second across from it; the rest fan out behind, not behind those two.
    const offset = [-0.25, 0.26, 0.01][index] ?? (index % 2 === 1 ? 1 : -1) * (0.14 + 0.1 * (index % 4))
    const size = count > 6 ? 0.82 : 1
    return {
      x: 0.5 + side * offset * (isTall ? 0.72 : 1) + chance,
      foot: 0.97 - far * (isTall || count > 5 ? 0.42 : 0.3),
      tall: (0.8 - far * 0.42) * size,
      wide: (isTall ? 0.66 : 0.5) * (1 - far * 0.45) * size,
      depth,
    }
  })
}
