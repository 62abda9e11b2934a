import {
  generationError,
  type GenerationGateway,
  type LogLine,
  type Operation,
  type ProviderStatus,
  type Video,
} from '@pika-kit/core'
import { MediaUnreadableError } from './record-draft.ts'

/** How often a busy browser may fail to record before the generation does. */
const MOST_FAILED_RENDERS = 3

/** What goes wrong in a simulation; the names are those of the emulator, where it has the same. */
export const FAULTS = {
  none: 'All goes well.',
  'lose-submit-reply': 'The reply to the submission is lost; the list of requests finds it again.',
  'submission-lost': 'The reply is lost, and nothing was accepted: proved by the list.',
  'rate-limit': 'Refused at first with 429, then accepted.',
  'out-of-credit': 'The account is locked.',
  'queue-stuck': 'Waits at place 0 and never starts.',
  slow: 'Every step takes five times as long.',
  'reject-422': 'The model refuses the input after acceptance, at a field.',
  'content-policy': 'The content checker refuses it.',
  'runner-503': 'The runner goes away.',
  'result-504-twice': 'The first two fetches of the result fail; the third has it.',
  'result-expired': 'The video was made, and its result is gone.',
} as const
export type Fault = keyof typeof FAULTS

export interface SimulatedGatewayOptions {
  fault: Fault
  /** Milliseconds between two steps of a generation. */
  stepMs: number
  /** Makes the video of a body that was submitted. Throws a `MediaUnreadableError`, or what may go well another time. */
  render(operation: Operation, input: Record<string, unknown>): Promise<Video>
  operationOf(endpointId: string, body: Record<string, unknown>): Operation | undefined
}

interface SimulatedRequest {
  id: string
  operation: Operation | undefined
  body: Record<string, unknown>
  isCancelled: boolean
  resultFetches: number
  failedRenders: number
  logs: LogLine[]
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })

/** A queue that moves with time, in this page: no server, no network. */
export function createSimulatedGateway({
  fault,
  stepMs: usualStepMs,
  render,
  operationOf,
}: SimulatedGatewayOptions): GenerationGateway {
  const stepMs = fault === 'slow' ? usualStepMs * 5 : usualStepMs
  const requests = new Map<string, SimulatedRequest>()
  const refused = new Set<string>()
  const say = (request: SimulatedRequest, message: string) => {
    request.logs.push({
      timestamp: new Date(performance.timeOrigin + performance.now()).toISOString(),
      level: 'INFO',
      message,
    })
  }
  const accept = (endpointId: string, body: Record<string, unknown>): SimulatedRequest => {
    const request: SimulatedRequest = {
      id: crypto.randomUUID(),
      operation: operationOf(endpointId, body),
      body,
      isCancelled: false,
      resultFetches: 0,
      failedRenders: 0,
      logs: [],
    }
    requests.set(request.id, request)
    return request
  }

  return {
    async submit({ endpointId, body }) {
      await pause(stepMs)
      const intent = JSON.stringify(body)
      switch (fault) {
        case 'out-of-credit':
          return { type: 'refused', error: generationError('OUT_OF_CREDIT'), retryAfterMs: null }
        case 'rate-limit':
          if (refused.has(intent)) break
          refused.add(intent)
          return { type: 'refused', error: generationError('RATE_LIMITED'), retryAfterMs: stepMs * 3 }
        case 'lose-submit-reply':
          accept(endpointId, body)
          return { type: 'unknown', cause: 'simulated' }
        case 'submission-lost':
          return { type: 'unknown', cause: 'simulated' }
      }
      return { type: 'accepted', requestId: accept(endpointId, body).id, queuePosition: 2 }
    },
    async *follow({ requestId }, signal): AsyncGenerator<ProviderStatus> {
      const request = requests.get(requestId)
      if (!request) return
      const isOver = () => signal.aborted || request.isCancelled
      for (const queuePosition of [2, 1, 0]) {
        await pause(stepMs, signal)
        if (isOver()) break
        yield { status: 'IN_QUEUE', queuePosition, logs: [] }
      }
      while (fault === 'queue-stuck' && !isOver()) await pause(stepMs, signal)
      for (const message of ['simulated runner started', 'reading the input', 'drawing the draft']) {
        if (isOver()) break
        say(request, message)
        yield { status: 'IN_PROGRESS', queuePosition: null, logs: [...request.logs] }
        await pause(stepMs, signal)
      }
      if (!signal.aborted) yield { status: 'FINISHED', queuePosition: null, logs: [...request.logs] }
    },
    async status({ requestId }) {
      await pause(stepMs)
      const request = requests.get(requestId)
      return request
        ? { type: 'status', status: 'IN_PROGRESS', queuePosition: null, logs: request.logs }
        : { type: 'not-found' }
    },
    async result({ requestId }) {
      const request = requests.get(requestId)
      if (!request?.operation) return { type: 'expired', cause: 'this page was loaded anew' }
      if (request.isCancelled) return { type: 'cancelled' }
      request.resultFetches++
      switch (fault) {
        case 'reject-422': {
          const issues = [
            { path: ['prompt'], message: 'is too short for this model', code: 'INVALID' as const },
          ]
          return { type: 'failed', error: generationError('INPUT_REJECTED', { issues }) }
        }
        case 'content-policy': {
          const detail = 'The content could not be processed.'
          return { type: 'failed', error: generationError('CONTENT_REFUSED', { detail }) }
        }
        case 'runner-503':
          return {
            type: 'failed',
            error: generationError('PROVIDER_FAILED', { detail: 'The runner went away.' }),
          }
        case 'result-504-twice':
          if (request.resultFetches > 2) break
          return { type: 'unavailable', cause: 'simulated', retryAfterMs: stepMs }
        case 'result-expired':
          return { type: 'expired', cause: 'its time is over' }
      }
      const parsed = request.operation.parse(request.operation.fromBody(request.body))
      if (!parsed.ok)
        return { type: 'failed', error: generationError('INPUT_REJECTED', { issues: parsed.issues }) }
      try {
        return { type: 'video', video: await render(request.operation, parsed.input), billableUnits: null }
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error)
        if (error instanceof MediaUnreadableError)
          return { type: 'failed', error: generationError('MEDIA_UNREADABLE', { detail }) }
        if (++request.failedRenders >= MOST_FAILED_RENDERS)
          return { type: 'failed', error: generationError('PROVIDER_FAILED', { detail }) }
        return { type: 'unavailable', cause: detail, retryAfterMs: stepMs }
      }
    },
    async findSubmission({ body }) {
      const intent = JSON.stringify(body)
      const matching = [...requests.values()].filter((request) => JSON.stringify(request.body) === intent)
      return { type: 'listed', matching: matching.map(({ id }) => id), unreadable: [] }
    },
    findRequest: async () => ({ type: 'absent' }),
    async cancel({ requestId }) {
      const request = requests.get(requestId)
      if (!request) return 'unknown'
      request.isCancelled = true
      return 'requested'
    },
  }
}
