import type { ListCursor } from '@pika-kit/core'
import { GraphQLError } from 'graphql'

/** Cursors are opaque to clients; inside, they name the place and not a number of rows, so a page costs the same anywhere. */
export function encodeCursor({ createdAt, id }: ListCursor): string {
  return `${createdAt.toString(36)}.${id}`
}

/** Throws a `GraphQLError` that names the argument when the cursor is not one of ours. */
export function decodeCursor(cursor: string, argument: string): ListCursor {
  const [, time = '', id] = /^([0-9a-z]+)\.(.+)$/.exec(cursor) ?? []
  const createdAt = Number.parseInt(time, 36)
  // A store would fail on a number that is no timestamp, and its error would be masked.
  if (!id || !Number.isSafeInteger(createdAt)) {
    throw new GraphQLError(`${argument}: "${cursor}" is not a cursor; use one that a page answered.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  return { createdAt, id }
}
