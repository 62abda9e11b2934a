import { InvariantError } from '../errors.ts'
import type { Generation } from './generation.ts'
import { type Observation, transition } from './lifecycle.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'

/**
 * Makes the one submission of an intent. It is made again only while it surely was not accepted; whatever else goes
 * wrong, now or in a crash, leaves it UNCONFIRMED, and it is never made again.
 */
export async function submitOnce(
  ports: GenerationPorts,
  generation: Generation,
  signal: AbortSignal,
): Promise<void> {
  const { catalog, gateway, clock, observer, timing, webhookUrlOf } = ports
  if (generation.submissionStartedAt !== null) {
    // An earlier process began to submit and did not live to tell how it went.
    await keepUnconfirmed(ports, generation.id)
    return
  }
  if (generation.cancelRequestedAt !== null) {
    await observe(ports, generation.id, { type: 'cancelled' })
    return
  }
  const operation = catalog.find(generation.operationId)
  if (!operation)
    throw new InvariantError(
      `generation ${generation.id} has the unknown operation ${generation.operationId}`,
    )

  observer.passed?.('submission-due', generation.id)
  if (!(await markStarted(ports, generation))) return
  observer.passed?.('submission-marked', generation.id)
  const outcome = await gateway.submit({
    endpointId: operation.endpointId,
    body: operation.toBody({ ...generation.input }),
    webhookUrl: webhookUrlOf(generation.webhookToken),
    priority: generation.priority,
    startTimeout: generation.startTimeout,
  })
  observer.passed?.('submission-answered', generation.id)
  switch (outcome.type) {
    case 'accepted':
      await keepAccepted(ports, generation.id, outcome, signal)
      return
    case 'unknown':
      await keepUnconfirmed(ports, generation.id)
      return
    case 'refused': {
      const { error, retryAfterMs } = outcome
      if (retryAfterMs === null || clock.now() + retryAfterMs - generation.createdAt > timing.submitFor) {
        await observe(ports, generation.id, { type: 'failed', error })
        return
      }
      await observe(ports, generation.id, { type: 'submission-deferred' })
      observer.passed?.('submission-deferred', generation.id)
      await clock.sleep(retryAfterMs, signal)
    }
  }
}

async function keepUnconfirmed(ports: GenerationPorts, id: string): Promise<void> {
  await observe(ports, id, { type: 'unconfirmed' })
  ports.observer.passed?.('submission-unconfirmed', id)
}

/** Tries of the store after the work was told to end: by then the process may be about to exit. */
const LAST_TRIES = 5
const LAST_PAUSE_MS = 200

/**
 * Stores that the provider accepted. The request id is known to this process alone, so a store that fails is asked again
 * for as long as the process lives. Safe also when the lease went to another replica: see `transition`.
 * Throws what the store threw when the work was told to end and the store still fails: then the webhook or the
 * provider's request list must bring the id back.
 */
async function keepAccepted(
  ports: GenerationPorts,
  id: string,
  accepted: Extract<Observation, { type: 'accepted' }>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, observer, timing } = ports
  let pause = LAST_PAUSE_MS
  let triesLeft = LAST_TRIES
  for (;;) {
    try {
      await observe(ports, id, accepted)
      observer.passed?.('acceptance-stored', id)
      return
    } catch (error) {
      if (signal.aborted && --triesLeft <= 0) throw error
      observer.note('error', 'an accepted request could not be stored', {
        generationId: id,
        requestId: accepted.requestId,
        error: String(error),
      })
    }
    if (signal.aborted) await clock.sleep(LAST_PAUSE_MS)
    else await clock.sleep(pause, signal)
    pause = Math.min(pause * 2, timing.longestPoll)
  }
}

/**
 * Stores that the submission begins. Not through `observe`: that would try again on a newer state, and of two replicas
 * with the same state exactly one may go on. False when the state was not the newest: then look again.
 */
async function markStarted({ store, clock, bus }: GenerationPorts, generation: Generation): Promise<boolean> {
  const now = clock.now()
  const started = transition(generation, { type: 'submission-started' }, now)
  if (!started || !(await store.update(started.generation, started.happenings, now))) return false
  bus.publish(started.generation)
  return true
}
