import { requireKey } from '../http/authorization.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import type { Route } from '../http/router.ts'
import type { Answers } from '../queue/answers.ts'
import type { Queue } from '../queue/queue.ts'
import type { QueueRequest } from '../queue/request.ts'

const DEFAULT_LIMIT = 50
const LARGEST_LIMIT = 100

/**
 * The part of fal's platform API that a gateway needs: past requests of an endpoint, newest first. It is the only way to find
 * a request whose id was lost. Served with and without `/v1`.
 */
export function platformRoutes(queue: Queue, answers: Answers): Route[] {
  function entryOf(request: QueueRequest, withPayloads: boolean): Record<string, unknown> {
    const { id, endpointId, submittedAt, startedAt, completedAt, outcome } = request
    const seconds = startedAt !== undefined && completedAt !== undefined ? (completedAt - startedAt) / 1e6 : null
    return {
      request_id: id,
      endpoint_id: endpointId,
      sent_at: zoned(submittedAt),
      started_at: zoned(startedAt),
      ended_at: zoned(completedAt),
      status_code: outcome?.status ?? null,
      duration: seconds,
      ...(withPayloads && { json_input: request.input, json_output: outcome ? answers.result(request) : null }),
    }
  }

  function byEndpoint(exchange: Exchange): void {
    requireKey(exchange)
    const { query } = exchange
    const endpointIds = query.getAll('endpoint_id').flatMap((text) => text.split(','))
    if (endpointIds.length === 0) return refuse(exchange, 'endpoint_id is missing: name the endpoint whose requests you want')
    const start = instant(query.get('start'), Number.NEGATIVE_INFINITY)
    const end = instant(query.get('end'), Number.POSITIVE_INFINITY)
    if (Number.isNaN(start) || Number.isNaN(end)) return refuse(exchange, 'start and end must be ISO 8601 instants')
    const offset = Number(query.get('cursor') ?? 0)
    const limit = Math.min(Number(query.get('limit') ?? DEFAULT_LIMIT), LARGEST_LIMIT)
    if (!Number.isInteger(offset) || offset < 0) return refuse(exchange, 'cursor must be one that this list gave')
    if (!Number.isInteger(limit) || limit < 1) return refuse(exchange, 'limit must be a whole number above 0')

    const ids = query.getAll('request_id').flatMap((text) => text.split(','))
    const status = query.get('status')
    const found = queue
      .list()
      .filter(({ id, endpointId, submittedAt, outcome }) => {
        const isInTime = submittedAt / 1000 >= start && submittedAt / 1000 <= end
        const hasStatus = status === null || statusOf(outcome?.status) === status
        return endpointIds.includes(endpointId) && isInTime && hasStatus && (ids.length === 0 || ids.includes(id))
      })
      .toReversed()
    const hasMore = offset + limit < found.length
    const withPayloads = query.getAll('expand').some((text) => text.split(',').includes('payloads'))
    sendJson(exchange, 200, {
      items: found.slice(offset, offset + limit).map((request) => entryOf(request, withPayloads)),
      next_cursor: hasMore ? String(offset + limit) : null,
      has_more: hasMore,
    })
  }

  return [{ methods: ['GET'], pattern: /^(\/v1)?\/models\/requests\/by-endpoint$/, handle: byEndpoint }]
}

function statusOf(code: number | undefined): string | undefined {
  if (code === undefined) return undefined
  if (code < 400) return 'success'
  return code < 500 ? 'user_error' : 'error'
}

function instant(text: string | null, fallback: number): number {
  return text === null ? fallback : Date.parse(text)
}

/** The platform API writes its instants with a zone, unlike the queue. */
function zoned(microseconds: number | undefined): string | null {
  return microseconds === undefined ? null : new Date(microseconds / 1000).toISOString()
}

function refuse(exchange: Exchange, message: string): void {
  sendJson(exchange, 400, { error: { type: 'validation_error', message } })
}
