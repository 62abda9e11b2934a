import type { Limits } from '../limits.ts'
import type { Metrics } from '../observability/metrics.ts'
import { isAllowedOrigin } from '../security/origins.ts'
import type { PikaYoga } from './graphql.ts'
import { withBoundedBody } from './request-body.ts'
import { serveStaticFile } from './static-files.ts'

export interface RouteOptions {
  yoga: PikaYoga
  handleWebhook(request: Request, token: string): Promise<Response>
  metrics: Metrics
  limits: Limits
  allowedOrigins: readonly string[]
  /** Which provider is behind: shown by the Studio. */
  provider: string
  /** Whether a load balancer should send anything here, and in words why not. */
  readiness(): Promise<{ isReady: boolean; status: string }>
  /** Answers a path of `/videos`, or null; null where no videos are served. */
  serveVideo: ((request: Request) => Promise<Response | null>) | null
  /** The built Studio; null where it is not served. */
  studioDirectory: string | null
}

/** All paths of the server, as one Fetch handler. */
export function createRoutes(options: RouteOptions): (request: Request) => Promise<Response> {
  const { handleWebhook, serveVideo, metrics, studioDirectory, provider } = options
  return async (request) => {
    if (!URL.canParse(request.url)) return problem(404, 'There is nothing here.')
    const { pathname } = new URL(request.url)
    if (pathname === '/graphql') return answerGraphql(request, options)
    const token = /^\/webhooks\/fal\/([\w-]{1,200})$/.exec(pathname)?.[1]
    if (token !== undefined) {
      if (request.method !== 'POST') return problem(405, 'Webhooks are posted.')
      const response = await handleWebhook(request, token)
      metrics.count('pika_webhooks_total', String(response.status))
      return response
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return problem(404, 'There is nothing here.')
    if (pathname.startsWith('/videos/'))
      return (await serveVideo?.(request)) ?? problem(404, 'There is no video here.')
    switch (pathname) {
      case '/health':
        return Response.json({ status: 'ok', provider })
      case '/ready': {
        const { isReady, status } = await options.readiness()
        return Response.json({ status }, { status: isReady ? 200 : 503 })
      }
      case '/metrics':
        return new Response(await metrics.render(), {
          headers: { 'content-type': 'text/plain; version=0.0.4' },
        })
    }
    if (studioDirectory) {
      const file = await serveStaticFile(studioDirectory, pathname)
      // A page of the Studio may have any address: it reads the address itself.
      const isPage = request.headers.get('accept')?.includes('text/html') && !/\.\w+$/.test(pathname)
      const answer = file ?? (isPage ? await serveStaticFile(studioDirectory, '/') : null)
      if (answer) return answer
    }
    return problem(404, 'There is nothing here.')
  }
}

/** GraphQL, but for what must not reach it at all. */
async function answerGraphql(
  request: Request,
  { yoga, limits, allowedOrigins }: RouteOptions,
): Promise<Response> {
  if (request.method !== 'POST') return yoga.fetch(request)
  const { headers } = request
  if (
    !isAllowedOrigin(headers.get('origin'), headers.get('host') ?? new URL(request.url).host, allowedOrigins)
  ) {
    return problem(403, 'This page may not use the API: add its origin to allowedOrigins.')
  }
  const contentType = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  // Forms and plain text are what a page can post anywhere without asking; no GraphQL client sends them.
  if (!CONTENT_TYPES.has(contentType))
    return problem(415, 'Send application/json, or multipart/form-data for uploadFile.')
  const isUpload = contentType === 'multipart/form-data'
  const limit = isUpload ? limits.uploadBytes + MULTIPART_OVERHEAD : limits.requestBytes
  const bounded = await withBoundedBody(request, limit)
  if (bounded.type === 'too-large')
    return problem(413, `The body is larger than ${limit} bytes. Upload files by createUpload.`)
  return yoga.fetch(bounded.request)
}

const CONTENT_TYPES = new Set([
  'application/json',
  'application/graphql+json',
  'application/graphql',
  'multipart/form-data',
])
/** Bytes around a file: the operations, the map, the boundaries. */
const MULTIPART_OVERHEAD = 256 * 1024

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
  413: 'REQUEST_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}
