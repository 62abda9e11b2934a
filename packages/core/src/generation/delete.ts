import { type Generation, isFinal } from './generation.ts'
import type { GenerationPorts } from './ports.ts'
import type { DeleteResult } from './results.ts'

/**
 * Deletes a final generation with its log; its idempotency key stays spent. One that is still under way costs money: it
 * must be cancelled first.
 */
export async function deleteGeneration(
  { store, clock }: GenerationPorts,
  generation: Generation,
): Promise<DeleteResult> {
  if (!isFinal(generation.status)) return { type: 'active', generation }
  await store.delete(generation.id, clock.now())
  return { type: 'deleted', id: generation.id }
}
