import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { ArmedFault } from '../faults/fault-control.ts'
import { scenarioOf, type ScenarioName } from '../scenarios/registry.ts'
import type { Journal } from './journal.ts'
import { drawLine, othersAhead, secondsToNextStep } from './line.ts'
import { logLine } from './log-line.ts'
import { infrastructureFailure } from './outcome.ts'
import type { Outcome, QueueRequest } from './request.ts'
import type { Runner } from './runner.ts'

/** What a submission says, after its headers and query were read. */
export interface NewRequest {
  endpointId: string
  input: unknown
  priority: QueueRequest['priority']
  startTimeoutSeconds?: number
  webhookUrl?: string
  outputLifetimeSeconds?: number
  isWithoutPayloads?: boolean
  scenario?: ScenarioName
  faults?: ArmedFault[]
  /** Starts at once, without a line: fal's synchronous `run`. */
  skipsLine?: boolean
}

export type CancelAnswer = 'CANCELLATION_REQUESTED' | 'ALREADY_COMPLETED' | 'NOT_FOUND'

/**
 * The queue. A request is IN_QUEUE until its simulated line is gone, a runner is free and nobody stands before it
 * (normal priority first, then by arrival); then IN_PROGRESS until its runner ends or is stopped; then COMPLETED for good.
 * Only running requests count against `concurrency`.
 */
export interface Queue {
  /** Takes up what the journal kept, and begins to run. Until then submissions only wait. */
  start(): void
  /** Resolves when the request is on disk: from then on it survives a crash. */
  submit(request: NewRequest): Promise<QueueRequest>
  get(id: string): QueueRequest | undefined
  /** Oldest first. */
  list(): readonly QueueRequest[]
  /** How many stand before a request: simulated ones and real ones. */
  position(request: QueueRequest): number
  /** How many of an endpoint wait. */
  waiting(endpointId: string): number
  readonly hasFreeRunner: boolean
  /** A queued request never runs, a running one is stopped; both end as COMPLETED with a 499. */
  cancel(id: string): CancelAnswer
  /**
   * Forgets the requests that are done with, their webhooks included, and answers them. Their ids are unknown from then on.
   * Resolves when they are off the disk.
   */
  forgetFinished(): Promise<readonly QueueRequest[]>
  /** Calls back after each change of a request: state, position, log. The answer ends it. */
  watch(id: string, listener: () => void): () => void
  /** Stops what runs without ending it: on the same folder it is run again. Resolves when all is on disk. */
  close(): Promise<void>
}

/** What a queue is made of. */
export interface QueueOptions {
  journal: Journal
  runner: Runner
  clock: Clock
  concurrency: number
  queueSeconds: number
  seed: number
  /** Called once the outcome of a request stands, before its status says so. */
  onOutcome(request: QueueRequest): void
  onError(error: unknown): void
}

/** Simulated seconds by which the scenario `webhook-out-of-order` holds the status back. */
const STATUS_DELAY_SECONDS = 2

/** Makes the queue; it stands still until it is started. */
export function createQueue(options: QueueOptions): Queue {
  const { journal, runner, clock, concurrency, queueSeconds, seed, onOutcome, onError } = options
  const requests = new Map<string, QueueRequest>(journal.requests.map((request) => [request.id, request]))
  const running = new Map<string, AbortController>()
  const runs = new Set<Promise<void>>()
  const listeners = new Map<string, Set<() => void>>()
  const deadlines = new Map<string, () => void>()
  let cancelNextLook: (() => void) | undefined
  let isRunning = false
  const lined: QueueRequest[] = []

  function save(request: QueueRequest): Promise<void> {
    const written = journal.write(request)
    written.catch(onError)
    return written
  }

  function changed(id: string): void {
    for (const listener of listeners.get(id) ?? []) listener()
  }

  function log(request: QueueRequest, message: string, level: 'INFO' | 'ERROR' = 'INFO'): void {
    request.logs.push(logLine(message, clock.now(), level))
    changed(request.id)
  }

  function enqueue(request: QueueRequest): void {
    lined.push(request)
    lined.sort((a, b) => rank(a) - rank(b) || a.submittedAt - b.submittedAt)
    if (request.startTimeoutSeconds === undefined) return
    const waited = clock.secondsBetween(request.submittedAt, clock.now())
    const expire = (): void => {
      const headers = { 'x-fal-request-timeout-type': 'user' }
      const detail = `no runner started within ${request.startTimeoutSeconds} s`
      if (request.status === 'IN_QUEUE')
        finish(request, infrastructureFailure(504, 'request_timeout', detail, headers))
    }
    deadlines.set(request.id, clock.after(request.startTimeoutSeconds - waited, expire))
  }

  function leaveLine(request: QueueRequest): void {
    const index = lined.indexOf(request)
    if (index >= 0) lined.splice(index, 1)
    deadlines.get(request.id)?.()
    deadlines.delete(request.id)
  }

  /** Starts whoever may start, tells everybody in line, and looks again when the line next moves. */
  function look(): void {
    if (!isRunning) return
    cancelNextLook?.()
    cancelNextLook = undefined
    const free = Math.max(0, concurrency - running.size)
    // One reading of the clock for all of it: between two, a line may move, and a request be neither started nor looked at again.
    const now = clock.now()
    for (const request of lined.filter((waiting) => isReady(waiting, now)).slice(0, free)) start(request)
    for (const { id } of lined) changed(id)
    const steps = lined.flatMap((request) => secondsToNextStep(request, clock, now) ?? [])
    if (steps.length > 0) cancelNextLook = clock.after(Math.min(...steps), look)
  }

  function isReady(request: QueueRequest, now: number): boolean {
    return scenarioOf(request.scenario).wait !== 'for-ever' && othersAhead(request, clock, now) === 0
  }

  function start(request: QueueRequest): void {
    leaveLine(request)
    const controller = new AbortController()
    running.set(request.id, controller)
    request.status = 'IN_PROGRESS'
    request.startedAt = clock.now()
    void save(request).catch(() => undefined)
    changed(request.id)
    const run = runToEnd(request, controller.signal).catch(onError)
    runs.add(run)
    void run.finally(() => runs.delete(run))
  }

  async function runToEnd(request: QueueRequest, signal: AbortSignal): Promise<void> {
    const write = (message: string): void => {
      if (!signal.aborted) log(request, message)
    }
    try {
      const outcome = await runner.run(request, write, signal)
      if (!signal.aborted) finish(request, outcome)
    } catch (error) {
      if (signal.aborted) return
      onError(error)
      finish(
        request,
        infrastructureFailure(500, 'internal_error', 'the emulator failed to render; its log says why'),
      )
    } finally {
      // A cancelled runner may take a moment to stop; its slot is free only then, as at fal.
      running.delete(request.id)
      look()
    }
  }

  function finish(request: QueueRequest, outcome: Outcome): void {
    if (request.outcome) return
    leaveLine(request)
    request.outcome = outcome
    if (outcome.error !== undefined) log(request, outcome.error, 'ERROR')
    onOutcome(request)
    if (scenarioOf(request.scenario).webhook === 'before-status') {
      deadlines.set(
        request.id,
        clock.after(STATUS_DELAY_SECONDS, () => complete(request)),
      )
    } else complete(request)
  }

  function complete(request: QueueRequest): void {
    deadlines.delete(request.id)
    request.status = 'COMPLETED'
    request.completedAt = clock.now()
    void save(request).catch(() => undefined)
    changed(request.id)
    look()
  }

  function takeUp(): void {
    for (const request of journal.requests) {
      if (request.status === 'COMPLETED') continue
      if (request.outcome) complete(request)
      else {
        // What ran when the process ended is run again, with no line before it: it had been through that.
        if (request.status === 'IN_PROGRESS') request.lineAhead = 0
        request.status = 'IN_QUEUE'
        request.logs = []
        enqueue(request)
      }
    }
  }

  return {
    start() {
      isRunning = true
      takeUp()
      look()
    },
    async submit({ skipsLine = false, ...request }) {
      const { lineAhead, lineStepSeconds } = drawLine(seed, requests.size, skipsLine ? 0 : queueSeconds)
      const wait = scenarioOf(request.scenario).wait
      const factor = typeof wait === 'object' ? wait.factor : 1
      const accepted: QueueRequest = {
        id: randomUUID(),
        gatewayId: randomUUID(),
        status: 'IN_QUEUE',
        submittedAt: clock.now(),
        lineAhead: wait === 'for-ever' ? 0 : lineAhead,
        lineStepSeconds: lineStepSeconds * factor,
        logs: [],
        ...request,
      }
      requests.set(accepted.id, accepted)
      try {
        await save(accepted)
      } catch (error) {
        requests.delete(accepted.id)
        throw error
      }
      enqueue(accepted)
      look()
      return accepted
    },
    get: (id) => requests.get(id),
    list: () => [...requests.values()],
    position: (request) => Math.max(0, lined.indexOf(request)) + othersAhead(request, clock),
    waiting: (endpointId) => lined.filter((request) => request.endpointId === endpointId).length,
    get hasFreeRunner() {
      return running.size < concurrency
    },
    cancel(id) {
      const request = requests.get(id)
      if (!request) return 'NOT_FOUND'
      if (request.outcome) return 'ALREADY_COMPLETED'
      running.get(id)?.abort()
      finish(request, infrastructureFailure(499, 'client_cancelled', 'Request was cancelled by the client'))
      return 'CANCELLATION_REQUESTED'
    },
    async forgetFinished() {
      const isDone = ({ status, webhookUrl, webhookDelivery }: QueueRequest): boolean =>
        status === 'COMPLETED' && (webhookUrl === undefined || webhookDelivery !== undefined)
      const done = [...requests.values()].filter(isDone)
      for (const { id } of done) requests.delete(id)
      await Promise.all(done.map(({ id }) => journal.remove(id)))
      return done
    },
    watch(id, listener) {
      const set = listeners.get(id) ?? new Set()
      listeners.set(id, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(id)
      }
    },
    async close() {
      isRunning = false
      cancelNextLook?.()
      for (const stop of deadlines.values()) stop()
      for (const controller of running.values()) controller.abort()
      await Promise.all(runs)
      await Promise.all([...requests.values()].filter((request) => !request.completedAt).map(save))
    },
  }
}

function rank(request: QueueRequest): number {
  return request.priority === 'low' ? 1 : 0
}
