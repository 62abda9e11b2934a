import type { Generation } from '@pika-kit/core'

/** The generation of a row, whichever version stored it. */
export function readGeneration(row: { data: string }): Generation {
  // Rows of earlier versions have not all fields.
  const added = { delivery: null, recoveredAt: null }
  return { ...added, ...(JSON.parse(row.data) as Omit<Generation, keyof typeof added>) }
}
