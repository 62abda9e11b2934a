import type { Exchange } from './exchange.ts'

/** What a handler gets beside the exchange: the named groups of the pattern, percent-decoded. */
export type RouteParameters = Readonly<Record<string, string>>

export type Handler = (exchange: Exchange, parameters: RouteParameters) => Promise<void> | void

/** One line of a routing table. The first that fits in method and pattern wins. */
export interface Route {
  /** Any method where it is left out. */
  methods?: readonly string[]
  /** Matched against the whole path; named groups become parameters. */
  pattern: RegExp
  handle: Handler
}

export type RouteMatch =
  | { found: 'route'; handle: Handler; parameters: RouteParameters }
  | { found: 'other-method'; allow: string }
  | { found: 'nothing' }

/** Looks an exchange up in a routing table. Throws a `URIError` when the path is badly percent-encoded. */
export function matchRoute(routes: readonly Route[], { method, path }: Exchange): RouteMatch {
  const allow = new Set<string>()
  for (const route of routes) {
    const match = route.pattern.exec(path)
    if (!match) continue
    if (route.methods && !route.methods.includes(method)) {
      for (const allowed of route.methods) allow.add(allowed)
      continue
    }
    const groups = Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined)
    const parameters = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]))
    return { found: 'route', handle: route.handle, parameters }
  }
  return allow.size > 0 ? { found: 'other-method', allow: [...allow].join(', ') } : { found: 'nothing' }
}
