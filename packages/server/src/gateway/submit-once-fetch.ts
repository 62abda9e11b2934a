// `@fal-ai/client` posts a submission up to four times: on 429, 502, 503, 504 and on every broken connection, and no option
// turns that off (FAL_PROTOCOL 1.6). Where the first post was accepted, each further one is paid too. So the client gets
// a fetch that ends its retries: what is not a clean answer is thrown as an error that the client does not know.
import { type FalHosts, resolveFalUrl } from './fal-hosts.ts'

/** A request to fal ended without an answer that the client may read. `sent` says whether fal may have got it. */
export class FalTransportError extends Error {
  override readonly name = 'FalTransportError'
  /** `not-sent`: the connection was never made. `unknown`: it may have arrived. */
  readonly delivery: 'not-sent' | 'unknown'
  constructor(delivery: 'not-sent' | 'unknown', message: string) {
    super(message)
    this.delivery = delivery
  }
}

/** fal answered with a status that the client would retry by itself. */
export class FalStatusError extends Error {
  override readonly name = 'FalStatusError'
  readonly status: number
  readonly body: unknown
  readonly retryAfterMs: number | null
  readonly headers: Headers
  constructor(status: number, body: unknown, headers: Headers) {
    super(`fal answered with status ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
    this.retryAfterMs = retryAfterOf(headers)
  }
}

/** Only these steps come before the first byte: an EHOSTUNREACH while reading, say, comes after it. */
const BEFORE_SENDING = new Set(['connect', 'getaddrinfo'])
/** A shorter one is no secret (the emulator takes any), and may well be a part of other words. */
const SHORTEST_SECRET = 16
/** Past this a reply is none of fal's queue. */
const LARGEST_REPLY = 8 * 1024 * 1024

export interface SubmitOnceOptions {
  hosts: FalHosts
  /** Taken out of what fal says, should it be in there: failures are shown to viewers. */
  key: string
  /** Called before each request; `requestId` is fal's, null where the request names none. */
  onRequest: (kind: string, requestId: string | null) => void
  /** Called with the headers of each answer that is 2xx. */
  onHeaders?: (headers: Headers) => void
}

/**
 * A fetch for `createFalClient` that goes to `hosts`, makes each request once, and counts it. Every answer that is not
 * 2xx is thrown as `FalStatusError`, every other end as `FalTransportError`. What it answers has been read whole: a
 * connection that broke in the middle of a body would make the client post again, too.
 */
export function createSubmitOnceFetch({
  hosts,
  key,
  onRequest,
  onHeaders = () => {},
}: SubmitOnceOptions): typeof fetch {
  return async (input, init) => {
    const url = resolveFalUrl(input instanceof Request ? input.url : String(input), hosts)
    onRequest(kindOf(init?.method ?? 'GET', url), requestIdOf(url))
    let response: Response
    try {
      // A redirect would carry the key to wherever it points.
      response = await fetch(url, { ...init, redirect: 'error' })
    } catch (error) {
      if (init?.signal?.aborted) throw error
      throw new FalTransportError(
        wasNeverSent(error) ? 'not-sent' : 'unknown',
        `the request to fal broke off: ${causeOf(error)}`,
      )
    }
    if (!response.ok)
      throw new FalStatusError(response.status, await readBody(response, key), response.headers)
    onHeaders(response.headers)
    return readWhole(response, key)
  }
}

function kindOf(method: string, url: string): string {
  if (method === 'POST') return url.includes('/storage/') ? 'storage' : 'submit'
  if (method === 'PUT') return 'cancel'
  return /\/status(\?|$)/.test(url) ? 'status' : 'result'
}

function requestIdOf(url: string): string | null {
  const [, id] = /\/requests\/([^/?]+)/.exec(url) ?? []
  return id === undefined ? null : decodeURIComponent(id)
}

async function readWhole(response: Response, key: string): Promise<Response> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of response.body ?? []) {
      length += part.byteLength
      if (length > LARGEST_REPLY) break
      parts.push(part)
    }
  } catch (error) {
    throw new FalTransportError('unknown', `the reply of fal broke off: ${causeOf(error)}`)
  }
  if (length > LARGEST_REPLY)
    throw new FalTransportError('unknown', 'the reply of fal was too large to be one')
  const { status, headers } = response
  // A Response with one of these may have no body, not even an empty one.
  const hasBody = status !== 204 && status !== 205
  const text = withoutKey(Buffer.concat(parts).toString('utf8'), key)
  return new Response(hasBody ? text : null, { status, headers })
}

function withoutKey(text: string, key: string): string {
  return key.length < SHORTEST_SECRET ? text : text.replaceAll(key, '[key]')
}

function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // One attempt for each address of the host: all must have failed before anything was sent.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(wasNeverSent)
  if ('syscall' in error && typeof error.syscall === 'string') return BEFORE_SENDING.has(error.syscall)
  if ('code' in error && error.code === 'UND_ERR_CONNECT_TIMEOUT') return true
  return wasNeverSent(error.cause)
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return cause instanceof Error ? `${cause.message}${code}` : String(cause)
}

async function readBody(response: Response, key: string): Promise<unknown> {
  try {
    const text = withoutKey(await response.text(), key)
    return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text.slice(0, 500)
  } catch {
    return null
  }
}

/** `Retry-After` in milliseconds, at most five minutes; null when there is none. */
function retryAfterOf(headers: Headers): number | null {
  const value = headers.get('retry-after')
  if (!value) return null
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 300_000) : null
}
