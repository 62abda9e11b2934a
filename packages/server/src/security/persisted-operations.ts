import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Documents that clients may name in place of sending them. */
export interface PersistedOperations {
  /** The text of each document by its SHA-256 in hexadecimal: those of the kit are `@pika-kit/react/persisted-operations.json`. */
  documents: Readonly<Record<string, string>>
  /**
   * Whether nothing else is executed, by HTTP, SSE or WebSocket: then nobody can ask what the apps of this server do not
   * ask. A document may also be sent as text, as WebSocket clients do. GraphiQL cannot be used then. Default false.
   */
  only?: boolean
}

/** What the request of an unknown document is refused with. */
const refusal = () =>
  new GraphQLError('This server executes only the documents that it knows.', {
    extensions: { code: 'PERSISTED_QUERY_ONLY', http: { status: 403 } },
  })

/**
 * Takes documents by `documentId` (`sha256:…`, GraphQL over HTTP) and by `extensions.persistedQuery.sha256Hash` (as Apollo's and urql's
 * clients send it), by POST and GET.
 */
export function persistedOperations({ documents, only = false }: PersistedOperations): Plugin[] {
  const known = new Map(Object.entries(documents))
  const texts = new Set(known.values())
  const byId = usePersistedOperations({
    getPersistedOperation: (id) => known.get(id) ?? null,
    // What is not named is looked at below, where WebSockets pass, too.
    allowArbitraryOperations: true,
    extractPersistedOperationId: (params, request) =>
      documentIdOf(params, request) ?? hashOf(params.extensions?.['persistedQuery']),
  })
  const trusted: Plugin = {
    onParse({ params }) {
      const { source } = params
      if (!texts.has(typeof source === 'string' ? source : source.body)) throw refusal()
    },
  }
  return only ? [byId, trusted] : [byId]
}

function documentIdOf(params: object, request: Request): string | null {
  const id =
    'documentId' in params
      ? params.documentId
      : request.method === 'GET'
        ? new URL(request.url).searchParams.get('documentId')
        : null
  return typeof id === 'string' ? id.replace(/^sha256:/, '') : null
}

function hashOf(persistedQuery: unknown): string | null {
  if (typeof persistedQuery !== 'object' || persistedQuery === null || !('sha256Hash' in persistedQuery))
    return null
  const { sha256Hash } = persistedQuery
  return typeof sha256Hash === 'string' ? sha256Hash : null
}
