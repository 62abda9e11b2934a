import { type Exchange, headerOf } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import { lifetimeOf } from '../storage/lifetime.ts'
import type { QueueRequest } from './request.ts'

/** What the headers and the query of a submission say. */
export interface SubmissionSettings {
  priority: QueueRequest['priority']
  startTimeoutSeconds?: number
  webhookUrl?: string
  outputLifetimeSeconds?: number
  isWithoutPayloads?: boolean
  maximumQueueLength?: number
}

/** Reads a submission's headers and query. Values that fal ignores are ignored; a webhook that is no http(s) URL is a 422. */
export function readSettings(exchange: Exchange): SubmissionSettings {
  const { query } = exchange
  // The newer spelling wins where both are sent: FAL_PROTOCOL section 0.
  const timeout = Number(
    headerOf(exchange, 'x-fal-request-start-timeout') ?? headerOf(exchange, 'x-fal-request-timeout'),
  )
  const outputLifetimeSeconds = lifetimeOf(exchange)
  const length = query.get('fal_max_queue_length')
  const webhookUrl = query.get('fal_webhook')
  if (webhookUrl !== null && !isHttpUrl(webhookUrl)) {
    const msg = 'fal_webhook must be an absolute http(s) URL'
    throw new HttpError(422, { detail: [{ loc: ['query', 'fal_webhook'], msg, type: 'url_parsing' }] })
  }
  return {
    priority: headerOf(exchange, 'x-fal-queue-priority')?.toLowerCase() === 'low' ? 'low' : 'normal',
    ...(timeout > 0.1 && { startTimeoutSeconds: timeout }),
    ...(webhookUrl !== null && { webhookUrl }),
    ...(outputLifetimeSeconds !== undefined && { outputLifetimeSeconds }),
    ...(headerOf(exchange, 'x-fal-store-io')?.trim() === '0' && { isWithoutPayloads: true }),
    ...(length !== null && /^\d+$/.test(length) && { maximumQueueLength: Number(length) }),
  }
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
