/**
 * Nodes laid over a picture from edge to edge, row by row. Each says how far, in pixels, what is there has moved; between nodes
 * it is interpolated. At least 2 × 2.
 */
export interface Field {
  readonly columns: number
  readonly rows: number
  readonly dx: Float32Array
  readonly dy: Float32Array
}

/** A field whose nodes all stand still. */
export function createField(columns: number, rows: number): Field {
  const count = columns * rows
  return { columns, rows, dx: new Float32Array(count), dy: new Float32Array(count) }
}
