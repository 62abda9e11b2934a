import { type Generation, isFinal } from './generation.ts'
import type { GenerationPorts } from './ports.ts'
import type { DeleteResult } from './results.ts'

/**
 * Deletes a final generation with its log and its archived video; its idempotency key stays spent. One that is still under
 * way costs money: it must be cancelled first. The file goes first: after a crash in between the generation is still there
 * to be deleted again, while a file without a generation could be reached for ever by whoever has its address.
 * Rejects, and keeps the generation, when the archive cannot be reached.
 */
export async function deleteGeneration(
  { store, archive, clock }: GenerationPorts,
  generation: Generation,
): Promise<DeleteResult> {
  if (!isFinal(generation.status)) return { type: 'active', generation }
  if (generation.delivery !== null) await archive?.remove(generation.delivery.archiveKey)
  await store.delete(generation.id, clock.now())
  return { type: 'deleted', id: generation.id }
}
