import type { GenerationGateway, LogLine, Operation, ProviderStatus, Video } from '@pika-kit/core'
import { generationError } from '@pika-kit/core'

/** What goes wrong in a simulation. */
export const SCENARIOS = [
  'none',
  'refused input',
  'content policy',
  'lost reply',
  'provider fails',
  'never starts',
] as const
export type Scenario = (typeof SCENARIOS)[number]

export interface SimulatedGatewayOptions {
  scenario: Scenario
  /** Milliseconds between two steps of a generation. */
  stepMs: number
  /** Makes the video of a body that was submitted. */
  render(operation: Operation, input: Record<string, unknown>): Promise<Video>
  operationOf(endpointId: string, body: Record<string, unknown>): Operation | undefined
}

interface SimulatedRequest {
  operation: Operation | undefined
  body: Record<string, unknown>
  isCancelled: boolean
  logs: LogLine[]
}

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })

/** A queue that moves with time, in this page: no server, no network. */
export function createSimulatedGateway({
  scenario,
  stepMs,
  render,
  operationOf,
}: SimulatedGatewayOptions): GenerationGateway {
  const requests = new Map<string, SimulatedRequest>()
  const say = (request: SimulatedRequest, message: string) => {
    request.logs.push({
      timestamp: new Date(performance.timeOrigin + performance.now()).toISOString(),
      level: 'INFO',
      message,
    })
  }

  return {
    async submit({ endpointId, body }) {
      await pause(stepMs)
      if (scenario === 'lost reply') return { type: 'unknown', cause: 'simulated' }
      const requestId = crypto.randomUUID()
      requests.set(requestId, {
        operation: operationOf(endpointId, body),
        body,
        isCancelled: false,
        logs: [],
      })
      return { type: 'accepted', requestId, queuePosition: 2 }
    },
    async *follow({ requestId }, signal): AsyncGenerator<ProviderStatus> {
      const request = requests.get(requestId)
      if (!request) return
      for (const queuePosition of [2, 1, 0]) {
        await pause(stepMs, signal)
        if (signal.aborted || request.isCancelled) break
        yield { status: 'IN_QUEUE', queuePosition, logs: [] }
      }
      while (scenario === 'never starts' && !signal.aborted && !request.isCancelled)
        await pause(stepMs, signal)
      for (const message of ['simulated runner started', 'reading the input', 'drawing the draft']) {
        if (signal.aborted || request.isCancelled) break
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
      switch (scenario) {
        case 'refused input': {
          const issues = [
            { path: ['prompt'], message: 'is too short for this model', code: 'INVALID' as const },
          ]
          return { type: 'failed', error: generationError('INPUT_REJECTED', { issues }) }
        }
        case 'content policy':
          return {
            type: 'failed',
            error: generationError('CONTENT_REFUSED', { detail: 'The content could not be processed.' }),
          }
        case 'provider fails':
          return {
            type: 'failed',
            error: generationError('PROVIDER_FAILED', { detail: 'The runner went away.' }),
          }
        default: {
          const parsed = request.operation.parse(request.operation.fromBody(request.body))
          if (!parsed.ok)
            return { type: 'failed', error: generationError('INPUT_REJECTED', { issues: parsed.issues }) }
          return { type: 'video', video: await render(request.operation, parsed.input), billableUnits: null }
        }
      }
    },
    findSubmission: async () => ({ type: 'unknown', cause: 'simulated' }),
    findRequest: async () => ({ type: 'absent' }),
    async cancel({ requestId }) {
      const request = requests.get(requestId)
      if (!request) return 'unknown'
      request.isCancelled = true
      return 'requested'
    },
  }
}
