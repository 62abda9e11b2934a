import { GraphQLError } from 'graphql'
import type { Builder } from './builder.ts'

/** `DateTime` and `File`. */
export function addScalars(builder: Builder): void {
  builder.scalarType('DateTime', {
    description: 'A moment as ISO 8601 in UTC, with milliseconds: `2026-11-24T09:30:00.000Z`.',
    serialize: (timestamp) => new Date(timestamp).toISOString(),
    parseValue() {
      throw new GraphQLError('DateTime is only ever answered, never taken.')
    },
  })
  builder.scalarType('File', {
    description: 'A file of a GraphQL multipart request.',
    serialize() {
      throw new GraphQLError('File is only ever taken, never answered.')
    },
    parseValue(value) {
      if (typeof value === 'object' && value !== null && 'arrayBuffer' in value) return value as File
      throw new GraphQLError('Send the file as a part of a GraphQL multipart request.')
    },
  })
}
