import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { HttpError } from './http-error.ts'

/**
 * Guards what needs no key of worth: the control page, the ledger, the faults, and fal's list of everyone's requests. Without it
 * any web page that the developer has open could read prompts and break their tests.
 *
 * Two attacks are meant. A foreign page that calls the emulator is told by its `Origin`; programs send none. A name of the
 * attacker's that suddenly resolves to this machine (DNS rebinding) makes such a page look like the emulator's own, and is
 * told by the `Host`: addresses cannot be rebound, and neither can names that are never resolved on the internet.
 * `hosts` are more names that are good. Throws an `HttpError` 403 that names the mend.
 */
export function requireTrusted(request: IncomingMessage, hosts: readonly string[]): void {
  const host = hostnameOf(`http://${request.headers.host ?? ''}`)
  if (host !== undefined && !isLocalName(host) && !hosts.includes(host)) {
    throw new HttpError(
      403,
      `the emulator does not know the name ${host}: use its address, or start it with that name as publicUrl`,
    )
  }
  const { origin } = request.headers
  const own = [`http://${request.headers.host}`, `https://${request.headers.host}`]
  const isForeign =
    origin === undefined
      ? request.headers['sec-fetch-site'] === 'cross-site'
      : !own.includes(origin) && !isOfThisMachine(origin)
  // A link on another page may lead here: that reads and changes nothing. A form there may not.
  const isLink = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
  if (isForeign && !isLink)
    throw new HttpError(403, `the page ${origin ?? 'of another site'} may not control this emulator`)
}

/**
 * CORS for the guarded addresses: only for pages of this machine, such as component tests in a browser.
 * Answers true when the request was a preflight and is done.
 */
export function applyTrustedCors(request: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('vary', 'origin')
  const { origin } = request.headers
  if (origin !== undefined && isOfThisMachine(origin)) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, DELETE, OPTIONS')
    response.setHeader('access-control-allow-headers', 'authorization, content-type')
  }
  if (request.method !== 'OPTIONS') return false
  response.writeHead(204).end()
  return true
}

/** Whether a page was served by a program on this machine. */
function isOfThisMachine(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname)
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    (isIP(hostname) === 4 && hostname.startsWith('127.'))
  )
}

function isLocalName(hostname: string): boolean {
  if (isLoopback(hostname) || isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0) return true
  // Names of one word are those of a container or of the own network; the suffixes are reserved (RFC 6761, ICANN).
  return !hostname.includes('.') || /\.(internal|test)$/.test(hostname)
}

function hostnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined
}
