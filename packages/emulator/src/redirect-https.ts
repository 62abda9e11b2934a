import http, { type ClientRequest, type RequestOptions } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

type OnResponse = Parameters<typeof http.request>[2]

/**
 * Makes `node:https` send requests for fal's hosts where `redirect` says, for programs that do not use `fetch` (axios, got,
 * node-fetch). All other requests go where they belong. Works for `import` and `require`, also of code that is loaded later.
 */
export function redirectHttps(redirect: (address: string) => string | undefined): void {
  const send = https.request
  function request(...given: unknown[]): ClientRequest {
    const { url, options, onResponse } = readCall(given)
    const target = redirect(url.href)
    if (target === undefined) return Reflect.apply(send, https, given)
    // What names or secures the old host has no meaning at the new one.
    const { agent, host, hostname, port, path, protocol, servername, defaultPort, href, ...rest } = options
    const headers = { ...(rest.headers as Record<string, string> | undefined) }
    for (const name of Object.keys(headers)) if (name.toLowerCase() === 'host') delete headers[name]
    return http.request(target, { ...rest, headers }, onResponse)
  }
  https.request = request as typeof https.request
  https.get = ((...given: unknown[]) => {
    const sent = request(...given)
    sent.end()
    return sent
  }) as typeof https.get
  syncBuiltinESMExports()
}

interface HttpsOptions extends RequestOptions {
  servername?: string
  href?: string
}

/** The ways to call it: a URL, options, or both; then perhaps a callback. */
function readCall(given: unknown[]): { url: URL; options: HttpsOptions; onResponse: OnResponse } {
  const onResponse = given.find((value) => typeof value === 'function') as OnResponse
  const named = typeof given[0] === 'string' || given[0] instanceof URL ? new URL(given[0]) : undefined
  const options = ((named ? given[1] : given[0]) ?? {}) as HttpsOptions
  if (typeof options === 'function') return { url: named as URL, options: {}, onResponse }
  const { hostname, host, path, port } = options
  const place = `https://${hostname ?? host ?? 'localhost'}${port && Number(port) !== 443 ? `:${port}` : ''}`
  return { url: named ?? new URL(path ?? '/', place), options, onResponse }
}
