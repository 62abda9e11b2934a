import { createCatalog } from '@pika-kit/core'
import { createSchema } from '@pika-kit/schema'
import { type GraphQLSchema, validate } from 'graphql'
import { expect, test } from 'vitest'
import * as documents from './documents.ts'
import { generateDocument } from './generate-document.ts'
import { toGraphQLInput } from './input.ts'

// TypeScript sees graphql's types by two roads here, and takes them for two libraries.
const schema = createSchema() as unknown as GraphQLSchema
const catalog = createCatalog()

test.each(Object.entries(documents))('%s is valid against the schema', (_name, document) => {
  const errors = validate(schema, document)
  // A fragment by itself is not used by anything.
  expect(errors.filter(({ message }) => !message.includes('is never used'))).toEqual([])
})

test.each(catalog.operations.map((operation) => [operation.mutationName, operation] as const))(
  '%s is valid against the schema',
  (_name, operation) => {
    expect(validate(schema, generateDocument(operation))).toEqual([])
  },
)

test('values of fal become names of GraphQL, at every depth', () => {
  const operation = catalog.find('PIKASCENES')
  if (!operation) throw new Error('there are no pikascenes')
  expect(
    toGraphQLInput(operation, {
      prompt: 'x',
      resolution: '1080p',
      aspectRatio: '4:5',
      ingredientsMode: 'creative',
      seed: undefined,
    }),
  ).toEqual({
    prompt: 'x',
    resolution: 'RESOLUTION_1080P',
    aspectRatio: 'RATIO_4_5',
    ingredientsMode: 'CREATIVE',
  })
})
