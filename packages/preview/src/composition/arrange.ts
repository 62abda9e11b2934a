/** Where an ingredient stands: its middle and its size, as shares of the frame. */
export interface Place {
  x: number
  y: number
  size: number
}

/** Places for any number of pictures in a frame of this ratio: rows as even as can be, the last row centred. */
export function placesFor(count: number, ratio: number): Place[] {
  if (count === 1) return [{ x: 0.5, y: 0.5, size: 0.72 }]
  // As near to a square of places as can be, since that lets each picture be largest; the longer side gets the more.
  const most = Math.ceil(Math.sqrt(count))
  const fewest = Math.ceil(count / most)
  const columns = ratio >= 1 ? most : fewest
  const rows = ratio >= 1 ? fewest : most
  const size = Math.min(0.62, 0.86 / Math.max(columns, rows))
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    const inRow = row === rows - 1 ? count - row * columns : columns
    const column = index - row * columns
    return {
      x: 0.5 + (column - (inRow - 1) / 2) * (0.92 / columns),
      y: 0.5 + (row - (rows - 1) / 2) * (0.9 / rows),
      size,
    }
  })
}
