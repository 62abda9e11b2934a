import { type Catalog, createGenerations, type GenerationGateway } from '@pika-kit/core'
import { createFakeGateway, createTestPorts, type TestPorts } from '@pika-kit/core/testing'
import { type ExecutionResult, execute, parse, subscribe, validate } from 'graphql'
import { onTestFinished } from 'vitest'
import type { UploadService } from '../context.ts'
import { createSchema } from '../create-schema.ts'

// The answers are as deep as the test's query: what is not there fails the test that reads it.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any

/** The schema over core in memory. */
export interface SchemaTest {
  ports: TestPorts
  /** Answers data and errors, as Ada where no viewer is named. */
  run(document: string, variables?: object, viewerId?: string): Promise<ExecutionResult<Answer>>
  /** Answers the data; throws where there are errors. */
  data(document: string, variables?: object, viewerId?: string): Promise<Answer>
  /** The results of a subscription, or the one result that refuses it. */
  watch(
    document: string,
    variables?: object,
    viewerId?: string,
  ): Promise<AsyncGenerator<ExecutionResult<Answer>> | ExecutionResult<Answer>>
}

const noUploads: UploadService = {
  createTicket: async () => ({ type: 'limit-exceeded', message: 'no uploads here' }),
  store: async () => ({ type: 'limit-exceeded', message: 'no uploads here' }),
}

/** Starts core in memory behind the schema; everything stops with the test. */
export function startSchema({
  catalog,
  gateway = {},
  uploads = noUploads,
  maximumActivePerViewer = 100,
  mayAdopt,
}: {
  catalog?: Catalog
  gateway?: Partial<GenerationGateway>
  uploads?: UploadService
  maximumActivePerViewer?: number
  mayAdopt?: (viewerId: string) => boolean
} = {}): SchemaTest {
  const schema = createSchema(catalog && { catalog })
  const ports = createTestPorts({
    gateway: createFakeGateway(gateway),
    maximumActivePerViewer,
    mayAdopt,
    ...(catalog && { catalog }),
  })
  const generations = createGenerations(ports)
  onTestFinished(() => generations.stop())
  const argumentsOf = (source: string, variableValues: object, viewerId: string) => ({
    schema,
    document: parse(source),
    variableValues: variableValues as Record<string, unknown>,
    contextValue: { viewer: { id: viewerId }, generations, uploads },
  })
  const run: SchemaTest['run'] = async (source, variables = {}, viewerId = 'ada') => {
    const errors = validate(schema, parse(source))
    if (errors.length > 0) return { errors }
    return (await execute(argumentsOf(source, variables, viewerId))) as ExecutionResult<Answer>
  }
  return {
    ports,
    run,
    async data(...args) {
      const { data, errors } = await run(...args)
      if (errors) throw new Error(errors.map((error) => error.message).join('\n'))
      return data
    },
    watch: async (source, variables = {}, viewerId = 'ada') =>
      (await subscribe(argumentsOf(source, variables, viewerId))) as Answer,
  }
}

/** Everything that one may read of a generation, and how each result of `GenerateResult` is read. */
export const generateResult = `
  __typename
  ... on GenerateSuccess { replayed generation { id status input { __typename } operation { id } } }
  ... on UserError { message code }
  ... on InvalidInputError { issues { path message code } }
`
