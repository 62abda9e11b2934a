import type { IncomingMessage } from 'node:http'

/** Which of fal's hosts a request means; `self` is the emulator's own (files, ledger, scenarios). */
export type Service = 'queue' | 'run' | 'rest' | 'api' | 'self'

/** The logical address of a request, whichever way it was pointed here. */
export interface Target {
  service: Service
  /** Still percent-encoded. */
  path: string
  query: URLSearchParams
}

const hosts: Readonly<Record<string, Service>> = {
  'queue.fal.run': 'queue',
  'fal.run': 'run',
  'rest.fal.ai': 'rest',
  'rest.alpha.fal.ai': 'rest',
  'api.fal.ai': 'api',
}

/** fal's hosts and the path prefixes that stand for them. */
export const falHosts: ReadonlyMap<string, Service> = new Map(Object.entries(hosts))

/**
 * Finds what a request is for: a path prefix (`/queue/…`), fal's proxy header `x-fal-target-url` (where the path does
 * not matter), a `Host` of fal's, or `x-fal-target-host` (a convention of other mocks).
 * Undefined when the header names a host that is not fal's.
 */
export function targetOf(request: IncomingMessage): Target | undefined {
  const url = new URL(request.url ?? '/', 'http://emulator.invalid')
  const proxied = request.headers['x-fal-target-url']
  if (typeof proxied === 'string') return ofProxied(proxied)
  const prefixed = /^\/(queue|run|rest|api)(\/.*)$/.exec(url.pathname)
  if (prefixed) return { service: prefixed[1] as Service, path: prefixed[2] ?? '/', query: url.searchParams }
  const named = request.headers['x-fal-target-host'] ?? request.headers.host?.replace(/:\d+$/, '')
  const service = typeof named === 'string' ? falHosts.get(named.toLowerCase()) : undefined
  return { service: service ?? 'self', path: url.pathname, query: url.searchParams }
}

function ofProxied(address: string): Target | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const service = falHosts.get(url.hostname)
  return service && { service, path: url.pathname, query: url.searchParams }
}
