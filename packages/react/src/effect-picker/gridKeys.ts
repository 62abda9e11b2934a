/** Where a grid of tiles is, when a key is pressed. */
export interface GridPlace {
  index: number
  /** Tiles in all, and in a row. */
  count: number
  columns: number
  /** Rows run from right to left. */
  isRtl: boolean
}

/**
 * The tile that an arrow, Home or End leads to; undefined for any other key. Left and right wrap at the ends. Up and down
 * stay in their column and wrap within it, past a last row that is not full.
 */
export function gridStep(key: string, { index, count, columns, isRtl }: GridPlace): number | undefined {
  if (count === 0) return undefined
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft'
  const column = index % columns
  const lastInColumn = column + Math.floor((count - 1 - column) / columns) * columns
  switch (key) {
    case forward:
      return (index + 1) % count
    case backward:
      return (index - 1 + count) % count
    case 'ArrowDown':
      return index + columns < count ? index + columns : column
    case 'ArrowUp':
      return index >= columns ? index - columns : lastInColumn
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** Letters that come within this time of each other are one word. Milliseconds. */
const SAME_WORD_MS = 600

/** Finds tiles by the first letters of their titles, as lists do. One letter again and again goes through all that have it. */
export function createTypeAhead(): {
  /** The tile that a key leads to; undefined where it is no letter, or no title begins so. */
  find(key: string, atMs: number, titles: readonly string[], index: number): number | undefined
} {
  let word = ''
  let lastMs = -Infinity
  return {
    find(key, atMs, titles, index) {
      if (!/^[\p{L}\p{N}-]$/u.test(key)) return undefined
      word = atMs - lastMs < SAME_WORD_MS ? word + key.toLowerCase() : key.toLowerCase()
      lastMs = atMs
      const isOneLetter = [...word].every((letter) => letter === word[0])
      const wanted = isOneLetter ? word.slice(0, 1) : word
      // A longer word may still mean the tile that its first letters led to.
      const from = isOneLetter ? index + 1 : index
      const order = [...titles.keys()].map((offset) => (from + offset) % titles.length)
      return order.find((place) => titles[place]?.toLowerCase().startsWith(wanted))
    },
  }
}
