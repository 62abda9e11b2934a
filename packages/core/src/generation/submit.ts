import { InvariantError } from '../errors.ts'
import type { InputIssue } from '../operations/issues.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Follower } from './follow.ts'
import type { Generation } from './generation.ts'
import type { GenerateRequest } from './generations.ts'
import { parseOptions } from './options.ts'
import type { GenerationPorts } from './ports.ts'
import type { GenerateResult } from './results.ts'

/**
 * Checks everything that can be checked, stores the intent, and lets the follower submit it. The answer does not wait
 * for the provider.
 */
export async function submitGeneration(
  ports: GenerationPorts,
  follower: Follower,
  viewerId: string,
  { operationId, input, options }: GenerateRequest,
  retryOf: string | null = null,
): Promise<GenerateResult> {
  const operation = ports.catalog.find(operationId)
  if (!operation)
    return invalid({ path: [], code: 'NOT_FOUND', message: `there is no operation ${operationId}` })
  if (operation.availability === 'GONE') {
    return invalid({ path: [], code: 'GONE', message: `${operation.title} is no longer offered by fal` })
  }
  const parsedInput = operation.parse(input)
  const parsedOptions = parseOptions(options)
  if (!parsedInput.ok || !parsedOptions.ok) {
    return invalid(
      ...(parsedInput.ok ? [] : parsedInput.issues),
      ...(parsedOptions.ok ? [] : parsedOptions.issues),
    )
  }

  const generation = newGeneration(
    ports,
    viewerId,
    operationId,
    parsedInput.input,
    parsedOptions.options,
    retryOf,
  )
  const { replica, store, bus, observer, maximumActivePerViewer: limit } = ports
  const happenings = [{ type: 'status-changed', status: 'SUBMITTING' }] as const
  observer.passed?.('intent-checked', generation.id)
  const outcome = await store.insert(generation, happenings, replica, limit)
  switch (outcome.type) {
    case 'key-used':
      return replayOrConflict(outcome.generation, generation)
    case 'key-spent':
      return { type: 'idempotency-conflict', generationId: null }
    case 'limit-reached':
      return { type: 'limit-exceeded', limit, active: outcome.active }
    case 'request-taken':
      throw new InvariantError('a new intent has no request id that another could have')
    case 'stored':
      observer.passed?.('intent-stored', generation.id)
      bus.publish(generation)
      follower.follow(generation)
      return { type: 'accepted', generation, isReplay: false }
  }
}

export function invalid(...issues: InputIssue[]): GenerateResult {
  return { type: 'invalid-input', issues }
}

/** A generation of an intent that was checked. */
export function newGeneration(
  { identifiers, clock }: GenerationPorts,
  viewerId: string,
  operationId: string,
  input: Record<string, unknown>,
  options: NonNullable<GenerateRequest['options']>,
  retryOf: string | null,
): Generation {
  return {
    id: identifiers.generationId(),
    viewerId,
    operationId,
    input,
    status: 'SUBMITTING',
    revision: 1,
    queuePosition: null,
    video: null,
    delivery: null,
    error: null,
    requestId: null,
    billableUnits: null,
    priority: options.priority ?? 'normal',
    startTimeout: options.startTimeout ?? null,
    webhookUrl: options.webhookUrl ?? null,
    tags: [...new Set(options.tags)],
    idempotencyKey: options.idempotencyKey ?? null,
    retryOf,
    createdAt: clock.now(),
    submittedAt: null,
    startedAt: null,
    completedAt: null,
    cancelRequestedAt: null,
    recoveredAt: null,
    submissionStartedAt: null,
    webhookToken: identifiers.webhookToken(),
    logCursor: null,
  }
}

/** Same key and same intent: the same generation. Same key, other intent: a mistake of the caller, nothing is submitted. */
export function replayOrConflict(existing: Generation, wanted: Generation): GenerateResult {
  if (intentOf(existing) === intentOf(wanted))
    return { type: 'accepted', generation: existing, isReplay: true }
  return { type: 'idempotency-conflict', generationId: existing.id }
}

/** What makes two requests the same, as text with sorted keys. */
function intentOf({
  operationId,
  input,
  priority,
  startTimeout,
  webhookUrl,
  tags,
  retryOf,
}: Generation): string {
  return canonicalJson([operationId, input, priority, startTimeout, webhookUrl, tags.toSorted(), retryOf])
}
