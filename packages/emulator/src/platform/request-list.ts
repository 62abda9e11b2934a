import { formatTimestamp } from '../clock.ts'
import type { FaultControl } from '../faults/fault-control.ts'
import { playFault } from '../faults/play-fault.ts'
import { requireKey } from '../http/authorization.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import type { Answers } from '../queue/answers.ts'
import type { Queue } from '../queue/queue.ts'
import type { QueueRequest } from '../queue/request.ts'
import type { Retention } from '../queue/retention.ts'

const LARGEST_PAGE = 100

/**
 * `GET /v1/models/requests/by-endpoint` of fal's platform API: the requests of an endpoint, newest first. It is the only way
 * to find a request whose submission reply was lost. The `/v1` may be left out.
 */
export function requestListRoute(
  queue: Queue,
  answers: Answers,
  retention: Retention,
  faults: FaultControl,
): Route {
  function list(exchange: Exchange): void {
    requireKey(exchange)
    const { query } = exchange
    const endpointIds = listOf(query, 'endpoint_id')
    if (endpointIds.length === 0) throw invalid('endpoint_id is required')
    const ids = listOf(query, 'request_id')
    const [start, end] = [instantOf(query, 'start', 0), instantOf(query, 'end', Number.POSITIVE_INFINITY)]
    const offset = Number(query.get('cursor') ?? 0)
    const limit = Number(query.get('limit') ?? 50)
    if (!Number.isInteger(offset) || offset < 0)
      throw invalid('cursor must be one that an earlier page answered')
    if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
      throw invalid(`limit must be a whole number from 1 to ${LARGEST_PAGE}`)
    }
    const status = query.get('status')
    const found = queue
      .list()
      .filter((request) => endpointIds.includes(request.endpointId))
      .filter((request) => ids.length === 0 || ids.includes(request.id))
      .filter((request) => request.submittedAt >= start && request.submittedAt <= end)
      .filter((request) => status === null || kindOf(request) === status)
      .toReversed()
    const withPayloads = listOf(query, 'expand').includes('payloads')
    const hasMore = found.length > offset + limit
    sendJson(exchange, 200, {
      items: found.slice(offset, offset + limit).map((request) => ({
        ...itemOf(request),
        ...(withPayloads && payloadsOf(request)),
      })),
      next_cursor: hasMore ? String(offset + limit) : null,
      has_more: hasMore,
    })
  }

  /** Both are null once they are no longer kept: that fal shows it so is a guess. */
  function payloadsOf(request: QueueRequest): Record<string, unknown> {
    if (!retention.hasPayloads(request)) return { json_input: null, json_output: null }
    return { json_input: request.input, json_output: request.outcome ? answers.result(request) : null }
  }

  return {
    methods: ['GET'],
    pattern: /^(\/v1)?\/models\/requests\/by-endpoint$/,
    handle: (exchange) => playFault(faults.takeFor('list', exchange), exchange, list),
  }
}

function itemOf(request: QueueRequest): Record<string, unknown> {
  const { id, endpointId, submittedAt, startedAt, completedAt, outcome } = request
  const zoned = (instant: number | undefined): string | null =>
    instant === undefined ? null : `${formatTimestamp(instant)}Z`
  return {
    request_id: id,
    endpoint_id: endpointId,
    sent_at: zoned(submittedAt),
    started_at: zoned(startedAt),
    ended_at: zoned(completedAt),
    status_code: outcome?.status ?? null,
    duration: startedAt === undefined || completedAt === undefined ? null : (completedAt - startedAt) / 1e6,
  }
}

function kindOf({ outcome }: QueueRequest): string | undefined {
  if (!outcome) return undefined
  if (outcome.status < 400) return 'success'
  return outcome.status < 500 ? 'user_error' : 'error'
}

/** Both `a=1&a=2` and `a=1,2`. */
function listOf(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter(Boolean))
}

/** Microseconds since 1970. */
function instantOf(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name)
  if (text === null) return fallback
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) throw invalid(`${name} must be an ISO 8601 date or time`)
  return milliseconds * 1000
}

function invalid(message: string): HttpError {
  return new HttpError(400, { error: { type: 'validation_error', message } })
}
