import { sendJson } from '../http/exchange.ts'
import type { Route } from '../http/router.ts'

/** `GET /`: says what this is to whoever opens it in a browser. */
export function welcomeRoutes(baseUrl: () => string): Route[] {
  return [
    {
      methods: ['GET', 'HEAD'],
      pattern: /^\/$/,
      handle: (exchange) =>
        sendJson(exchange, 200, {
          name: 'pika-emulator',
          description: 'A stand-in for fal that renders drafts. Nothing here is paid, and nothing is made by a model.',
          queue: `${baseUrl()}/queue`,
          requests: `${baseUrl()}/_emulator/requests`,
          scenarios: `${baseUrl()}/_emulator/scenarios`,
          webhookKeys: `${baseUrl()}/rest/.well-known/jwks.json`,
        }),
    },
  ]
}
