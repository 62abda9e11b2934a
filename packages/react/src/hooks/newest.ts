import type { GenerationData } from '../graphql/documents.ts'

/** Of two states of one generation the newer: states may arrive late, from the cache or over a second connection. */
export function newest(known: GenerationData | null | undefined, arrived: GenerationData): GenerationData {
  return known && known.id === arrived.id && known.revision > arrived.revision ? known : arrived
}

const FINAL = new Set<string>(['COMPLETED', 'FAILED', 'CANCELLED'])

/** True for a state at which all work has ended; only looking for it again leads on. */
export function isFinalStatus(status: GenerationData['status']): boolean {
  return FINAL.has(status)
}
