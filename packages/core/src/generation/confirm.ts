import { generationError } from '../errors.ts'
import type { Generation, Timestamp } from './generation.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'

/**
 * Finds out what became of a submission whose reply was lost, while the webhook may still tell. The provider's list of
 * requests either has it, or proves that nothing was submitted; where it cannot tell, the generation stays UNCONFIRMED.
 * Returns when it is resolved or the signal is aborted. Never submits.
 */
export async function confirmSubmission(
  ports: GenerationPorts,
  generation: Generation,
  signal: AbortSignal,
): Promise<void> {
  const { clock, timing } = ports
  // From the submission on, not from now: a server that is killed again and again would never come to ask.
  const waited = clock.now() - submittedAtOf(generation)
  await clock.sleep(Math.max(0, timing.confirmAfter - waited), signal)
  let pause = timing.confirmAfter
  while (!signal.aborted) {
    if (await isConfirmed(ports, generation, signal)) return
    pause = Math.min(pause * 2, timing.longestConfirm)
    await clock.sleep(pause, signal)
  }
}

function submittedAtOf({ submissionStartedAt, createdAt }: Generation): Timestamp {
  return submissionStartedAt ?? createdAt
}

async function isConfirmed(
  ports: GenerationPorts,
  generation: Generation,
  signal: AbortSignal,
): Promise<boolean> {
  return (await confirmNow(ports, generation, signal)) === 'resolved'
}

/** Looks once; `absent` where the list shows no such request, which proves nothing yet. */
export async function confirmNow(
  ports: GenerationPorts,
  generation: Generation,
  signal?: AbortSignal,
): Promise<'resolved' | 'absent' | 'unknown'> {
  const { clock, observer, store, timing } = ports
  const submittedAt = submittedAtOf(generation)
  const isSettled = clock.now() - submittedAt >= timing.absentAfter
  const search = await findSubmission(ports, generation, signal)
  if (search.type === 'found') {
    const { requestId } = search
    await observe(ports, generation.id, { type: 'accepted', requestId, queuePosition: null })
    observer.passed?.('submission-confirmed', generation.id)
    return 'resolved'
  }
  if (search.type === 'unknown') return 'unknown'
  if (!isSettled || !search.isProof) return 'absent'
  const present = await store.find(generation.id)
  if (present?.status !== 'UNCONFIRMED') return 'resolved'
  await observe(ports, generation.id, { type: 'failed', error: generationError('SUBMISSION_LOST') })
  observer.passed?.('submission-refuted', generation.id)
  return 'resolved'
}

/**
 * Searches the provider's list for the submission of a generation, among the requests that no other generation has.
 * `absent` is a proof where the list could be compared whole and no other generation may own what it shows.
 */
export async function findSubmission(
  ports: GenerationPorts,
  generation: Generation,
  signal?: AbortSignal,
): Promise<
  { type: 'found'; requestId: string } | { type: 'absent'; isProof: boolean } | { type: 'unknown' }
> {
  const { catalog, gateway, observer } = ports
  const operation = catalog.find(generation.operationId)
  if (!operation) return { type: 'unknown' }
  const submittedAt = submittedAtOf(generation)
  const list = await gateway.findSubmission(
    { endpointId: operation.endpointId, body: operation.toBody({ ...generation.input }), submittedAt },
    signal,
  )
  if (list.type === 'unknown' || signal?.aborted) return { type: 'unknown' }
  observer.passed?.('request-list-read', generation.id)

  // Read after the list: whoever was submitted before it stands in the store by now.
  if (await mustWaitForTwin(ports, generation)) return { type: 'absent', isProof: false }
  const [requestId] = await withoutOwner(ports, list.matching)
  if (requestId !== undefined) return { type: 'found', requestId }
  return { type: 'absent', isProof: (await withoutOwner(ports, list.unreadable)).length === 0 }
}

/**
 * Whether another generation with the same input goes first: one whose submission is under way may own what the list
 * shows, and of several that are UNCONFIRMED the oldest chooses first, so that no two take the same request.
 */
async function mustWaitForTwin({ store }: GenerationPorts, generation: Generation): Promise<boolean> {
  const input = JSON.stringify(generation.input)
  const unidentified = await store.findUnidentified(generation.operationId)
  return unidentified.some(
    (other) =>
      other.id !== generation.id &&
      JSON.stringify(other.input) === input &&
      (other.status === 'SUBMITTING' ? other.submissionStartedAt !== null : isOlder(other, generation)),
  )
}

function isOlder(a: Generation, b: Generation): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt
}

async function withoutOwner({ store }: GenerationPorts, requestIds: readonly string[]): Promise<string[]> {
  const owners = await Promise.all(requestIds.map((requestId) => store.findByRequestId(requestId)))
  return requestIds.filter((_, index) => owners[index] === null)
}
