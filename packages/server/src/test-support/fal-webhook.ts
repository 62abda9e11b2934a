// Webhooks as fal signs and sends them.
import { createHash, type KeyObject, sign } from 'node:crypto'

/** Where a scripted fal has the keys of its webhooks. */
export const JWKS = /^\/rest\/\.well-known\/jwks\.json$/

export function keysOf(...keys: KeyObject[]) {
  return { keys: keys.map((key) => key.export({ format: 'jwk' })) }
}

export interface Delivery {
  body: unknown
  key: KeyObject
  /** Seconds by which the sender's clock is ahead. */
  ahead?: number
  /** Changes what is sent after it was signed. */
  tamper?: (body: string) => string
  /** A header that is left out. */
  without?: string
}

export function deliverWebhook(url: string, { body, key, ahead = 0, tamper, without }: Delivery) {
  const timestamp = Math.floor(Date.now() / 1_000) + ahead
  const text = JSON.stringify(body)
  const digest = createHash('sha256').update(text).digest('hex')
  const message = ['request-1', 'user-1', String(timestamp), digest].join('\n')
  const headers = new Headers({
    'content-type': 'application/json',
    'x-fal-webhook-request-id': 'request-1',
    'x-fal-webhook-user-id': 'user-1',
    'x-fal-webhook-timestamp': String(timestamp),
    'x-fal-webhook-signature': sign(null, Buffer.from(message), key).toString('hex'),
  })
  if (without) headers.delete(without)
  return fetch(url, { method: 'POST', headers, body: tamper ? tamper(text) : text })
}
