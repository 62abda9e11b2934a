import type { IncomingMessage, ServerResponse } from 'node:http'

/** One request on its way through the emulator, with the parts of its logical address taken apart. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  method: string
  /** Below the service: `/fal-ai/pika/v2.2/pikaframes`, still percent-encoded. */
  path: string
  query: URLSearchParams
}

/** A header of a request as one string; undefined when it is absent. */
export function headerOf({ request }: Exchange, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

/** Answers with JSON. Does nothing when the client has already gone. */
export function sendJson(
  { response }: Exchange,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.destroyed || response.headersSent) return
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(text)
}
