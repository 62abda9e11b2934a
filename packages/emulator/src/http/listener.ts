import type { IncomingMessage, ServerResponse } from 'node:http'
import { applyCors } from './cors.ts'
import { type Exchange, sendJson } from './exchange.ts'
import { HttpError } from './http-error.ts'
import { matchRoute, type Route } from './router.ts'
import { type Service, targetOf } from './target.ts'

/** The routing table of each service. */
export type Services = Readonly<Record<Service, readonly Route[]>>

/** Handles one HTTP request from CORS to the answer; never rejects. `onError` gets what no handler foresaw. */
export function createListener(
  services: Services,
  onError: (error: unknown) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    // A connection that breaks while we answer is the client's business.
    response.on('error', () => undefined)
    if (applyCors(request, response)) return
    const target = targetOf(request)
    const exchange: Exchange = {
      request,
      response,
      method: request.method ?? 'GET',
      path: target?.path ?? '/',
      query: target?.query ?? new URLSearchParams(),
    }
    if (!target) {
      sendJson(exchange, 400, { detail: 'x-fal-target-url must be an address of fal.run or fal.ai' })
      return
    }
    handle(services[target.service], exchange).catch((error: unknown) => answerError(exchange, error, onError))
  }
}

async function handle(routes: readonly Route[], exchange: Exchange): Promise<void> {
  const match = matchRoute(routes, exchange)
  if (match.found === 'route') return match.handle(exchange, match.parameters)
  if (match.found === 'other-method') throw new HttpError(405, 'Method Not Allowed', { allow: match.allow })
  throw new HttpError(404, 'Not Found')
}

function answerError(exchange: Exchange, error: unknown, onError: (error: unknown) => void): void {
  const { request, response } = exchange
  if (error instanceof HttpError) {
    // What is left of a refused body is not read: the connection cannot be used again.
    const isUnread = !request.complete && request.method !== 'GET'
    sendJson(exchange, error.status, error.body, isUnread ? { ...error.headers, connection: 'close' } : error.headers)
    return
  }
  if (error instanceof URIError) return sendJson(exchange, 400, { detail: 'the path is badly percent-encoded' })
  if (request.destroyed && !request.complete) return
  onError(error)
  if (response.headersSent) response.destroy()
  else sendJson(exchange, 500, { detail: 'Internal Server Error', error_type: 'internal_error' })
}
