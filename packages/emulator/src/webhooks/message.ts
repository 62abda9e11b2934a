import { createHash } from 'node:crypto'
import type { QueueRequest } from '../queue/request.ts'
import type { SigningKey } from './signing-key.ts'

/** The account that signatures name: fal has users, the emulator has one. */
const USER_ID = 'pika-emulator'

/** The JSON that a webhook carries. `payload` is what the result address answers. Only for a request with an outcome. */
export function webhookBody(request: QueueRequest, payload: unknown): string {
  const error = request.outcome?.error
  return JSON.stringify({
    request_id: request.id,
    gateway_request_id: request.gatewayId,
    status: error === undefined ? 'OK' : 'ERROR',
    payload,
    ...(error !== undefined && { error }),
  })
}

/** The headers by which a receiver can tell that a body is fal's: FAL_PROTOCOL section 6. `unixSeconds` is when it is sent. */
export function webhookHeaders(
  requestId: string,
  body: string,
  key: SigningKey,
  unixSeconds: number,
): Record<string, string> {
  const digest = createHash('sha256').update(body).digest('hex')
  return {
    'content-type': 'application/json',
    'user-agent': 'pika-emulator',
    'x-fal-webhook-request-id': requestId,
    'x-fal-webhook-user-id': USER_ID,
    'x-fal-webhook-timestamp': String(unixSeconds),
    'x-fal-webhook-signature': key.sign([requestId, USER_ID, unixSeconds, digest].join('\n')),
  }
}
