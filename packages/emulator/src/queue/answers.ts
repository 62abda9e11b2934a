import type { Storage } from '../storage/storage.ts'
import type { Queue } from './queue.ts'
import type { LogEntry, QueueRequest } from './request.ts'

/** Builds what fal's queue says about a request. */
export interface Answers {
  submitted(request: QueueRequest): Record<string, unknown>
  /** `logs`: the lines to show, null where none were asked for. */
  status(request: QueueRequest, logs: readonly LogEntry[] | null): Record<string, unknown>
  /** The body that the result address replays. Only for a request with an outcome. */
  result(request: QueueRequest): unknown
}

/** The answers of a queue at an address. */
export function createAnswers(queue: Queue, storage: Storage, baseUrl: () => string): Answers {
  function addresses({ id, endpointId }: QueueRequest): Record<string, string> {
    // Owner and app only, as both official clients build it: FAL_PROTOCOL section 0.
    const response = `${baseUrl()}/queue/${endpointId.split('/').slice(0, 2).join('/')}/requests/${id}`
    return { response_url: response, status_url: `${response}/status`, cancel_url: `${response}/cancel` }
  }
  return {
    submitted: (request) => ({
      status: 'IN_QUEUE',
      request_id: request.id,
      gateway_request_id: request.gatewayId,
      ...addresses(request),
      queue_position: queue.position(request),
    }),
    status(request, logs) {
      const { id, status, outcome, startedAt, completedAt } = request
      const common = { status, request_id: id, ...addresses(request) }
      if (status === 'IN_QUEUE')
        return { ...common, queue_position: queue.position(request), logs, metrics: {} }
      if (status === 'IN_PROGRESS') return { ...common, logs, metrics: {} }
      const seconds =
        startedAt === undefined || completedAt === undefined ? 0 : (completedAt - startedAt) / 1e6
      return {
        ...common,
        logs,
        metrics: { inference_time: seconds },
        ...(outcome?.error !== undefined && { error: outcome.error }),
        ...(outcome?.errorType !== undefined && { error_type: outcome.errorType }),
      }
    },
    result({ outcome }) {
      if (!outcome?.video) return outcome?.body ?? null
      const { fileId, fileName, fileSize } = outcome.video
      const url = baseUrl() + storage.urlPathOf({ id: fileId, fileName })
      return { video: { url, content_type: 'video/mp4', file_name: fileName, file_size: fileSize } }
    },
  }
}
