import type { Catalog } from '@pika-kit/core'
import { requireKey } from '../http/authorization.ts'
import { readJson } from '../http/body.ts'
import { type Exchange, headerOf, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import { type ScenarioControl, scenarioOf } from '../scenarios/registry.ts'
import type { Answers } from './answers.ts'
import type { Queue } from './queue.ts'
import type { QueueRequest } from './request.ts'
import type { Retention } from './retention.ts'
import type { StatusStreams } from './stream.ts'
import { readSettings } from './submission.ts'

/** What the queue's and the synchronous host's routes need. */
export interface QueueRouteOptions {
  catalog: Catalog
  queue: Queue
  answers: Answers
  retention: Retention
  streams: StatusStreams
  scenarios: ScenarioControl
}

/** `queue.fal.run`: submit under the full endpoint id; the rest under owner/app or the full id. */
export function queueRoutes(options: QueueRouteOptions): Route[] {
  const { catalog, queue, answers, retention, streams, scenarios } = options
  const resultFetches = new Map<string, number>()

  async function submit(exchange: Exchange, endpointId: string): Promise<void> {
    requireKey(exchange)
    requireEndpoint(catalog, endpointId)
    const { maximumQueueLength, ...settings } = readSettings(exchange)
    const input = await inputOf(exchange)
    const scenario = scenarios.take(headerOf(exchange, 'x-emulator-scenario'))
    const { submission } = scenarioOf(scenario)
    if (typeof submission === 'object') {
      const { status, body, headers } = submission.refuse
      throw new HttpError(status, body, headers)
    }
    if (maximumQueueLength !== undefined && queue.waiting(endpointId) > maximumQueueLength) {
      throw new HttpError(429, `Queue is over its length of ${maximumQueueLength}`, {
        'x-fal-needs-retry': '1',
      })
    }
    const request = await queue.submit({
      endpointId,
      input,
      ...settings,
      ...(scenario && { scenario }),
    })
    if (submission === 'reply-lost') exchange.response.destroy()
    else sendJson(exchange, 200, answers.submitted(request), { 'x-fal-request-id': request.id })
  }

  function known(exchange: Exchange, id: string, endpointId: string): QueueRequest {
    requireKey(exchange)
    const request = queue.get(id)
    // Ids are unique over all endpoints of an app; under another app the id does not exist.
    if (request && appOf(request.endpointId) === appOf(endpointId)) return request
    throw new HttpError(404, { status: 'NOT_FOUND', detail: 'Request not found' })
  }

  function status(exchange: Exchange, request: QueueRequest): void {
    const logs = exchange.query.get('logs') === '1' ? request.logs : null
    const code = request.status === 'COMPLETED' ? 200 : 202
    sendJson(exchange, code, answers.status(request, logs), { 'x-fal-request-id': request.id })
  }

  function result(exchange: Exchange, request: QueueRequest): void {
    const headers = { 'x-fal-request-id': request.id }
    if (request.status !== 'COMPLETED' || !request.outcome) {
      throw new HttpError(400, 'Request is still in progress', headers)
    }
    // fal does not say how it answers then: FAL_PROTOCOL section 4.5.
    if (!retention.hasResult(request)) throw new HttpError(404, 'The result has expired', headers)
    const fetches = (resultFetches.get(request.id) ?? 0) + 1
    resultFetches.set(request.id, fetches)
    if (fetches <= (scenarioOf(request.scenario).resultFailures ?? 0)) {
      throw new HttpError(504, 'Gateway timeout while fetching the result', headers)
    }
    const { outcome } = request
    sendJson(exchange, outcome.status, answers.result(request), { ...outcome.headers, ...headers })
  }

  function cancel(exchange: Exchange, request: QueueRequest): void {
    const answer = queue.cancel(request.id)
    const code = answer === 'CANCELLATION_REQUESTED' ? 202 : answer === 'NOT_FOUND' ? 404 : 400
    sendJson(exchange, code, { status: answer }, { 'x-fal-request-id': request.id })
  }

  const of = (suffix: string, handle: (exchange: Exchange, request: QueueRequest) => void) => ({
    pattern: new RegExp(`^/(?<endpointId>.+)/requests/(?<id>[^/]+)${suffix}$`),
    handle: (exchange: Exchange, { endpointId = '', id = '' }: Readonly<Record<string, string>>) =>
      handle(exchange, known(exchange, id, endpointId)),
  })
  return [
    { methods: ['GET'], ...of('/status/stream', (exchange, request) => streams.open(exchange, request)) },
    { methods: ['GET'], ...of('/status', status) },
    { methods: ['PUT', 'POST'], ...of('/cancel', cancel) },
    { methods: ['GET'], ...of('(?:/response)?', result) },
    {
      methods: ['POST', 'GET', 'PUT'],
      pattern: /^\/(?!.*\/requests(?:\/|$))(?<endpointId>.+)$/,
      handle: (exchange, { endpointId = '' }) => submit(exchange, endpointId),
    },
  ]
}

/** Throws fal's 404 for an endpoint that is not in the catalogue. */
export function requireEndpoint(catalog: Catalog, endpointId: string): void {
  if (catalog.findByEndpoint(endpointId).length > 0) return
  const app = appOf(endpointId)
  const isKnownApp = catalog.operations.some((operation) => appOf(operation.endpointId) === app)
  const rest = endpointId.slice(app.length)
  throw new HttpError(404, isKnownApp ? `Path ${rest || '/'} not found` : `Application '${app}' not found`)
}

/** The body, or the query for the client's `method: 'get'`. */
export async function inputOf({ request, method, query }: Exchange): Promise<unknown> {
  if (method !== 'GET') return readJson(request)
  return Object.fromEntries([...query].filter(([name]) => !name.startsWith('fal_')))
}

function appOf(endpointId: string): string {
  return endpointId.split('/').slice(0, 2).join('/')
}
