import type { Operation } from '@pika-kit/core'
import type { TypedDocumentNode } from '@urql/core'
import { parse, print } from 'graphql'
import { GenerationFields, type GenerateResultData } from './documents.ts'

/** Variables of a mutation that generates; the input is in GraphQL's form: see `toGraphQLInput`. */
export interface GenerateVariables {
  input: Record<string, unknown>
  options: { idempotencyKey: string; tags?: readonly string[] }
}

export type GenerateDocument = TypedDocumentNode<{ result: GenerateResultData }, GenerateVariables>

const documents = new WeakMap<Operation, GenerateDocument>()
const fragment = print(GenerationFields).replace(' @_unmask', '')

/** The mutation of an operation, for the eight and for any that an app registers. Its field is called `result`. */
export function generateDocument(operation: Operation): GenerateDocument {
  let document = documents.get(operation)
  if (!document) {
    document = parse(`
      mutation ${operation.mutationName}($input: ${operation.inputTypeName}!, $options: GenerationOptions) {
        result: ${operation.mutationName}(input: $input, options: $options) {
          __typename
          ... on GenerateSuccess { replayed generation { ...GenerationFields } }
          ... on UserError { message code }
          ... on InvalidInputError { issues { path message code } }
        }
      }
      ${fragment}`)
    documents.set(operation, document)
  }
  return document
}
