import { randomBytes } from 'node:crypto'
import { requireKey } from '../http/authorization.ts'
import { sendJson } from '../http/exchange.ts'
import type { Route } from '../http/router.ts'
import type { SigningKey } from '../webhooks/signing-key.ts'

/** What fal's `rest` host answers beside storage: the keys of webhook signatures, and tokens for browsers. */
export function restRoutes(key: SigningKey): Route[] {
  return [
    {
      methods: ['GET', 'HEAD'],
      pattern: /^\/\.well-known\/jwks\.json$/,
      handle: (exchange) => sendJson(exchange, 200, key.keySet, { 'cache-control': 'public, max-age=86400' }),
    },
    {
      methods: ['POST'],
      pattern: /^\/tokens\/?$/,
      handle(exchange) {
        requireKey(exchange)
        // Nothing checks it again: the emulator takes any token, as it takes any key.
        sendJson(exchange, 200, randomBytes(24).toString('base64url'))
      },
    },
  ]
}
