import type { Catalog } from '@pika-kit/core'
import type { FaultControl } from '../faults/fault-control.ts'
import { playFault } from '../faults/play-fault.ts'
import { requireKey } from '../http/authorization.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import type { ScenarioControl } from '../scenarios/registry.ts'
import type { Answers } from './answers.ts'
import { planOf } from './plan.ts'
import type { NewRequest, Queue } from './queue.ts'
import { inputOf, requireEndpoint } from './queue-routes.ts'
import type { QueueRequest } from './request.ts'
import { readSettings } from './submission.ts'

/** `fal.run`: input and output on one connection. There is no line; where no runner is free, it is a 429. */
export function runRoutes(options: {
  catalog: Catalog
  queue: Queue
  answers: Answers
  scenarios: ScenarioControl
  faults: FaultControl
}): Route[] {
  const { catalog, queue, answers, scenarios, faults } = options

  async function run(exchange: Exchange, endpointId: string): Promise<void> {
    requireKey(exchange)
    requireEndpoint(catalog, endpointId)
    const { priority, outputLifetimeSeconds, isWithoutPayloads } = readSettings(exchange)
    const plan = planOf(exchange, scenarios)
    const settings = {
      priority,
      ...(outputLifetimeSeconds !== undefined && { outputLifetimeSeconds }),
      ...(isWithoutPayloads && { isWithoutPayloads }),
      ...plan,
    }
    await playFault(faults.take('submit', plan.faults), exchange, (exchange) =>
      runToEnd(exchange, endpointId, settings),
    )
  }

  async function runToEnd(
    exchange: Exchange,
    endpointId: string,
    settings: Omit<NewRequest, 'endpointId' | 'input'>,
  ): Promise<void> {
    const input = await inputOf(exchange)
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
      skipsLine: true,
      ...settings,
    })
    await completed(queue, request)
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
