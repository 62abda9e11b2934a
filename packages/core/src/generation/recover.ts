import { generationErrors } from '../errors.ts'
import { RequestTakenError } from '../ports/store.ts'
import { canonicalJson } from './canonical-json.ts'
import { confirmNow, findSubmission } from './confirm.ts'
import { searchedFrom } from './expired.ts'
import type { Follower } from './follow.ts'
import { type Generation, isFinal } from './generation.ts'
import type { Observation } from './lifecycle.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'
import type { RecoverOutcome, RecoverResult } from './results.ts'

/**
 * Looks again for what was given up or is open: a result, a request whose id is not known, a video that is not archived.
 * Nothing is ever submitted by it. `requestId` is taken only where the provider's list shows that request with the input
 * and the endpoint of this generation, and no other generation has it.
 */
export async function recoverGeneration(
  ports: GenerationPorts,
  follower: Follower,
  generation: Generation,
  requestId: string | null,
): Promise<RecoverResult> {
  const { status, error, video } = generation
  const nothing = (type: RecoverOutcome): RecoverResult => ({ type, generation })
  switch (status) {
    case 'UNCONFIRMED':
      return requestId === null
        ? confirm(ports, generation)
        : takeRequest(ports, follower, generation, requestId)
    case 'FAILED':
      if (error === null || !generationErrors[error.code].isRecoverable) return nothing('not-recoverable')
      if (generation.requestId === null) return takeRequest(ports, follower, generation, requestId)
      if (requestId !== null && requestId !== generation.requestId) return nothing('request-not-found')
      return reopen(ports, follower, generation, 'looking-again', generation.requestId)
    case 'COMPLETED':
      if (!ports.archive || video === null || video.archiveKey !== undefined) return nothing('complete')
      return reopen(ports, follower, generation, 'archiving', null)
    case 'CANCELLED':
      return nothing('not-recoverable')
    case 'SUBMITTING':
    case 'IN_QUEUE':
    case 'IN_PROGRESS':
    case 'FINALIZING':
      return nothing('under-way')
  }
}

/** Reads the list now instead of when it is due. */
async function confirm(ports: GenerationPorts, generation: Generation): Promise<RecoverResult> {
  const outcome = await confirmNow(ports, generation)
  const present = await ports.store.find(generation.id)
  if (!present) return { type: 'not-found' }
  if (present.requestId !== null) return { type: 'found', generation: present }
  return { type: outcome === 'unknown' ? 'list-unavailable' : 'request-not-found', generation: present }
}

/** Goes on with a request that was named, or that the list shows for this input. */
async function takeRequest(
  ports: GenerationPorts,
  follower: Follower,
  generation: Generation,
  named: string | null,
): Promise<RecoverResult> {
  const search =
    named === null ? await findSubmission(ports, generation) : await checkRequest(ports, generation, named)
  if (search.type === 'unknown') return { type: 'list-unavailable', generation }
  if (search.type === 'absent') return { type: 'request-not-found', generation }
  const { requestId } = search
  if (generation.status === 'FAILED') return reopen(ports, follower, generation, 'found', requestId)
  return learn(ports, generation, 'found', { type: 'accepted', requestId, queuePosition: null })
}

/** Whether the list shows this request as one of this generation. */
async function checkRequest(
  { catalog, gateway, store }: GenerationPorts,
  generation: Generation,
  requestId: string,
): Promise<{ type: 'found'; requestId: string } | { type: 'absent' } | { type: 'unknown' }> {
  const operation = catalog.find(generation.operationId)
  if (!operation || !isRequestId(requestId)) return { type: 'absent' }
  const { endpointId } = operation
  const lookup = await gateway.findRequest({ endpointId, requestId, since: searchedFrom(generation) })
  if (lookup.type !== 'found') return { type: lookup.type }
  const sent = operation.toBody({ ...generation.input })
  if (!shows(lookup.body, sent) || (await store.findByRequestId(requestId)) !== null)
    return { type: 'absent' }
  return { type: 'found', requestId }
}

/** What may be part of a path, as fal's ids are. */
export function isRequestId(text: string): boolean {
  return /^[\w-]{1,200}$/.test(text)
}

/** Whether everything that was sent is there; the provider may show the defaults that it filled in, too. */
export function shows(
  listed: Readonly<Record<string, unknown>> | null,
  sent: Record<string, unknown>,
): boolean {
  return (
    listed !== null &&
    Object.entries(sent).every(([name, value]) => canonicalJson(listed[name]) === canonicalJson(value))
  )
}

async function reopen(
  ports: GenerationPorts,
  follower: Follower,
  generation: Generation,
  outcome: RecoverOutcome,
  requestId: string | null,
): Promise<RecoverResult> {
  const archiveKey = outcome === 'archiving' ? (ports.archive?.newKey() ?? null) : null
  const result = await learn(ports, generation, outcome, { type: 'reopened', requestId, archiveKey })
  if (result.type !== outcome) return result
  ports.observer.passed?.('generation-reopened', generation.id)
  const { replica, store } = ports
  if (await store.acquire(generation.id, replica)) follower.follow(result.generation)
  return result
}

/** Stores what was found; another generation may have taken the request meanwhile. */
async function learn(
  ports: GenerationPorts,
  generation: Generation,
  outcome: RecoverOutcome,
  observation: Observation,
): Promise<RecoverResult> {
  try {
    const next = await observe(ports, generation.id, observation)
    if (!next) return { type: 'not-found' }
    // Somebody else asked at the same time and was first; or it is over again already.
    if (observation.type === 'reopened' && isFinal(next.status)) return { type: 'complete', generation: next }
    return { type: outcome, generation: next }
  } catch (error) {
    if (!(error instanceof RequestTakenError)) throw error
    return { type: 'request-not-found', generation }
  }
}
