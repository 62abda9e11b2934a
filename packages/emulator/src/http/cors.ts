import type { IncomingMessage, ServerResponse } from 'node:http'

const EXPOSED = [
  'x-fal-request-id',
  'x-fal-request-timeout-type',
  'x-fal-error-type',
  'x-fal-retryable',
  'x-fal-needs-retry',
  'x-fal-billable-units',
  'content-range',
  'accept-ranges',
  'content-length',
  'etag',
].join(', ')

/**
 * Lets pages of any origin use the emulator, as fal does. No cookies are involved, so `*` gives nothing away
 * that the key in the request does not.
 * Answers true when the request was a preflight and is done.
 */
export function applyCors(request: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-expose-headers', EXPOSED)
  if (request.method !== 'OPTIONS') return false
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS')
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
  response.setHeader('access-control-max-age', '86400')
  response.writeHead(204).end()
  return true
}
