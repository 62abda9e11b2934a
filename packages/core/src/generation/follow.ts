// One follower per generation, whoever watches and however many replicas run: the lease on the row says who it is.
//
// A follower takes a generation from where it stands to its end:
//   SUBMITTING   make the one submission, again only while it surely was not accepted
//   UNCONFIRMED  wait for the webhook, and look into the provider's request list; it is never submitted again
//   IN_QUEUE, IN_PROGRESS   read the live stream; where it ends without an end, ask for the status, less and less often
//   FINALIZING   fetch the result and copy its video: `finalize.ts`
// Everything it learns goes through `observe`. What another source (the webhook) stores ends its present step at once: the
// next step begins from there. It stops when the generation is final, when the lease is lost, and on `stop`.
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
  /** Starts to follow; does nothing when this replica follows it already. The caller holds the lease. */
  follow(generation: Generation): void
  /** Stops all and gives the leases back. */
  stop(): Promise<void>
}

/** Makes the follower of one replica. */
export function createFollower(ports: GenerationPorts): Follower {
  const following = new Map<string, Promise<void>>()
  const stopped = new AbortController()

  return {
    follow(generation) {
      if (stopped.signal.aborted || following.has(generation.id)) return
      const work = followToTheEnd(ports, generation, stopped.signal).finally(() =>
        following.delete(generation.id),
      )
      following.set(generation.id, work)
    },
    async stop() {
      stopped.abort()
      await Promise.all(following.values())
    },
  }
}

async function followToTheEnd(
  ports: GenerationPorts,
  generation: Generation,
  stopped: AbortSignal,
): Promise<void> {
  const { store, observer, replica } = ports
  const ended = new AbortController()
  const end = () => ended.abort()
  stopped.addEventListener('abort', end, { once: true })
  const renewal = renewLease(ports, generation.id, ended)
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
    }
  } catch (error) {
    // The lease lapses, and the sweep takes the generation up again: a broken store must not end a paid generation.
    observer.note('error', 'following failed', { generationId: generation.id, error: String(error) })
  } finally {
    end()
    stopped.removeEventListener('abort', end)
    await Promise.all([renewal, changes.ended])
    await store.release(generation.id, replica).catch(() => undefined)
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

/** Keeps the lease while the work goes on; ends the work when another replica has it. */
async function renewLease(
  { store, clock, replica, timing, observer }: GenerationPorts,
  id: string,
  ended: AbortController,
): Promise<void> {
  while (!ended.signal.aborted) {
    await clock.sleep(timing.lease / 3, ended.signal)
    if (ended.signal.aborted) return
    try {
      if (await store.renew(id, { owner: replica, until: clock.now() + timing.lease })) continue
      observer.note('warn', 'another replica follows this generation now', { generationId: id })
      ended.abort()
    } catch (error) {
      observer.note('warn', 'the lease could not be renewed', { generationId: id, error: String(error) })
    }
  }
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
