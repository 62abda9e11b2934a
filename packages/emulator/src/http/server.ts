import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { applyCors } from './cors.ts'
import { type Exchange, sendJson } from './exchange.ts'
import { HttpError } from './http-error.ts'
import { matchRoute, type Route } from './router.ts'
import { type Service, type Target, targetOf } from './target.ts'
import { applyTrustedCors, requireTrusted } from './trusted-page.ts'

/** The routing table of each of fal's hosts, and of the emulator itself. */
export type Services = Readonly<Record<Service, readonly Route[]>>

/** What a server is made of. */
export interface HttpServerOptions {
  services: Services
  /** Names beside its addresses by which its guarded parts may be called. */
  trustedHosts: readonly string[]
  /** Gets what no handler expected. */
  onError(error: unknown): void
}

/** A server over those tables; it does not listen yet. */
export function createHttpServer({ services, trustedHosts, onError }: HttpServerOptions): Server {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = targetOf(request)
    const isGuarded = target !== undefined && needsTrust(target)
    const allow = isGuarded ? applyTrustedCors : applyCors
    if (allow(request, response)) return
    const exchange: Exchange = {
      request,
      response,
      method: request.method ?? 'GET',
      path: target?.path ?? '/',
      query: target?.query ?? new URLSearchParams(),
    }
    try {
      if (!target)
        throw new HttpError(
          400,
          'x-fal-target-url must be a URL of queue.fal.run, fal.run, rest.fal.ai or api.fal.ai',
        )
      if (isGuarded) requireTrusted(request, trustedHosts)
      const match = matchRoute(services[target.service], exchange)
      if (match.found === 'nothing') throw new HttpError(404, `there is nothing at ${target.path}`)
      if (match.found === 'other-method')
        throw new HttpError(405, 'Method Not Allowed', { allow: match.allow })
      await match.handle(exchange, match.parameters)
    } catch (error) {
      refuse(exchange, error)
    }
  }

  function refuse(exchange: Exchange, error: unknown): void {
    const { request, response } = exchange
    // The other side left in the middle: nobody is there to be answered.
    if (response.destroyed || request.socket.destroyed) return
    // What is left of the body is not read, so the connection cannot be used again.
    const headers: Record<string, string> = request.complete ? {} : { connection: 'close' }
    if (error instanceof HttpError)
      return sendJson(exchange, error.status, error.body, { ...error.headers, ...headers })
    if (error instanceof URIError)
      return sendJson(exchange, 400, { detail: 'the address is badly encoded' }, headers)
    onError(error)
    if (response.headersSent) response.destroy()
    else sendJson(exchange, 500, { detail: 'Internal Server Error', error_type: 'internal_error' }, headers)
  }

  return createServer((request, response) => void answer(request, response).catch(onError))
}

/** The control page and its addresses, and the platform's list of requests: a key of fal's would guard that, here any is good. */
function needsTrust({ service, path }: Target): boolean {
  return service === 'api' || (service === 'self' && (path === '/' || path.startsWith('/_emulator')))
}

/** Starts to listen; answers the port. Rejects with a mend in the message when the port is taken. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      reject(new Error(`port ${port} is in use: choose another (0 takes a free one)`, { cause: error }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
