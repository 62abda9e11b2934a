// One follower per generation, whoever watches and however many replicas run: the row says which replica it is, and that
// replica says that it lives (`presence.ts`).
//
// A follower takes a generation from where it stands to its end:
//   SUBMITTING   make the one submission, again only while it surely was not accepted
//   UNCONFIRMED  wait for the webhook, and look into the provider's request list; it is never submitted again
//   IN_QUEUE, IN_PROGRESS   read the live stream; where it ends without an end, ask for the status, less and less often
//   FINALIZING   fetch the result and copy its video: `finalize.ts`
// Everything it learns goes through `observe`. What another source (the webhook) stores ends its present step at once: the
// next step begins from there. It stops when the generation is final, when another replica has it, and on `stop`.
import type { ProviderRequest, ProviderStatus } from '../ports/gateway.ts'
import { providerRequestOf } from './cancel.ts'
import { type Generation, isFinal, type Timestamp } from './generation.ts'
import { type Observation, requestNotFound } from './lifecycle.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'
import { confirmSubmission } from './confirm.ts'
import { finalize } from './finalize.ts'
import { submitOnce } from './submission.ts'

/** Follows generations to their end. */
export interface Follower {
  /** Starts to follow what this replica holds; does nothing when it is followed already. */
  follow(generation: Generation): void
  /** Stops what is not among these: other replicas have it. */
  keepOnly(held: ReadonlySet<string>): void
  /** Stops all. What is under way stays held: see `Presence.leave`. */
  stop(): Promise<void>
}

interface Following {
  readonly ended: AbortController
  readonly work: Promise<void>
  /** It was to be followed again while it came to its end: it is held, and nobody else will take it. */
  isAskedAgain: boolean
}

/** Makes the follower of one replica. */
export function createFollower(ports: GenerationPorts): Follower {
  const all = new Map<string, Following>()
  let isStopped = false

  const follow = (generation: Generation) => {
    const { id } = generation
    const known = all.get(id)
    if (known) known.isAskedAgain = true
    if (known || isStopped) return
    const ended = new AbortController()
    const following: Following = {
      ended,
      isAskedAgain: false,
      work: followToTheEnd(ports, generation, ended).then(async (isToBeReleased) => {
        const present = following.isAskedAgain ? await ports.store.find(id).catch(() => null) : null
        all.delete(id)
        if (isStopped) return
        if (present && !isFinal(present.status)) follow(present)
        else if (isToBeReleased) await ports.store.release(id, ports.replica).catch(() => undefined)
      }),
    }
    all.set(id, following)
  }

  return {
    follow,
    keepOnly(held) {
      for (const [id, { ended }] of all) {
        if (held.has(id)) continue
        ports.observer.note('warn', 'another replica follows this generation now', { generationId: id })
        ended.abort()
      }
    },
    async stop() {
      isStopped = true
      for (const { ended } of all.values()) ended.abort()
      await Promise.all([...all.values()].map(({ work }) => work))
    },
  }
}

/** Answers whether the generation is still held, and nobody follows it any more. Never rejects. */
async function followToTheEnd(
  ports: GenerationPorts,
  generation: Generation,
  ended: AbortController,
): Promise<boolean> {
  const { store, observer } = ports
  const changes = watchChanges(ports, generation.id, ended)
  try {
    let current: Generation | null = generation
    while (current && !isFinal(current.status) && !ended.signal.aborted) {
      const present: Generation = changes.newerThan(current)
      await step(ports, present, changes.untilLeft(present))
      current = await store.find(generation.id)
    }
    if (current && isFinal(current.status)) {
      const { id: generationId, operationId, requestId, status } = current
      observer.ended?.({ generationId, operationId, requestId, status })
      return false
    }
    return current !== null
  } catch (error) {
    // The sweep of whoever comes first takes the generation up again: a broken store must not end a paid generation.
    observer.note('error', 'following failed', { generationId: generation.id, error: String(error) })
    return true
  } finally {
    ended.abort()
    await changes.ended
  }
}

/** One stretch of work on a generation; returns when the state changed, or when there is reason to look again. */
async function step(ports: GenerationPorts, generation: Generation, signal: AbortSignal): Promise<void> {
  switch (generation.status) {
    case 'SUBMITTING':
      return submitOnce(ports, generation, signal)
    case 'UNCONFIRMED':
      return confirmSubmission(ports, generation, signal)
    default: {
      const request = providerRequestOf(ports, generation)
      if (!request) {
        await observe(ports, generation.id, requestNotFound)
        return
      }
      if (generation.status === 'FINALIZING') return finalize(ports, generation, request, signal)
      return followRequest(ports, generation, request, signal)
    }
  }
}

/** Reads the live stream, then the status, then pauses; until fal is done. */
async function followRequest(
  ports: GenerationPorts,
  generation: Generation,
  request: ProviderRequest,
  signal: AbortSignal,
): Promise<void> {
  const { gateway, clock, timing } = ports
  // A cancel that was asked for before the provider knew the request could not be passed on then.
  if (generation.cancelRequestedAt !== null) {
    await gateway.cancel(request)
    ports.observer.passed?.('cancel-passed-on', generation.id)
  }
  let pause = timing.firstPoll
  let missingSince: Timestamp | null = null
  while (!signal.aborted) {
    for await (const status of gateway.follow(request, signal)) {
      pause = timing.firstPoll
      missingSince = null
      if (await hasEnded(ports, generation.id, observationOf(status))) return
    }
    if (signal.aborted) return
    const status = await gateway.status(request, signal)
    if (status.type === 'status') {
      missingSince = null
      if (await hasEnded(ports, generation.id, observationOf(status))) return
    } else if (status.type === 'not-found') {
      missingSince ??= clock.now()
      if (clock.now() - missingSince >= timing.missingFor) {
        await observe(ports, generation.id, requestNotFound)
        return
      }
    }
    await clock.sleep(status.type === 'unavailable' ? (status.retryAfterMs ?? pause) : pause, signal)
    pause = Math.min(pause * 2, timing.longestPoll)
  }
}

function observationOf(status: ProviderStatus): Observation {
  if (status.status === 'FINISHED') return { type: 'finished', logs: status.logs }
  return { type: 'progressed', status: status.status, queuePosition: status.queuePosition, logs: status.logs }
}

/** Stores an observation; true when the provider's queue has nothing more to tell. */
async function hasEnded(ports: GenerationPorts, id: string, observation: Observation): Promise<boolean> {
  ports.observer.passed?.('status-received', id)
  const next = await observe(ports, id, observation)
  return next === null || next.status === 'FINALIZING' || isFinal(next.status)
}

/** What is followed in one step: a queue that moves needs no new one; a video that arrives does. */
function stageOf({ status, delivery }: Generation): string {
  if (status === 'FINALIZING' && delivery !== null) return 'ARCHIVING'
  return status === 'IN_PROGRESS' ? 'IN_QUEUE' : status
}

/** Hears what is stored by any source: ends the present step where it was overtaken, and all work at a final state. */
function watchChanges({ bus }: Pick<GenerationPorts, 'bus'>, id: string, ended: AbortController) {
  let newest: Generation | null = null
  let step: { of: Generation; left: AbortController } | null = null
  const listen = async () => {
    for await (const changed of bus.subscribe({ generationId: id }, ended.signal)) {
      newest = changed
      if (isFinal(changed.status)) ended.abort()
      else if (step && changed.revision > step.of.revision && stageOf(changed) !== stageOf(step.of))
        step.left.abort()
    }
  }
  ended.signal.addEventListener('abort', () => step?.left.abort(), { once: true })
  return {
    ended: listen(),
    /** The newest state that is known: one may have been stored while `read` was being read. */
    newerThan: (read: Generation): Generation => (newest && newest.revision > read.revision ? newest : read),
    /** Begins a step; its signal is aborted when the generation has left the stage of `of`, or the work ends. */
    untilLeft(of: Generation): AbortSignal {
      step = { of, left: new AbortController() }
      if (ended.signal.aborted) step.left.abort()
      return step.left.signal
    },
  }
}
