import type { IncomingMessage, Server } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { PikaContext } from '@pika-kit/schema'
import { type execute, GraphQLError, type subscribe } from 'graphql'
import { type ConnectionInitMessage, handleProtocols, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Limits } from '../limits.ts'
import type { Metrics } from '../observability/metrics.ts'
import { isAllowedOrigin } from '../security/origins.ts'
import { type Authenticate, viewerOf } from '../security/viewers.ts'
import type { PikaYoga } from './graphql.ts'
import { type ConnectionExtra, keepAlive, speakProtocol } from './protocol-connection.ts'
import { createSharedSubscriptions } from './shared-subscriptions.ts'
import { joinBySocket } from './shared-by-socket.ts'
import { shareableField, sharedSubscriptionOf } from './shareable.ts'
import { createStallWatch } from './stalled.ts'

const LARGEST_MESSAGE = 1024 * 1024
const INITIALISE_WITHIN_MS = 5_000

const GOING_AWAY = 1001

/** A code of WebSocket (IANA) at which graphql-ws connects again, as it does not at those of its own below 4500. */
const TRY_AGAIN_LATER = 1013

/** How long clients have to answer the goodbye before their connection is cut. */
const GOODBYE_MS = 1_000

export interface WebSocketOptions {
  yoga: PikaYoga
  /** Undefined where everyone is the local viewer. */
  authenticate: Authenticate | undefined
  limits: Limits
  allowedOrigins: readonly string[]
  metrics: Metrics
  /** Whether an upgrade request may come in at all; checked before anything else. */
  admits(request: IncomingMessage): boolean
  onUnexpectedError(error: unknown): void
}

export interface WebSocketTransport {
  /** Takes the upgrades of `/graphql`. Upgrades of other paths are left to others, or refused where there are none. */
  attach(server: Server, others?: 'leave' | 'refuse'): void
  /** Tells every client to come back (1001) and closes. */
  close(): Promise<void>
}

/**
 * GraphQL over WebSocket: the graphql-transport-ws protocol on `/graphql`.
 *
 * Each subscription has one message on its way at most: the next is made when the operating system has taken it. So a
 * client that reads slowly is told the newest state when it is ready for one, and costs one message for each subscription.
 */
export function createWebSocketTransport({
  yoga,
  authenticate,
  limits,
  allowedOrigins,
  metrics,
  admits,
  onUnexpectedError,
}: WebSocketOptions): WebSocketTransport {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
    handleProtocols,
  })
  const shared = createSharedSubscriptions((change) => {
    metrics.subscribers += change
  })
  const server = makeServer<ConnectionInitMessage['payload'], ConnectionExtra>({
    connectionInitWaitTimeout: INITIALISE_WITHIN_MS,
    // Nobody gets a connection (closed with 4403); each operation asks again, so one that expires ends there, too.
    async onConnect({ extra, connectionParams }) {
      try {
        await viewerOf(requestOf(extra.request, connectionParams), authenticate)
        return true
      } catch (error) {
        if (!(error instanceof GraphQLError)) onUnexpectedError(error)
        return false
      }
    },
    execute: (args) => (args.rootValue as Enveloped).execute(args),
    subscribe: (args) => (args.rootValue as Enveloped).subscribe(args),
    async onSubscribe(context, id, params) {
      // This one is among them already; the protocol has no bound of its own.
      if (Object.keys(context.subscriptions).length > limits.subscriptionsPerSocket) {
        return [
          new GraphQLError(`One connection holds at most ${limits.subscriptionsPerSocket} live operations.`, {
            extensions: { code: 'LIMIT_EXCEEDED' },
          }),
        ]
      }
      const request = requestOf(context.extra.request, context.connectionParams)
      const enveloped = yoga.getEnveloped({ request, params } as never)
      const { schema, contextFactory, parse, validate } = enveloped
      try {
        const document = parse(params.query)
        const errors = validate(schema, document)
        if (errors.length > 0) return errors as readonly GraphQLError[]
        const contextValue = (await contextFactory()) as unknown as PikaContext
        const args = {
          schema,
          document,
          contextValue,
          operationName: params.operationName ?? undefined,
          variableValues: params.variables ?? undefined,
        }
        const field = shareableField(document, params.operationName)
        const { socket } = context.extra.request
        const subscribeTogether = () =>
          joinBySocket(
            shared,
            sharedSubscriptionOf(field!, { ...contextValue, params, request }, async (generations) =>
              enveloped.subscribe({ ...args, contextValue: { ...contextValue, generations } }),
            ),
            { id, webSocket: context.extra.socket, socket },
          )
        return {
          ...args,
          rootValue: {
            execute: enveloped.execute,
            subscribe: field ? subscribeTogether : enveloped.subscribe,
          } satisfies Enveloped,
        }
      } catch (error) {
        if (error instanceof GraphQLError) return [error]
        onUnexpectedError(error)
        return [new GraphQLError('Unexpected error.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })]
      }
    },
  })
  const stopPinging = keepAlive(sockets.clients, limits.pingEveryMs)
  const stalls = createStallWatch(limits.stalledAfterMs)

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer, others: 'leave' | 'refuse') => {
    // Not `new URL`: it throws for what a client may well send, `//` for one.
    if (request.url?.split('?')[0] !== '/graphql') {
      if (others === 'refuse') refuse(socket, '404 Not Found')
      return
    }
    const { origin, host } = request.headers
    if (!admits(request) || !isAllowedOrigin(origin ?? null, host ?? null, allowedOrigins))
      return refuse(socket, '403 Forbidden')
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (socket instanceof Socket) stalls.add(socket, () => dismiss(webSocket, metrics))
      speakProtocol(server, { socket: webSocket, request }, onUnexpectedError)
    })
  }

  return {
    attach: (httpServer, others = 'leave') =>
      void httpServer.on('upgrade', (request, socket, head) => onUpgrade(request, socket, head, others)),
    async close() {
      stopPinging()
      stalls.close()
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away')
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
      }, GOODBYE_MS)
      await new Promise((resolve) => sockets.close(resolve))
      clearTimeout(cut)
    },
  }
}

/**
 * Ends the connection of a client that does not read: what it has not taken costs memory here. First in words that make
 * it come back (the newest state, and the log from where it stood, wait for it); when those are not taken either, at once.
 */
function dismiss(webSocket: WebSocket, metrics: Metrics): void {
  if (webSocket.readyState !== webSocket.OPEN) return webSocket.terminate()
  metrics.count('pika_stalled_connections_total', 'websocket')
  webSocket.close(TRY_AGAIN_LATER, 'Too slow: connect again.')
}

function refuse(socket: Duplex, status: string): void {
  // Without a listener, a client that hangs up first would end the process.
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Execution with yoga's plugins around it. */
interface Enveloped {
  execute: typeof execute
  subscribe(...args: Parameters<typeof subscribe>): ReturnType<typeof subscribe>
}

/** The upgrade as a `Request`, so that `authenticate` reads one kind of thing; headers of `connectionParams` win. */
function requestOf(
  upgrade: IncomingMessage,
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
