import type { ProviderRequest, RequestLookup } from '../ports/gateway.ts'
import type { Operation } from '../operations/operation.ts'
import type { Follower } from './follow.ts'
import type { Generation, GenerationOptions, GenerationStatus } from './generation.ts'
import { parseOptions } from './options.ts'
import type { GenerationPorts } from './ports.ts'
import { isRequestId, shows } from './recover.ts'
import type { GenerateResult } from './results.ts'
import { invalid, newGeneration, replayOrConflict } from './submit.ts'

/** A request that another program made with the same key, or the provider's dashboard. */
export interface AdoptRequest {
  operationId: string
  requestId: string
  options?: GenerationOptions | undefined
}

/** For so long the provider's list has the inputs of requests (FAL_PROTOCOL 4.1). */
const LISTED_FOR_MS = 30 * 24 * 3_600_000

/** One answer for every request that is not to be had, so that nothing is told of those that others have. */
const unknownRequest = invalid({
  path: ['requestId'],
  code: 'NOT_FOUND',
  message: 'names no request of this operation that you may take in',
})

/**
 * Takes a request of the provider's in as a generation of the viewer, with its input and state from the provider's list.
 * Nothing is submitted. Refused where the viewer may not, where another generation has it, or may have it.
 */
export async function adoptGeneration(
  ports: GenerationPorts,
  follower: Follower,
  viewerId: string,
  { operationId, requestId, options }: AdoptRequest,
): Promise<GenerateResult> {
  const operation = ports.catalog.find(operationId)
  if (!operation)
    return invalid({
      path: ['operation'],
      code: 'NOT_FOUND',
      message: `there is no operation ${operationId}`,
    })
  const parsedOptions = parseOptions(options)
  if (!parsedOptions.ok) return invalid(...parsedOptions.issues)
  if (!isRequestId(requestId) || !(await ports.mayAdopt?.(viewerId, requestId))) return unknownRequest

  const { clock, gateway, store } = ports
  const request: ProviderRequest = { endpointId: operation.endpointId, requestId }
  const lookup = await gateway.findRequest({ ...request, since: clock.now() - LISTED_FOR_MS })
  const owner = await store.findByRequestId(requestId)
  if (owner) return replayed(owner, viewerId, operationId, parsedOptions.options) ?? unknownRequest
  if (lookup.type === 'unknown')
    return invalid({
      path: ['requestId'],
      code: 'UNAVAILABLE',
      message: `cannot be looked up at fal now (${lookup.cause}): try again`,
    })
  if (lookup.type === 'absent') return unknownRequest
  if (lookup.body === null)
    return invalid({
      path: ['requestId'],
      code: 'INVALID',
      message: 'names a request whose input fal does not show, so that it cannot be taken in',
    })
  const parsed = operation.parse(inputOf(operation, lookup.body))
  if (!parsed.ok) return unknownRequest
  if (await mayBelongToAnother(ports, operation, lookup.body)) return unknownRequest
  const adopted = newGeneration(ports, viewerId, operationId, parsed.input, parsedOptions.options, null)
  return keep(ports, follower, { ...adopted, requestId, ...stateOf(lookup, adopted.createdAt) })
}

/** The fields of the operation; the provider may know more than we do. */
function inputOf(operation: Operation, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Set(operation.fields.map((field) => field.name))
  const input = operation.fromBody(body) as Record<string, unknown>
  return Object.fromEntries(Object.entries(input).filter(([name]) => names.has(name)))
}

/** A generation whose request id is not known yet may own any request that shows its input. */
async function mayBelongToAnother(
  { store }: GenerationPorts,
  operation: Operation,
  body: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  return (await store.findUnidentified(operation.id)).some(
    (other) => other.submissionStartedAt !== null && shows(body, operation.toBody({ ...other.input })),
  )
}

/** A repeated call with the key of the first is answered by what that one made. */
function replayed(
  owner: Generation,
  viewerId: string,
  operationId: string,
  { idempotencyKey }: GenerationOptions,
): GenerateResult | null {
  const isMine = owner.viewerId === viewerId && owner.operationId === operationId
  if (!isMine || idempotencyKey === undefined || owner.idempotencyKey !== idempotencyKey) return null
  return { type: 'accepted', generation: owner, isReplay: true }
}

function stateOf(
  { status, sentAt, startedAt }: Extract<RequestLookup, { type: 'found' }>,
  now: number,
): Partial<Generation> & { status: GenerationStatus } {
  const submittedAt = sentAt ?? now
  return {
    status: status === 'FINISHED' ? 'FINALIZING' : status,
    submittedAt,
    // So that no crash and no other replica can take it for one that is still to be submitted.
    submissionStartedAt: submittedAt,
    recoveredAt: status === 'FINISHED' ? now : null,
    startedAt: status === 'IN_QUEUE' ? null : (startedAt ?? now),
  }
}

async function keep(
  ports: GenerationPorts,
  follower: Follower,
  adopted: Generation,
): Promise<GenerateResult> {
  const { store, bus, observer, replica, maximumActivePerViewer: limit } = ports
  const happenings = [{ type: 'status-changed', status: adopted.status }] as const
  const outcome = await store.insert(adopted, happenings, replica, limit)
  switch (outcome.type) {
    case 'key-used':
      return replayOrConflict(outcome.generation, adopted)
    case 'key-spent':
      return { type: 'idempotency-conflict', generationId: null }
    case 'limit-reached':
      return { type: 'limit-exceeded', limit, active: outcome.active }
    case 'request-taken':
      return unknownRequest
    case 'stored':
      observer.passed?.('intent-stored', adopted.id)
      bus.publish(adopted)
      follower.follow(adopted)
      return { type: 'accepted', generation: adopted, isReplay: false }
  }
}
