/** Where fal is. All requests of the gateway go to one of these, and the key goes nowhere else. */
export interface FalHosts {
  /** `https://queue.fal.run`: submit, status, result, cancel. */
  queue: string
  /** `https://rest.fal.ai`: storage and the keys of webhooks. */
  rest: string
  /** `https://api.fal.ai`: the list of requests. */
  api: string
}

/** fal itself, or a fal-compatible service (the emulator, a proxy) at `baseUrl`, which has the hosts as paths. */
export function falHosts(baseUrl: string | null): FalHosts {
  if (baseUrl === null)
    return { queue: 'https://queue.fal.run', rest: 'https://rest.fal.ai', api: 'https://api.fal.ai' }
  const base = baseUrl.replace(/\/+$/, '')
  return { queue: `${base}/queue`, rest: `${base}/rest`, api: `${base}/api` }
}

/** A URL that `@fal-ai/client` built for fal, as it is at these hosts. Throws for a host that is not fal's. */
export function resolveFalUrl(url: string, hosts: FalHosts): string {
  const { origin, pathname, search } = new URL(url)
  if (origin === 'https://queue.fal.run') return hosts.queue + pathname + search
  if (origin === 'https://rest.fal.ai') return hosts.rest + pathname + search
  // The client's own check of hosts is loose: `https://evilfal.run` passes it. See RELIABILITY section 5.
  throw new Error(`the gateway does not send anything to ${origin}`)
}
