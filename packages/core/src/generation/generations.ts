import type { EventsRequest, ListPage, ListRequest } from '../ports/store.ts'
import { type AdoptRequest, adoptGeneration } from './adopt.ts'
import { cancelGeneration } from './cancel.ts'
import { deleteGeneration } from './delete.ts'
import type { GenerationEvent } from './events.ts'
import { arrivalOf } from './arrival.ts'
import type { Eta } from './eta.ts'
import { createFollower } from './follow.ts'
import type { Generation, GenerationOptions } from './generation.ts'
import { type Observation } from './lifecycle.ts'
import { createHistory } from './history.ts'
import { observe } from './observe.ts'
import type { GenerationPorts } from './ports.ts'
import { recoverGeneration } from './recover.ts'
import type { CancelResult, DeleteResult, GenerateResult, RecoverResult } from './results.ts'
import { retryGeneration } from './retry.ts'
import { submitGeneration } from './submit.ts'
import { createPresence } from './presence.ts'
import { createSweep } from './sweep.ts'
import { watchEvents, watchGeneration, watchViewer } from './watch.ts'

/**
 * All that can be done with generations. Everything is done as a viewer: for a generation of someone else each method
 * answers just as for one that does not exist.
 */
export interface Generations {
  /** Checks the input, stores the intent, and answers; the submission goes on behind it. */
  generate(viewerId: string, request: GenerateRequest): Promise<GenerateResult>
  /** A new generation with the same input; an `invalid-input` that names `id` where there is nothing to retry. */
  retry(viewerId: string, id: string, options?: GenerationOptions): Promise<GenerateResult>
  cancel(viewerId: string, id: string): Promise<CancelResult>
  /**
   * Looks again for a generation that was lost, or copies a video again. `requestId`, from the provider's dashboard, says
   * which request it is, where that is not known.
   */
  recover(viewerId: string, id: string, requestId?: string | null): Promise<RecoverResult>
  /** Takes a request in that was made elsewhere with the same key. Nothing is submitted by it. */
  adopt(viewerId: string, request: AdoptRequest): Promise<GenerateResult>
  delete(viewerId: string, id: string): Promise<DeleteResult>
  find(viewerId: string, id: string): Promise<Generation | null>
  /** In the order of the ids, null for each that the viewer has not. */
  findMany(viewerId: string, ids: readonly string[]): Promise<(Generation | null)[]>
  list(request: ListRequest): Promise<ListPage>
  /** How many generations of the viewer are not final. */
  countActive(viewerId: string): Promise<number>
  /** When it may be ready, from how long others with the same settings took; null where that cannot be told. */
  eta(generation: Generation): Promise<Eta | null>
  /** For each request the events above `after` (a sequence), in order, at most `limit`; none of what the viewer has not. */
  events(viewerId: string, requests: readonly EventsRequest[], limit: number): Promise<GenerationEvent[][]>
  /** The present state first, then each newer one; ends after the final one. Null when there is none to watch. */
  watch(viewerId: string, id: string, signal?: AbortSignal): Promise<AsyncIterableIterator<Generation> | null>
  /** Each change of each generation of the viewer from now on. */
  watchAll(viewerId: string, signal?: AbortSignal): AsyncIterableIterator<Generation>
  /** The log above `after`, then each new event; ends after the final one. Null when there is none to watch. */
  watchEvents(
    viewerId: string,
    id: string,
    after: number,
    signal?: AbortSignal,
  ): Promise<AsyncIterableIterator<GenerationEvent> | null>
  /** A report of the provider at the webhook of a token: who sent it was verified before. False when no generation has the token. */
  report(token: string, observation: Observation, requestId: string): Promise<boolean>
  /** Takes up what an earlier process left, and keeps looking for it, until `stop`. */
  start(): void
  /** Ends all following and gives it back; what was started goes on in whoever claims it next. */
  stop(): Promise<void>
}

export interface GenerateRequest {
  operationId: string
  input: unknown
  options?: GenerationOptions | undefined
}

/** Composes the use cases over the ports. */
export function createGenerations(ports: GenerationPorts): Generations {
  const follower = createFollower(ports)
  const presence = createPresence(ports, follower.keepOnly)
  const sweep = createSweep(ports, follower, presence)
  const history = createHistory(ports)

  const findOwn = async (viewerId: string, id: string) => {
    const generation = await ports.store.find(id)
    return generation?.viewerId === viewerId ? generation : null
  }

  const findOwnMany = async (viewerId: string, ids: readonly string[]) =>
    (await ports.store.findMany(ids)).map((generation) =>
      generation?.viewerId === viewerId ? generation : null,
    )

  return {
    async generate(viewerId, request) {
      await presence.join()
      return submitGeneration(ports, follower, viewerId, request)
    },
    async retry(viewerId, id, options) {
      await presence.join()
      return retryGeneration(ports, follower, viewerId, id, options)
    },
    cancel: async (viewerId, id) => {
      const generation = await findOwn(viewerId, id)
      return generation ? cancelGeneration(ports, generation) : { type: 'not-found' }
    },
    recover: async (viewerId, id, requestId = null) => {
      await presence.join()
      const generation = await findOwn(viewerId, id)
      return generation ? recoverGeneration(ports, follower, generation, requestId) : { type: 'not-found' }
    },
    async adopt(viewerId, request) {
      await presence.join()
      return adoptGeneration(ports, follower, viewerId, request)
    },
    delete: async (viewerId, id) => {
      const generation = await findOwn(viewerId, id)
      return generation ? deleteGeneration(ports, generation) : { type: 'not-found' }
    },
    find: findOwn,
    findMany: findOwnMany,
    countActive: (viewerId) => ports.store.countActive(viewerId),
    list: (request) => ports.store.list(request),
    eta: history.eta,
    async events(viewerId, requests, limit) {
      const ids = [...new Set(requests.map(({ generationId }) => generationId))]
      const found = await findOwnMany(viewerId, ids)
      const own = new Set(ids.filter((_, index) => found[index] !== null))
      const allowed = requests.filter(({ generationId }) => own.has(generationId))
      const pages = await ports.store.eventsOfMany(allowed, limit)
      return requests.map((request) => pages[allowed.indexOf(request)] ?? [])
    },
    watch: async (viewerId, id, signal) =>
      (await findOwn(viewerId, id)) ? watchGeneration(ports, id, signal) : null,
    watchAll: (viewerId, signal) => watchViewer(ports, viewerId, signal),
    watchEvents: async (viewerId, id, after, signal) =>
      (await findOwn(viewerId, id)) ? watchEvents(ports, id, after, signal) : null,
    async report(token, observation, requestId) {
      const generation = await ports.store.findByWebhookToken(token)
      if (!generation) return false
      // A token reported for another request would let one paid video stand for two.
      if (generation.requestId !== null && generation.requestId !== requestId) return false
      ports.observer.passed?.('report-received', generation.id)
      await observe(ports, generation.id, { type: 'accepted', requestId, queuePosition: null })
      // A video that arrives after all was given up is proof enough to look again.
      if (generation.status === 'FAILED' && observation.type === 'completed')
        await observe(ports, generation.id, { type: 'reopened', requestId, archiveKey: null })
      ports.observer.passed?.('report-identified', generation.id)
      const learned = observation.type === 'completed' ? arrivalOf(ports, observation) : observation
      await observe(ports, generation.id, learned)
      ports.observer.passed?.('report-stored', generation.id)
      return true
    },
    start: () => sweep.start(),
    async stop() {
      await sweep.stop()
      await follower.stop()
      await presence.leave()
    },
  }
}
