import type { Generations } from '@pika-kit/core'
import type { PikaContext, UploadService, VideoUrls } from '@pika-kit/schema'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { ExecutionArgs, GraphQLSchema, subscribe } from 'graphql'
import { createYoga, isAsyncIterable, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import type { Limits } from '../limits.ts'
import type { Metrics } from '../observability/metrics.ts'
import { type PersistedOperations, persistedOperations } from '../security/persisted-operations.ts'
import { queryLimits } from '../security/query-limits.ts'
import { type Authenticate, viewerOf } from '../security/viewers.ts'
import { useErrorCodes } from './error-codes.ts'
import { createSharedSubscriptions } from './shared-subscriptions.ts'
import { joinByStream } from './shared-by-stream.ts'
import { shareableField, sharedSubscriptionOf } from './shareable.ts'
import { welcomeQuery } from './welcome-query.ts'

export interface GraphqlOptions {
  schema: GraphQLSchema
  generations: Generations
  uploads: UploadService
  /** The addresses of videos for a viewer who reached us at this origin. */
  videosAt(base: string): VideoUrls
  authenticate: Authenticate | undefined
  limits: Limits
  persisted: PersistedOperations | null
  /** Pages that may read the answers, beside the server's own. */
  allowedOrigins: readonly string[]
  metrics: Metrics
  onUnexpectedError(error: unknown): void
}

/** What `YogaServerInstance` gets besides the request; a WebSocket has made its request from the upgrade. */
export type ServerContext = Record<string, never>

export type PikaYoga = YogaServerInstance<ServerContext, PikaContext>

/** GraphQL over HTTP and SSE; the WebSocket transport runs its operations through the same plugins. */
export function createGraphql({
  schema,
  generations,
  uploads,
  videosAt,
  authenticate,
  limits,
  persisted,
  allowedOrigins,
  metrics,
  onUnexpectedError,
}: GraphqlOptions): PikaYoga {
  return createYoga<ServerContext, PikaContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: async ({ request }) => ({
      viewer: await viewerOf(request, authenticate),
      generations,
      uploads,
      videos: videosAt(new URL(request.url).origin),
    }),
    plugins: [
      ...(persisted ? persistedOperations(persisted) : []),
      useLimits(limits),
      useErrorCodes(),
      useCounter(metrics),
      useSharedStreams(metrics),
    ],
    extraParamNames: persisted ? ['documentId'] : [],
    // By default yoga lets any page read the answers, cookies included.
    cors: allowedOrigins.length > 0 ? { origin: [...allowedOrigins], credentials: true } : false,
    batching: false,
    landingPage: false,
    graphiql: { title: 'Pika Kit', defaultQuery: welcomeQuery },
    renderGraphiQL,
    // The size is checked before the body is read: yoga's own check costs half of its time per request (RELIABILITY 0.7).
    maxRequestBodySize: false,
    maskedErrors: true,
    // An error without a GraphQLError around it is a bug or an outage: told to the operator, masked for the viewer.
    logging: {
      debug: () => {},
      info: () => {},
      warn: () => {},
      error: (...values) => onUnexpectedError(values[0]),
    },
  })
}

function useLimits(limits: Limits): Plugin {
  const rule = queryLimits(limits)
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: limits.queryTokens }))
    },
    onValidate({ addValidationRule }) {
      addValidationRule(rule)
    },
  }
}

function useCounter(metrics: Metrics): Plugin {
  return {
    onExecute: () => metrics.count('pika_graphql_operations_total', 'execute'),
    onSubscribe: () => ({
      onSubscribeResult({ result }) {
        if (!isAsyncIterable(result)) return undefined
        metrics.subscribers++
        return { onEnd: () => void metrics.subscribers-- }
      },
    }),
  }
}

/**
 * Subscriptions over HTTP are executed once for all who ask for the same. A WebSocket shares its own, as it writes them by
 * itself: `shared-by-socket.ts`.
 */
function useSharedStreams(metrics: Metrics): Plugin<PikaContext> {
  const shared = createSharedSubscriptions()
  return {
    onSubscribe({ args: { document, operationName, contextValue }, subscribeFn, setSubscribeFn }) {
      const execute = (args: ExecutionArgs) => {
        metrics.count('pika_graphql_operations_total', 'subscribe')
        return subscribeFn(args) as ReturnType<typeof subscribe>
      }
      const field = contextValue.request.headers.has('upgrade')
        ? null
        : shareableField(document, operationName)
      setSubscribeFn((args: ExecutionArgs) =>
        field
          ? joinByStream(
              shared,
              sharedSubscriptionOf(field, contextValue, async (generations) =>
                execute({ ...args, contextValue: { ...contextValue, generations } }),
              ),
            )
          : execute(args),
      )
    },
  }
}
