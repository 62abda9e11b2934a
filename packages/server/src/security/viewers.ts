import type { Viewer } from '@pika-kit/schema'
import { GraphQLError } from 'graphql'

/**
 * Says who is asking, or null for nobody. Gets the HTTP request; for a WebSocket, its upgrade request with the headers
 * that the client gave as `connectionParams.headers` laid over it.
 */
export type Authenticate = (request: Request) => Viewer | null | Promise<Viewer | null>

/** Everyone on this machine, where no `authenticate` is given. */
export const localViewer: Viewer = { id: 'local' }

/** The viewer of a request. Throws a `GraphQLError` with code UNAUTHENTICATED when there is none. */
export async function viewerOf(request: Request, authenticate: Authenticate | undefined): Promise<Viewer> {
  if (!authenticate) return localViewer
  const viewer = await authenticate(request)
  if (viewer) return viewer
  throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } })
}
