import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.ts'

/**
 * Types a GraphQL document by the printed schema. Made here rather than set up globally, which would leak into the types
 * of the app that embeds the kit.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { ID: string; DateTime: string }
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'
