import type { Catalog } from '@pika-kit/core'
import { requireKey } from '../http/authorization.ts'
import { type Exchange, headerOf, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import { type ScenarioControl, scenarioOf } from '../scenarios/registry.ts'
import type { Answers } from './answers.ts'
import type { Queue } from './queue.ts'
import { inputOf, requireEndpoint } from './queue-routes.ts'
import type { QueueRequest } from './request.ts'
import { readSettings } from './submission.ts'

/** `fal.run`: input and output on one connection. There is no line; where no runner is free, it is a 429. */
export function runRoutes(options: {
  catalog: Catalog
  queue: Queue
  answers: Answers
  scenarios: ScenarioControl
}): Route[] {
  const { catalog, queue, answers, scenarios } = options

  async function run(exchange: Exchange, endpointId: string): Promise<void> {
    requireKey(exchange)
    requireEndpoint(catalog, endpointId)
    const { priority, outputLifetimeSeconds, isWithoutPayloads } = readSettings(exchange)
    const input = await inputOf(exchange)
    const scenario = scenarios.take(headerOf(exchange, 'x-emulator-scenario'))
    const { submission } = scenarioOf(scenario)
    if (typeof submission === 'object') {
      throw new HttpError(submission.refuse.status, submission.refuse.body, submission.refuse.headers)
    }
    if (!queue.hasFreeRunner) {
      const body = { detail: 'Too many concurrent requests', error_type: 'concurrent_requests_limit' }
      throw new HttpError(429, body, {
        'x-fal-error-type': 'concurrent_requests_limit',
        'x-fal-needs-retry': '1',
      })
    }
    const request = await queue.submit({
      endpointId,
      input,
      priority,
      skipsLine: true,
      ...(outputLifetimeSeconds !== undefined && { outputLifetimeSeconds }),
      ...(isWithoutPayloads && { isWithoutPayloads }),
      ...(scenario && { scenario }),
    })
    await completed(queue, request)
    if (submission === 'reply-lost') exchange.response.destroy()
    const { outcome } = request
    const headers = { ...outcome?.headers, 'x-fal-request-id': request.id }
    sendJson(exchange, outcome?.status ?? 500, answers.result(request), headers)
  }

  return [
    {
      methods: ['POST', 'GET', 'PUT'],
      pattern: /^\/(?<endpointId>.+)$/,
      handle: (exchange, { endpointId = '' }) => run(exchange, endpointId),
    },
  ]
}

function completed(queue: Queue, request: QueueRequest): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (request.status !== 'COMPLETED') return
      stop()
      resolve()
    }
    const stop = queue.watch(request.id, look)
    look()
  })
}
