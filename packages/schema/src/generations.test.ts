import type { GenerationStore } from '@pika-kit/core'
import { createFakeGateway, fakeStatuses, fakeVideo, silentAfter } from '@pika-kit/core/testing'
import { expect, test } from 'vitest'
import { generateResult, type SchemaTest, startSchema } from './testing/schema-test.ts'

const generate = `mutation ($prompt: String!, $options: GenerationOptions) {
  result: generateTextToVideo(input: { prompt: $prompt }, options: $options) { ${generateResult} }
}`

async function make({ data }: SchemaTest, options?: object, prompt = 'a'): Promise<string> {
  return (await data(generate, { prompt, options })).result.generation.id
}

const ended = ({ ports }: SchemaTest) =>
  ports.clock.runUntil(async () => (await ports.store.countActive('ada')) === 0)

test('for somebody else every field that takes an id answers as for an id that is not there', async () => {
  const schema = startSchema()
  const id = await make(schema)
  await ended(schema)
  const fields = [
    'query ($id: ID!) { generation(id: $id) { id } }',
    'query ($id: ID!) { node(id: $id) { id } }',
    'query ($id: ID!) { nodes(ids: [$id]) { id } }',
    'mutation ($id: ID!) { cancelGeneration(id: $id) { __typename ... on UserError { message code } } }',
    'mutation ($id: ID!) { deleteGeneration(id: $id) { __typename ... on UserError { message code } } }',
    'mutation ($id: ID!) { recoverGeneration(id: $id) { __typename ... on UserError { message code } } }',
    'mutation ($id: ID!) { recoverGeneration(id: $id, requestId: "req_1") { __typename ... on UserError { message code } } }',
    `mutation ($id: ID!) { retryGeneration(id: $id) { ${generateResult} } }`,
  ]
  for (const field of fields) {
    expect(await schema.run(field, { id }, 'eve')).toEqual(await schema.run(field, { id: 'gen_none' }, 'eve'))
  }
  for (const field of ['generationUpdated', 'generationEvents']) {
    const source = `subscription ($id: ID!) { ${field}(id: $id) { __typename } }`
    const refused = await schema.watch(source, { id }, 'eve')
    expect(refused).toEqual(await schema.watch(source, { id: 'gen_none' }, 'eve'))
    expect(refused).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  }
  expect((await schema.data('{ generations { edges { cursor } } }', {}, 'eve')).generations.edges).toEqual([])
  expect((await schema.data(fields[0]!, { id })).generation).toEqual({ id })
})

test('nodes answers in the order of the ids, null for each that the viewer has not', async () => {
  const schema = startSchema()
  const [first, second] = [await make(schema), await make(schema)]
  const { nodes } = await schema.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: [second, 'gen_none', first, second],
  })
  expect(nodes).toEqual([{ id: second }, null, { id: first }, { id: second }])
})

test('a key replays, another input under it conflicts, and the limit is told', async () => {
  const schema = startSchema({
    gateway: { follow: (_request, signal) => silentAfter([], signal) },
    maximumActivePerViewer: 1,
  })
  const options = { idempotencyKey: 'once' }
  const id = await make(schema, options)
  const send = async (prompt: string, given?: object) =>
    (await schema.data(generate, { prompt, options: given })).result
  expect(await send('a', options)).toMatchObject({ replayed: true, generation: { id } })
  expect(await send('b', options)).toMatchObject({
    __typename: 'IdempotencyConflictError',
    code: 'IDEMPOTENCY_CONFLICT',
  })
  expect(await send('c')).toMatchObject({ __typename: 'LimitExceededError', code: 'LIMIT_EXCEEDED' })
  expect((await schema.data('{ viewer { id activeGenerations } }')).viewer).toEqual({
    id: 'ada',
    activeGenerations: 1,
  })
})

test('the list is paged without a gap in both directions, and says what is wrong with a page', async () => {
  const schema = startSchema()
  const ids: string[] = []
  for (let index = 0; index < 5; index++) ids.unshift(await make(schema))
  const list = `query ($first: Int, $after: String, $last: Int, $before: String) {
    generations(first: $first, after: $after, last: $last, before: $before) {
      edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`
  const page = async (variables: object) => {
    const { edges, pageInfo } = (await schema.data(list, variables)).generations
    return { ids: edges.map((edge: { node: { id: string } }) => edge.node.id), ...pageInfo }
  }
  const first = await page({ first: 2 })
  const second = await page({ first: 2, after: first.endCursor })
  const third = await page({ first: 2, after: second.endCursor })
  expect([...first.ids, ...second.ids, ...third.ids]).toEqual(ids)
  expect([first.hasNextPage, second.hasNextPage, third.hasNextPage]).toEqual([true, true, false])
  expect((await page({ last: 2, before: third.startCursor })).ids).toEqual(second.ids)
  for (const bad of [
    { first: 1, last: 1 },
    { first: 0 },
    { last: 101 },
    { after: 'x' },
    { after: `${'z'.repeat(30)}.a` },
  ]) {
    expect((await schema.run(list, bad)).errors?.[0]?.extensions['code'], JSON.stringify(bad)).toBe(
      'BAD_USER_INPUT',
    )
  }
})

test('subscriptions follow to the end and complete; the log is replayed after a cursor', async () => {
  const schema = startSchema({
    gateway: createFakeGateway({
      follow: async function* () {
        yield* fakeStatuses
      },
    }),
  })
  const id = await make(schema)
  const read = async (source: string) => {
    const results = await schema.watch(source, { id })
    if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results))
    const values: { status?: string; sequence?: number }[] = []
    for await (const { data } of results) values.push(data.value)
    return values
  }
  const states = read('subscription ($id: ID!) { value: generationUpdated(id: $id) { status revision } }')
  await ended(schema)
  expect((await states).at(-1)).toMatchObject({ status: 'COMPLETED' })
  const log = await read(
    'subscription ($id: ID!) { value: generationEvents(id: $id) { __typename sequence } }',
  )
  expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1))
  expect(
    await read(
      'subscription ($id: ID!) { value: generationEvents(id: $id, after: 3) { __typename sequence } }',
    ),
  ).toEqual(log.slice(3))
  const answer = await schema.data(
    'query ($id: ID!) { generation(id: $id) { logs { message } video { url } } }',
    { id },
  )
  expect(answer.generation.logs).toEqual([{ message: 'loading' }, { message: 'done' }])
})

test('when it may be ready is told once five like it have ended, and to nobody what they were', async () => {
  let isHeld = false
  const schema = startSchema({
    gateway: {
      follow: (_request, signal) =>
        (isHeld ? silentAfter(fakeStatuses.slice(0, 2), signal) : fakeStatuses) as never,
    },
  })
  const etaOf = async (id: string) =>
    (await schema.data('query ($id: ID!) { generation(id: $id) { status eta { earliest latest } } }', { id }))
      .generation
  for (let count = 0; count < 5; count++) await make(schema)
  await ended(schema)
  isHeld = true
  const id = await make(schema)
  const waiting = await etaOf(id)
  expect(waiting.eta).toMatchObject({ earliest: expect.any(String), latest: expect.any(String) })
  expect(Date.parse(waiting.eta.latest)).toBeGreaterThanOrEqual(Date.parse(waiting.eta.earliest))
  const { result } = await schema.data(
    `mutation { result: generateTextToVideo(input: { prompt: "b", duration: 10 }) { ${generateResult} } }`,
  )
  expect((await etaOf(result.generation.id)).eta).toBeNull()
})

test('a lost result is looked for again, and the failure says that it can be', async () => {
  const provider = { isBack: false }
  const schema = startSchema({
    gateway: {
      result: async () =>
        provider.isBack
          ? { type: 'video', video: fakeVideo, billableUnits: null }
          : { type: 'expired', cause: 'status 404' },
    },
  })
  const id = await make(schema)
  await ended(schema)
  const read =
    'query ($id: ID!) { generation(id: $id) { status video { url isArchived } error { code isRecoverable } } }'
  expect((await schema.data(read, { id })).generation).toEqual({
    status: 'FAILED',
    video: null,
    error: { code: 'RESULT_EXPIRED', isRecoverable: true },
  })
  provider.isBack = true
  const recover = `mutation ($id: ID!) {
    recoverGeneration(id: $id) { ... on RecoverGenerationSuccess { outcome generation { status error { code } } } }
  }`
  expect((await schema.data(recover, { id })).recoverGeneration).toEqual({
    outcome: 'LOOKING_AGAIN',
    generation: { status: 'FINALIZING', error: null },
  })
  await ended(schema)
  expect((await schema.data(read, { id })).generation).toEqual({
    status: 'COMPLETED',
    video: { url: fakeVideo.url, isArchived: false },
    error: null,
  })
  expect((await schema.data(recover, { id })).recoverGeneration.outcome).toBe('COMPLETE')
})

test('a request is taken in, and one that is not to be had is answered like any other', async () => {
  const schema = startSchema({
    mayAdopt: (viewerId) => viewerId !== 'mallory',
    gateway: {
      findRequest: async ({ requestId }) =>
        requestId === 'made-elsewhere'
          ? {
              type: 'found',
              body: { prompt: 'a mill' },
              sentAt: 1,
              startedAt: 2,
              status: 'FINISHED',
              result: { type: 'video', video: fakeVideo, billableUnits: null },
            }
          : { type: 'absent' },
    },
  })
  const adopt = (requestId: string, viewerId: string) =>
    schema.data(
      `mutation ($input: AdoptGenerationInput!, $options: GenerationOptions) {
        result: adoptGeneration(input: $input, options: $options) { ${generateResult} }
      }`,
      { input: { operation: 'TEXT_TO_VIDEO', requestId }, options: { tags: ['film'] } },
      viewerId,
    )
  const unknown = await adopt('nothing', 'ada')
  expect(unknown.result).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['requestId'], code: 'NOT_FOUND' }],
  })
  expect(await adopt('made-elsewhere', 'mallory')).toEqual(unknown)
  expect((await adopt('made-elsewhere', 'ada')).result).toMatchObject({
    __typename: 'GenerateSuccess',
    generation: { status: 'FINALIZING', operation: { id: 'TEXT_TO_VIDEO' } },
  })
  expect(await adopt('made-elsewhere', 'eve')).toEqual(unknown)
  expect(schema.ports.gateway.submissions).toEqual([])
})

test('a list costs as many reads of the store for fifty generations as for two', async () => {
  const counts = []
  for (const size of [2, 50]) {
    const schema = startSchema()
    for (let number = 0; number < size / 2; number++) {
      const id = await make(schema)
      await ended(schema)
      await schema.data(`mutation ($id: ID!) { retryGeneration(id: $id) { __typename } }`, { id })
    }
    await ended(schema)
    const reads = countReads(schema.ports.store)
    const { generations } = await schema.data(
      `query ($first: Int!) {
        generations(first: $first) {
          edges {
            node {
              id eta { latest } operation { id title } logs { message } video { url }
              retryOf { id logs { message } retryOf { id } }
            }
          }
        }
      }`,
      { first: size },
    )
    expect(generations.edges).toHaveLength(size)
    expect(generations.edges[0].node.retryOf.logs).toEqual(generations.edges[1].node.logs)
    expect(generations.edges[1].node.logs.length).toBeGreaterThan(0)
    counts.push(reads)
  }
  // The page; its retried generations; and for each level of logs whose they are and the events.
  expect(counts[0]).toEqual({ list: 1, findMany: 3, eventsOfMany: 2 })
  expect(counts[1]).toEqual(counts[0])
})

test('fields that ask for a generation by its id are read together', async () => {
  const schema = startSchema()
  const [first, second] = [await make(schema), await make(schema)]
  await ended(schema)
  const reads = countReads(schema.ports.store)
  const document = `query ($a: ID!, $b: ID!) { a: generation(id: $a) { id } b: node(id: $b) { id } again: generation(id: $a) { id } }`
  expect(await schema.data(document, { a: first, b: second })).toEqual({
    a: { id: first },
    b: { id: second },
    again: { id: first },
  })
  expect(reads).toEqual({ findMany: 1 })
})

/** Counts the calls of a store from now on, by method. */
function countReads(store: GenerationStore): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [name, method] of Object.entries(store)) {
    if (typeof method !== 'function') continue
    Object.assign(store, {
      [name](...args: unknown[]) {
        counts[name] = (counts[name] ?? 0) + 1
        return (method as (...given: unknown[]) => unknown)(...args)
      },
    })
  }
  return counts
}
