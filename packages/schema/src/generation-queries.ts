import type { Generation, ListPage } from '@pika-kit/core'
import { GraphQLError } from 'graphql'
import type { Parts } from './builder.ts'
import type { FieldTypes } from './field-types.ts'
import type { GenerationTypes } from './generation.ts'
import { decodeCursor, encodeCursor } from './list-cursor.ts'
import { loadersOf } from './loaders.ts'
import type { OperationIdRef } from './operations.ts'

const DEFAULT_PAGE = 20
const LONGEST_PAGE = 100
const MOST_NODES = 100

/** `node`, `generation`, the connection `generations`, and `estimateCost`. */
export function addGenerationQueries(
  { builder, catalog }: Parts,
  fieldTypes: FieldTypes,
  { GenerationRef, GenerationStatusEnum, NodeRef, MoneyRef }: GenerationTypes,
  OperationId: OperationIdRef,
): void {
  const FilterInput = builder.inputType('GenerationFilter', {
    description: 'Which generations are listed. What is left out or empty does not narrow the list.',
    fields: (t) => ({
      operations: t.field({ type: [OperationId], description: 'Of one of these.' }),
      statuses: t.field({ type: [GenerationStatusEnum], description: 'Standing at one of these.' }),
      tags: t.stringList({ description: 'Has each of these.' }),
    }),
  })
  const PageInfo = builder.objectRef<ListPage>('PageInfo')
  PageInfo.implement({
    description: 'Where a page lies in the list.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'There are older ones.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'There are newer ones.' }),
      startCursor: t.string({
        nullable: true,
        description: 'Of the first edge, for `before`.',
        resolve: ({ generations }) => cursorOf(generations[0]),
      }),
      endCursor: t.string({
        nullable: true,
        description: 'Of the last edge, for `after`.',
        resolve: ({ generations }) => cursorOf(generations.at(-1)),
      }),
    }),
  })
  const Edge = builder.objectRef<Generation>('GenerationEdge')
  Edge.implement({
    description: 'A generation in a page.',
    fields: (t) => ({
      node: t.field({
        type: GenerationRef,
        description: 'The generation.',
        resolve: (generation) => generation,
      }),
      cursor: t.string({ description: 'Its place in the list; opaque.', resolve: encodeCursor }),
    }),
  })
  const Connection = builder.objectRef<ListPage>('GenerationConnection')
  Connection.implement({
    description: 'A page of generations, newest first.',
    fields: (t) => ({
      edges: t.field({ type: [Edge], description: 'Newest first.', resolve: (page) => page.generations }),
      pageInfo: t.field({ type: PageInfo, description: 'Whether there is more.', resolve: (page) => page }),
    }),
  })

  const CostEstimate = builder.objectRef<{ reason: string }>('CostEstimate')
  CostEstimate.implement({
    description: 'What a request would cost, before it is made.',
    fields: (t) => ({
      amount: t.field({
        type: MoneyRef,
        nullable: true,
        description: 'Null when it cannot be told: see `reason`.',
        resolve: () => null,
      }),
      reason: t.string({
        nullable: true,
        description: 'Why the amount is null.',
        resolve: ({ reason }) => reason,
      }),
    }),
  })
  const GenerationRequest = builder.inputType('GenerationRequest', {
    description: 'The input of exactly one operation.',
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        catalog.operations.map((operation) => [
          operation.requestName,
          t.field({
            description: operation.description,
            type: fieldTypes.inputType(operation.inputTypeName, operation.description, operation.fields),
          }),
        ]),
      ),
  })

  builder.queryFields((t) => ({
    node: t.field({
      type: NodeRef,
      description: "Null when there is none, or it is someone else's.",
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, context) => loadersOf(context).generation.load(id),
    }),
    nodes: t.field({
      type: [NodeRef],
      description: `In the order of the ids, null for each that the viewer has not; at most ${MOST_NODES} at once.`,
      nullable: { list: false, items: true },
      args: { ids: t.arg.idList({ required: true }) },
      resolve: (_root, { ids }, { viewer, generations }) => {
        if (ids.length > MOST_NODES)
          throw badInput(`ids: has ${ids.length}, but at most ${MOST_NODES} are answered at once`)
        return generations.findMany(viewer.id, ids)
      },
    }),
    generation: t.field({
      type: GenerationRef,
      nullable: true,
      description: "Null when there is none, or it is someone else's.",
      args: { id: t.arg.id({ required: true }) },
      resolve: (_root, { id }, context) => loadersOf(context).generation.load(id),
    }),
    generations: t.field({
      type: Connection,
      description: `The viewer's generations, newest first: ${DEFAULT_PAGE} when neither \`first\` nor \`last\` is given, at most ${LONGEST_PAGE}.`,
      args: {
        first: t.arg.int({ required: false }),
        after: t.arg.string({ required: false }),
        last: t.arg.int({ required: false }),
        before: t.arg.string({ required: false }),
        filter: t.arg({ type: FilterInput, required: false }),
      },
      resolve: (_root, { first, after, last, before, filter }, { viewer, generations }) => {
        if (typeof first === 'number' && typeof last === 'number')
          throw badInput('first and last: give one of them, not both')
        return generations.list({
          viewerId: viewer.id,
          filter: {
            operationIds: filter?.operations ?? [],
            statuses: filter?.statuses ?? [],
            tags: filter?.tags ?? [],
          },
          ...(typeof last === 'number'
            ? { last: pageSize(last, 'last') }
            : { first: pageSize(first ?? DEFAULT_PAGE, 'first') }),
          after: after ? decodeCursor(after, 'after') : undefined,
          before: before ? decodeCursor(before, 'before') : undefined,
        })
      },
    }),
    estimateCost: t.field({
      type: CostEstimate,
      description: 'What a request would cost. Nothing is submitted.',
      args: { request: t.arg({ type: GenerationRequest, required: true }) },
      resolve: () => ({ reason: 'This server does not ask fal for prices yet.' }),
    }),
  }))
}

function cursorOf(generation: Generation | undefined): string | null {
  return generation ? encodeCursor(generation) : null
}

function pageSize(size: number, argument: string): number {
  if (size >= 1 && size <= LONGEST_PAGE) return size
  throw badInput(`${argument}: ${size} is not between 1 and ${LONGEST_PAGE}`)
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
