import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { PlayedFault } from '../faults/fault-control.ts'

/**
 * Sends the head of a POST and the first bytes of its body, then breaks the connection off, or is silent until `signal`
 * says that it has been long enough. Resolves when the connection is gone; never rejects.
 */
export function postBroken(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { afterBytes, with: kind }: PlayedFault,
  signal: AbortSignal,
): Promise<void> {
  if (kind === 'cut' && afterBytes === undefined) return Promise.resolve()
  const bytes = Buffer.from(body)
  const isTls = url.startsWith('https:')
  return new Promise((resolve) => {
    const request = (isTls ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.length },
      agent: false,
      signal,
    })
    request.on('error', () => undefined)
    request.on('close', resolve)
    request.on('response', (response) => response.resume())
    request.on('socket', (socket) => {
      if (kind !== 'cut') return
      socket.once(isTls ? 'secureConnect' : 'connect', () => setImmediate(() => socket.destroySoon()))
    })
    request.flushHeaders()
    // One byte is always missing: a body that has come whole would be a delivery.
    request.write(bytes.subarray(0, Math.min(afterBytes ?? 0, bytes.length - 1)))
  })
}
