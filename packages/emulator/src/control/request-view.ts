import type { Catalog } from '@pika-kit/core'
import type { Queue } from '../queue/queue.ts'
import type { QueueRequest } from '../queue/request.ts'
import type { Storage } from '../storage/storage.ts'
import type { RequestFilter, RequestState, RequestView } from './live-state.ts'
import type { Thumbnails } from './thumbnails.ts'

const LOG_LINES = 3
const LONGEST_PROMPT = 300

/** Where a request stands, in the page's words. */
export function stateOf({ status, outcome }: QueueRequest): RequestState {
  if (status === 'IN_QUEUE') return 'queued'
  if (status === 'IN_PROGRESS') return 'running'
  if (outcome?.errorType === 'client_cancelled') return 'cancelled'
  return outcome?.error === undefined ? 'completed' : 'failed'
}

/** The list that a state belongs to, beside `all`. */
export function filterOf(state: RequestState): Exclude<RequestFilter, 'all'> {
  if (state === 'queued' || state === 'running') return 'active'
  return state === 'completed' ? 'completed' : 'failed'
}

/** Makes the view of one request. */
export function createRequestView(
  catalog: Catalog,
  queue: Queue,
  storage: Storage,
  thumbnails: Thumbnails,
): (request: QueueRequest) => RequestView {
  return (request) => {
    const { id, endpointId, input, outcome, scenario } = request
    const state = stateOf(request)
    const { video } = outcome ?? {}
    const prompt = (input as { prompt?: unknown } | null)?.prompt
    return {
      id,
      endpointId,
      title: catalog.findByEndpoint(endpointId)[0]?.title ?? endpointId,
      prompt: typeof prompt === 'string' ? prompt.slice(0, LONGEST_PROMPT) : '',
      state,
      position: state === 'queued' ? queue.position(request) : null,
      submittedAt: request.submittedAt / 1000,
      startedAt: request.startedAt === undefined ? null : request.startedAt / 1000,
      completedAt: request.completedAt === undefined ? null : request.completedAt / 1000,
      log: request.logs.slice(-LOG_LINES).map(({ message }) => message),
      error: errorOf(request),
      scenario: scenario ?? null,
      thumbnail: thumbnails.addressOf(request) ?? null,
      video: video ? storage.urlPathOf({ id: video.fileId, fileName: video.fileName }) : null,
      webhook: webhookOf(request),
    }
  }
}

function errorOf({ status, outcome }: QueueRequest): RequestView['error'] {
  if (status !== 'COMPLETED' || outcome?.error === undefined) return null
  const detail = (outcome.body as { detail?: unknown } | undefined)?.detail
  const first = (Array.isArray(detail) ? detail[0] : undefined) as { msg?: string; type?: string } | undefined
  return {
    status: outcome.status,
    type: first?.type ?? outcome.errorType ?? null,
    message: first?.msg ?? outcome.error,
  }
}

function webhookOf({ webhookUrl, status, webhookDelivery }: QueueRequest): RequestView['webhook'] {
  if (webhookUrl === undefined) return null
  return { url: webhookUrl, state: webhookDelivery ?? (status === 'COMPLETED' ? 'sending' : 'waiting') }
}
