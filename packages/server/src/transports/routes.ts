import type { Limits } from '../limits.ts'
import type { Metrics } from '../observability/metrics.ts'
import { isAllowedOrigin } from '../security/origins.ts'
import type { PikaYoga } from './graphql.ts'
import { serveStaticFile } from './static-files.ts'

export interface RouteOptions {
  yoga: PikaYoga
  handleWebhook(request: Request, token: string): Promise<Response>
  metrics: Metrics
  limits: Limits
  allowedOrigins: readonly string[]
  /** Which provider is behind: shown by the Studio. */
  provider: string
  /** Rejects when a generation could not be stored now. */
  checkStore(): Promise<void>
  /** The built Studio; null where it is not served. */
  studioDirectory: string | null
}

/** All paths of the server, as one Fetch handler. */
export function createRoutes(options: RouteOptions): (request: Request) => Promise<Response> {
  const { yoga, handleWebhook, metrics, studioDirectory, provider } = options
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/graphql') return refuseGraphql(request, options) ?? (await yoga.fetch(request))
    const token = /^\/webhooks\/fal\/([\w-]{1,200})$/.exec(pathname)?.[1]
    if (token !== undefined) {
      if (request.method !== 'POST') return problem(405, 'Webhooks are posted.')
      const response = await handleWebhook(request, token)
      metrics.count('pika_webhooks_total', String(response.status))
      return response
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return problem(404, 'There is nothing here.')
    switch (pathname) {
      case '/health':
        return Response.json({ status: 'ok', provider })
      case '/ready':
        return options.checkStore().then(
          () => Response.json({ status: 'ready' }),
          () => Response.json({ status: 'the store does not answer' }, { status: 503 }),
        )
      case '/metrics':
        return new Response(metrics.render(), { headers: { 'content-type': 'text/plain; version=0.0.4' } })
    }
    const file = studioDirectory && (await serveStaticFile(studioDirectory, pathname))
    return file || problem(404, 'There is nothing here.')
  }
}

/** What must not reach GraphQL at all. */
function refuseGraphql(request: Request, { limits, allowedOrigins }: RouteOptions): Response | null {
  if (request.method !== 'POST') return null
  const { headers } = request
  if (
    !isAllowedOrigin(headers.get('origin'), headers.get('host') ?? new URL(request.url).host, allowedOrigins)
  ) {
    return problem(403, 'This page may not use the API: add its origin to allowedOrigins.')
  }
  const isUpload = headers.get('content-type')?.startsWith('multipart/form-data') ?? false
  const limit = isUpload ? Math.max(limits.uploadBytes, limits.requestBytes) + 64 * 1024 : limits.requestBytes
  const length = headers.get('content-length')
  if (length === null) return problem(411, 'Send the body with a Content-Length.')
  if (!(Number(length) <= limit))
    return problem(
      413,
      `The body has ${length} bytes, and ${limit} is the limit. Upload files by createUpload.`,
    )
  return null
}

/** As GraphQL clients expect errors. */
function problem(status: number, message: string): Response {
  return Response.json(
    { errors: [{ message, extensions: { code: CODES[status] ?? 'NOT_FOUND' } }] },
    { status },
  )
}

const CODES: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  405: 'METHOD_NOT_ALLOWED',
  411: 'LENGTH_REQUIRED',
  413: 'REQUEST_TOO_LARGE',
}
