import type { Catalog } from '@pika-kit/core'
import type { FaultPoint } from '../faults/fault.ts'
import type { FaultControl } from '../faults/fault-control.ts'
import { playFault } from '../faults/play-fault.ts'
import { requireKey } from '../http/authorization.ts'
import { readJson } from '../http/body.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import type { ScenarioControl } from '../scenarios/registry.ts'
import type { Answers } from './answers.ts'
import { planOf } from './plan.ts'
import type { NewRequest, Queue } from './queue.ts'
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
  faults: FaultControl
}

/** `queue.fal.run`: submit under the full endpoint id; the rest under owner/app or the full id. */
export function queueRoutes(options: QueueRouteOptions): Route[] {
  const { catalog, queue, answers, retention, streams, scenarios, faults } = options

  async function submit(exchange: Exchange, endpointId: string): Promise<void> {
    requireKey(exchange)
    requireEndpoint(catalog, endpointId)
    const { maximumQueueLength, ...settings } = readSettings(exchange)
    const plan = planOf(exchange, scenarios)
    await playFault(faults.take('submit', plan.faults), exchange, (exchange) =>
      accept(exchange, endpointId, { ...settings, ...plan }, maximumQueueLength),
    )
  }

  async function accept(
    exchange: Exchange,
    endpointId: string,
    settings: Omit<NewRequest, 'endpointId' | 'input'>,
    maximumQueueLength: number | undefined,
  ): Promise<void> {
    const input = await inputOf(exchange)
    if (maximumQueueLength !== undefined && queue.waiting(endpointId) > maximumQueueLength) {
      throw new HttpError(429, `Queue is over its length of ${maximumQueueLength}`, {
        'x-fal-needs-retry': '1',
      })
    }
    const request = await queue.submit({ endpointId, input, ...settings })
    sendJson(exchange, 200, answers.submitted(request), { 'x-fal-request-id': request.id })
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
    const { outcome } = request
    sendJson(exchange, outcome.status, answers.result(request), { ...outcome.headers, ...headers })
  }

  function cancel(exchange: Exchange, request: QueueRequest): void {
    const answer = queue.cancel(request.id)
    const code = answer === 'CANCELLATION_REQUESTED' ? 202 : answer === 'NOT_FOUND' ? 404 : 400
    sendJson(exchange, code, { status: answer }, { 'x-fal-request-id': request.id })
  }

  const of = (
    suffix: string,
    point: FaultPoint,
    handle: (exchange: Exchange, request: QueueRequest) => void,
  ) => ({
    pattern: new RegExp(`^/(?<endpointId>.+)/requests/(?<id>[^/]+)${suffix}$`),
    handle(exchange: Exchange, { endpointId = '', id = '' }: Readonly<Record<string, string>>) {
      const request = known(exchange, id, endpointId)
      return playFault(faults.takeFor(point, exchange, request), exchange, (exchange) =>
        handle(exchange, request),
      )
    },
  })
  return [
    {
      methods: ['GET'],
      ...of('/status/stream', 'stream', (exchange, request) => streams.open(exchange, request)),
    },
    { methods: ['GET'], ...of('/status', 'status', status) },
    { methods: ['PUT', 'POST'], ...of('/cancel', 'cancel', cancel) },
    { methods: ['GET'], ...of('(?:/response)?', 'result', result) },
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
