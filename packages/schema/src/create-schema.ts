import { type Catalog, createCatalog } from '@pika-kit/core'
import type { GraphQLSchema } from 'graphql'
import { createBuilder } from './builder.ts'
import { createFieldTypes } from './field-types.ts'
import { addGenerationEvents } from './generation-events.ts'
import { addGenerationMutations } from './generation-mutations.ts'
import { addGenerationQueries } from './generation-queries.ts'
import { addGenerationSubscriptions } from './generation-subscriptions.ts'
import { addGeneration } from './generation.ts'
import { addOperations } from './operations.ts'
import { addScalars } from './scalars.ts'
import { addUploads } from './uploads.ts'
import { addUserErrors } from './user-errors.ts'
import { addViewer } from './viewer.ts'

/**
 * The GraphQL contract over a catalogue of operations; by default the eight of Pika. Resolvers call what `PikaContext`
 * carries and nothing else, so the schema runs on a server and in a browser alike.
 */
export function createSchema({ catalog = createCatalog() }: { catalog?: Catalog } = {}): GraphQLSchema {
  const builder = createBuilder()
  const parts = { builder, catalog }
  builder.queryType({ description: 'What can be asked. Everything is answered as the viewer.' })
  builder.mutationType({
    description: 'What can be done. Failures that the caller can mend are data: see `UserError`.',
  })

  addScalars(builder)
  addViewer(builder)
  const { OperationId, OperationRef } = addOperations(parts)
  const errors = addUserErrors(builder)
  const fieldTypes = createFieldTypes(builder)
  const types = addGeneration(parts, fieldTypes, errors, OperationRef)
  const { EventRef } = addGenerationEvents(builder, types)
  addGenerationQueries(parts, fieldTypes, types, OperationId)
  addGenerationMutations(parts, fieldTypes, types, errors, OperationId)
  addUploads(builder, errors)
  addGenerationSubscriptions(builder, types, EventRef)
  return builder.toSchema()
}
