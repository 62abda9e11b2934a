import { cacheExchange, Client, type Exchange, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient } from 'graphql-ws'
import { announceLost, announceReconnect } from './reconnects.ts'

export interface PikaClientOptions {
  /** The GraphQL endpoint: `/graphql`, or an absolute URL. */
  url: string
  /** How live updates travel. SSE where WebSockets cannot pass; browsers allow few of those at once. Default `websocket`. */
  subscriptions?: 'websocket' | 'sse'
  /** Exchanges of your own between the cache and the network: `persistedExchange`, `retryExchange`. None by default. */
  exchanges?: readonly Exchange[]
  /** Headers of every request and of the WebSocket's connection, asked for each time: tokens expire. */
  headers?: () => Record<string, string> | Promise<Record<string, string>>
}

const PING_EVERY_MS = 12_000
const ANSWER_WITHIN_MS = 5_000
const CONNECT_WITHIN_MS = 10_000
const LONGEST_PAUSE_MS = 10_000
const NORMAL_CLOSURE = 1000

/**
 * A urql client for the kit. Its WebSocket comes back by itself, for ever: a handshake, an acknowledgement or a pong that
 * does not come in time counts as a lost connection (with one of the three missing, some clients hang: RELIABILITY 0.10).
 */
export function createPikaClient({
  url,
  subscriptions = 'websocket',
  exchanges = [],
  headers,
}: PikaClientOptions): Client {
  const withHeaders: typeof fetch = async (input, init) => {
    const given = await headers?.()
    return fetch(
      input,
      given ? { ...init, headers: { ...(init?.headers as Record<string, string>), ...given } } : init,
    )
  }
  const shared = { url, preferGetMethod: false, fetch: withHeaders } as const
  if (subscriptions === 'sse')
    return new Client({
      ...shared,
      exchanges: [cacheExchange, ...exchanges, fetchExchange],
      fetchSubscriptions: true,
    })

  let waitingForPong: ReturnType<typeof setTimeout> | undefined
  const socket = createClient({
    url: () => new URL(url, location.href).href.replace(/^http/, 'ws'),
    lazy: true,
    keepAlive: PING_EVERY_MS,
    connectionAckWaitTimeout: ANSWER_WITHIN_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (attempt) =>
      new Promise((resolve) =>
        setTimeout(resolve, Math.min(300 * 2 ** attempt, LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2)),
      ),
    connectionParams: async () => (headers ? { headers: await headers() } : {}),
    webSocketImpl: ImpatientWebSocket,
    on: {
      ping: (isReceived) => {
        if (!isReceived) waitingForPong = setTimeout(() => socket.terminate(), ANSWER_WITHIN_MS)
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(waitingForPong)
      },
      closed: (event) => {
        clearTimeout(waitingForPong)
        // It closes normally once nobody listens any more.
        if ((event as Partial<CloseEvent>).code !== NORMAL_CLOSURE) announceLost(client)
      },
      connected: (_socket, _payload, wasLost) => {
        if (wasLost) announceReconnect(client)
      },
    },
  })
  const client: Client = new Client({
    ...shared,
    exchanges: [
      cacheExchange,
      ...exchanges,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query: query ?? '', variables: variables as Record<string, unknown> },
              sink as never,
            ),
          }),
        }),
      }),
    ],
  })
  return client
}

/** A WebSocket that gives up when the handshake takes too long; browsers wait for minutes. Made on first use: servers have none. */
const ImpatientWebSocket =
  typeof WebSocket === 'undefined'
    ? undefined
    : class extends WebSocket {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(address, protocols)
          const timer = setTimeout(() => this.close(), CONNECT_WITHIN_MS)
          this.addEventListener('open', () => clearTimeout(timer), { once: true })
          this.addEventListener('close', () => clearTimeout(timer), { once: true })
        }
      }
