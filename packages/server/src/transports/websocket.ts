import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type execute, GraphQLError, type subscribe } from 'graphql'
import { type Extra, useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Limits } from '../limits.ts'
import { isAllowedOrigin } from '../security/origins.ts'
import type { PikaYoga } from './graphql.ts'

const LARGEST_MESSAGE = 1024 * 1024
const INITIALISE_WITHIN_MS = 5_000
const PING_EVERY_MS = 15_000

export interface WebSocketOptions {
  yoga: PikaYoga
  limits: Limits
  allowedOrigins: readonly string[]
  /** Whether an upgrade request may come in at all; checked before anything else. */
  admits(request: IncomingMessage): boolean
}

export interface WebSocketTransport {
  attach(server: Server): void
  /** Tells every client to come back (1001) and closes. */
  close(): Promise<void>
}

/** GraphQL over WebSocket: the graphql-transport-ws protocol on `/graphql`. */
export function createWebSocketTransport({
  yoga,
  limits,
  allowedOrigins,
  admits,
}: WebSocketOptions): WebSocketTransport {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  })
  // Live subscriptions per socket: the protocol has no bound of its own.
  const live = new WeakMap<object, number>()

  const server = useServer(
    {
      connectionInitWaitTimeout: INITIALISE_WITHIN_MS,
      execute: (args) => (args.rootValue as Enveloped).execute(args),
      subscribe: (args) => (args.rootValue as Enveloped).subscribe(args),
      async onSubscribe(context, _id, params) {
        const count = live.get(context.extra.socket) ?? 0
        if (count >= limits.subscriptionsPerSocket) {
          return [
            new GraphQLError(
              `One connection holds at most ${limits.subscriptionsPerSocket} live operations.`,
              { extensions: { code: 'LIMIT_EXCEEDED' } },
            ),
          ]
        }
        const request = requestOf(context.extra.request, context.connectionParams)
        const enveloped = yoga.getEnveloped({ request, params } as never)
        const { schema, contextFactory, parse, validate } = enveloped
        try {
          const document = parse(params.query)
          const errors = validate(schema, document)
          if (errors.length > 0) return errors as readonly GraphQLError[]
          const contextValue: unknown = await contextFactory()
          live.set(context.extra.socket, count + 1)
          return {
            schema,
            document,
            contextValue,
            operationName: params.operationName ?? undefined,
            variableValues: params.variables ?? undefined,
            rootValue: { execute: enveloped.execute, subscribe: enveloped.subscribe } satisfies Enveloped,
          } as never
        } catch (error) {
          if (error instanceof GraphQLError) return [error]
          throw error
        }
      },
      onComplete(context) {
        live.set(context.extra.socket, Math.max(0, (live.get(context.extra.socket) ?? 1) - 1))
      },
    },
    sockets,
    PING_EVERY_MS,
  )

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== '/graphql') return
    const { origin, host } = request.headers
    if (!admits(request) || !isAllowedOrigin(origin ?? null, host ?? null, allowedOrigins)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      sockets.emit('connection', webSocket, request),
    )
  }

  return {
    attach: (httpServer) => void httpServer.on('upgrade', onUpgrade),
    async close() {
      await server.dispose()
      sockets.close()
    },
  }
}

/** Execution with yoga's plugins around it. */
interface Enveloped {
  execute: typeof execute
  subscribe: typeof subscribe
}

/** The upgrade as a `Request`, so that `authenticate` reads one kind of thing; headers of `connectionParams` win. */
function requestOf(
  upgrade: Extra['request'],
  connectionParams: Readonly<Record<string, unknown>> | undefined,
): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(upgrade.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const given = connectionParams?.['headers']
  if (typeof given === 'object' && given !== null) {
    for (const [name, value] of Object.entries(given)) if (typeof value === 'string') headers.set(name, value)
  }
  return new Request(`http://${upgrade.headers.host ?? 'localhost'}${upgrade.url ?? '/'}`, { headers })
}
