import http, { type ClientRequest, type RequestOptions } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

type OnResponse = Parameters<typeof http.request>[2]

/** Options that name or secure the old host, and have no meaning at the new one. */
const OF_THE_HOST = new Set([
  'agent',
  'defaultPort',
  'host',
  'hostname',
  'href',
  'path',
  'port',
  'protocol',
  'servername',
])

/**
 * Makes `node:https` send requests for fal's hosts where `redirect` says, for programs that do not use `fetch` (axios, got,
 * node-fetch). All other requests go where they belong. Works for `import` and `require`, also of code that is loaded later.
 */
export function redirectHttps(redirect: (address: string) => string | undefined): void {
  const send = https.request
  function request(...given: unknown[]): ClientRequest {
    const { address, options, onResponse } = readCall(given)
    const target = redirect(address)
    if (target === undefined) return Reflect.apply(send, https, given)
    const headers = Object.entries((options.headers ?? {}) as Record<string, string>)
    const kept = Object.entries(options).filter(([name]) => !OF_THE_HOST.has(name))
    const redirected = {
      ...Object.fromEntries(kept),
      headers: Object.fromEntries(headers.filter(([name]) => name.toLowerCase() !== 'host')),
    }
    return http.request(target, redirected, onResponse)
  }
  https.request = request
  https.get = (...given: unknown[]) => {
    const sent = request(...given)
    sent.end()
    return sent
  }
  syncBuiltinESMExports()
}

/** The ways to call it: a URL, options, or both; then perhaps a callback. What it cannot read is left to `https` to refuse. */
function readCall(given: unknown[]): { address: string; options: RequestOptions; onResponse: OnResponse } {
  const [first, second] = given
  const onResponse = given.find((value) => typeof value === 'function') as OnResponse
  const isNamed = typeof first === 'string' || first instanceof URL
  const options = (isNamed ? second : first) as RequestOptions | OnResponse
  if (typeof options !== 'object') return { address: String(first), options: {}, onResponse }
  const { hostname, host, path, port } = options
  const place = `https://${hostname ?? host ?? 'localhost'}${port && Number(port) !== 443 ? `:${port}` : ''}`
  return { address: isNamed ? String(first) : place + (path ?? '/'), options, onResponse }
}
