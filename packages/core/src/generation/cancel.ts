import type { ProviderRequest } from '../ports/gateway.ts'
import { type Generation, isFinal } from './generation.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'
import type { CancelResult } from './results.ts'

/**
 * Asks for the end of a generation. What was not submitted yet never will be; what the provider has is cancelled there,
 * where it may come too late: then the video arrives after all.
 */
export async function cancelGeneration(
  ports: GenerationPorts,
  generation: Generation,
): Promise<CancelResult> {
  if (isFinal(generation.status)) return { type: 'too-late', generation }
  const requested = await observe(ports, generation.id, { type: 'cancel-requested' })
  if (!requested) return { type: 'not-found' }
  ports.observer.passed?.('cancel-stored', generation.id)
  if (isFinal(requested.status)) return { type: 'too-late', generation: requested }

  if (requested.status === 'SUBMITTING' && requested.submissionStartedAt === null) {
    const cancelled = await observe(ports, generation.id, { type: 'cancelled' })
    return { type: 'cancelled', generation: cancelled ?? requested }
  }
  const request = providerRequestOf(ports, requested)
  // Not known to the provider yet: whoever follows it cancels as soon as it is.
  if (!request) return { type: 'requested', generation: requested }
  const outcome = await ports.gateway.cancel(request)
  ports.observer.passed?.('cancel-passed-on', generation.id)
  return { type: outcome, generation: (await ports.store.find(generation.id)) ?? requested }
}

/** How the provider knows a generation; null before it accepted it. */
export function providerRequestOf(
  { catalog }: Pick<GenerationPorts, 'catalog'>,
  generation: Generation,
): ProviderRequest | null {
  const operation = catalog.find(generation.operationId)
  if (!operation || generation.requestId === null) return null
  return { endpointId: operation.endpointId, requestId: generation.requestId }
}
