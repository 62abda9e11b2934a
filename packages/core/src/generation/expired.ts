import { generationError } from '../errors.ts'
import type { ProviderRequest, RequestLookup } from '../ports/gateway.ts'
import { arrivalOf } from './arrival.ts'
import type { Generation } from './generation.ts'
import type { Observation } from './lifecycle.ts'
import type { GenerationPorts } from './ports.ts'

/** The provider's clock and ours may differ. */
const CLOCK_DIFFERENCE_MS = 600_000

/** From when on the provider's list is to be searched for a generation. */
export function searchedFrom({ createdAt, submittedAt }: Generation): number {
  return Math.min(createdAt, submittedAt ?? createdAt) - CLOCK_DIFFERENCE_MS
}

/**
 * Looks for a result that the provider no longer gives: a webhook may have brought it, and the list of requests may still
 * show it. What is learned where one of them has it, or where both were tried and neither has: then the failure names
 * everything that was tried. Null where the state changed meanwhile, or the work is to end.
 */
export async function lookElsewhere(
  ports: GenerationPorts,
  id: string,
  request: ProviderRequest,
  cause: string,
  signal: AbortSignal,
): Promise<Observation | null> {
  const present = await ports.store.find(id)
  if (present?.status !== 'FINALIZING' || present.delivery !== null) return null
  const lookup = await findForAWhile(ports, { ...request, since: searchedFrom(present) }, signal)
  if (signal.aborted) return null
  if (lookup.type === 'found' && lookup.result !== null) {
    const { result } = lookup
    return result.type === 'video' ? arrivalOf(ports, result) : result
  }
  const detail = `Tried: the result (${cause}); a webhook (none has brought the video); fal's list of requests (${answerOf(lookup)}).`
  return { type: 'failed', error: generationError('RESULT_EXPIRED', { detail }) }
}

/** A list that cannot be read now may be readable soon; a paid video is worth some patience. */
async function findForAWhile(
  { gateway, clock, timing }: GenerationPorts,
  query: Parameters<GenerationPorts['gateway']['findRequest']>[0],
  signal: AbortSignal,
): Promise<RequestLookup> {
  const since = clock.now()
  let pause = timing.firstPoll
  for (;;) {
    const lookup = await gateway.findRequest(query, signal)
    if (lookup.type !== 'unknown' || signal.aborted || clock.now() - since >= timing.missingFor) return lookup
    await clock.sleep(pause, signal)
    pause = Math.min(pause * 2, timing.longestPoll)
  }
}

function answerOf(lookup: RequestLookup): string {
  switch (lookup.type) {
    case 'unknown':
      return `it cannot be read: ${lookup.cause}`
    case 'absent':
      return 'it does not show the request'
    case 'found':
      return lookup.status === 'FINISHED' ? 'it does not show the output' : 'it shows no end of the request'
  }
}
