import { describe, expect, test } from 'vitest'
import { createCatalog, pikaOperations } from '../operations/catalog.ts'
import { createFakeGateway, silentAfter } from '../testing/fake-gateway.ts'
import { startGenerations, textRequest } from '../testing/generation-test.ts'

const endless = () => createFakeGateway({ follow: (_request, signal) => silentAfter([], signal) })

test('the intent is stored and answered before the provider is called, with defaults filled in', async () => {
  const { generations, ports } = startGenerations()
  const result = await generations.generate('ada', {
    ...textRequest,
    options: { tags: ['a', 'a', 'b'], priority: 'low', startTimeout: 30 },
  })
  expect(result).toMatchObject({
    type: 'accepted',
    isReplay: false,
    generation: {
      id: 'gen_0001',
      viewerId: 'ada',
      status: 'SUBMITTING',
      revision: 1,
      input: { prompt: 'a lighthouse', duration: 5, resolution: '720p', aspectRatio: '16:9' },
      tags: ['a', 'b'],
      createdAt: ports.clock.now(),
    },
  })
  await ports.clock.runUntil(() => ports.gateway.submissions.length === 1)
  expect(ports.gateway.submissions).toEqual([
    {
      endpointId: 'fal-ai/pika/v2.2/text-to-video',
      body: {
        prompt: 'a lighthouse',
        negative_prompt: 'ugly, bad, terrible',
        aspect_ratio: '16:9',
        resolution: '720p',
        duration: 5,
      },
      webhookUrl: 'https://app.example/webhooks/fal/token_1',
      priority: 'low',
      startTimeout: 30,
    },
  ])
})

describe('nothing is stored or submitted for', () => {
  test.each([
    ['a bad input', { operationId: 'TEXT_TO_VIDEO', input: {} }, [['prompt', 'REQUIRED']]],
    ['an operation that is not there', { operationId: 'NOTHING', input: {} }, [['', 'NOT_FOUND']]],
    [
      'bad options, beside a bad input',
      {
        operationId: 'TEXT_TO_VIDEO',
        input: {},
        options: { webhookUrl: 'http://a.example', startTimeout: 1 },
      },
      [
        ['prompt', 'REQUIRED'],
        ['options.webhookUrl', 'INVALID'],
        ['options.startTimeout', 'TOO_SMALL'],
      ],
    ],
    [
      'an empty key and empty tags',
      { ...textRequest, options: { idempotencyKey: '', tags: [' '] } },
      [
        ['options.idempotencyKey', 'REQUIRED'],
        ['options.tags.0', 'REQUIRED'],
      ],
    ],
    [
      'too long a key and too many tags',
      {
        ...textRequest,
        options: {
          idempotencyKey: 'k'.repeat(256),
          tags: Array.from({ length: 21 }, (_, index) => `${index}`),
        },
      },
      [
        ['options.idempotencyKey', 'TOO_LONG'],
        ['options.tags', 'TOO_MANY'],
      ],
    ],
  ])('%s', async (_name, request, issues) => {
    const { generations, ports } = startGenerations()
    const result = await generations.generate('ada', request)
    expect(result.type).toBe('invalid-input')
    if (result.type !== 'invalid-input') return
    expect(result.issues.map(({ path, code }) => [path.join('.'), code])).toEqual(issues)
    expect(await ports.store.countActive('ada')).toBe(0)
    expect(ports.gateway.submissions).toEqual([])
  })

  test('an operation that fal has withdrawn', async () => {
    const gone = pikaOperations.map((operation) => ({ ...operation, availability: 'GONE' as const }))
    const { generations } = startGenerations({ catalog: createCatalog(gone) })
    expect(await generations.generate('ada', textRequest)).toMatchObject({
      type: 'invalid-input',
      issues: [{ code: 'GONE', message: 'Text to video is no longer offered by fal' }],
    })
  })
})

describe('an idempotency key', () => {
  const keyed = { ...textRequest, options: { idempotencyKey: 'once' } }

  test('stands for one generation and one submission, however often and whenever it is sent', async () => {
    const { generations, ports, until } = startGenerations()
    const results = await Promise.all(Array.from({ length: 10 }, () => generations.generate('ada', keyed)))
    const ids = results.map((result) => (result.type === 'accepted' ? result.generation.id : result.type))
    expect(new Set(ids).size).toBe(1)
    expect(results.filter((result) => result.type === 'accepted' && !result.isReplay)).toHaveLength(1)
    await until(ids[0]!, 'COMPLETED')
    expect(await generations.generate('ada', keyed)).toMatchObject({
      type: 'accepted',
      isReplay: true,
      generation: { id: ids[0], status: 'COMPLETED' },
    })
    expect(ports.gateway.submissions).toHaveLength(1)
  })

  test('does not care for the order of fields or for defaults that are spelled out', async () => {
    const { generations } = startGenerations()
    await generations.generate('ada', keyed)
    const spelled = { ...keyed, input: { duration: 5, resolution: '720p', prompt: ' a lighthouse ' } }
    expect(await generations.generate('ada', spelled)).toMatchObject({ type: 'accepted', isReplay: true })
  })

  test.each([
    ['another input', { ...keyed, input: { prompt: 'a ship' } }],
    ['other options', { ...keyed, options: { ...keyed.options, priority: 'low' as const } }],
    [
      'another operation',
      { ...keyed, operationId: 'IMAGE_TO_VIDEO', input: { prompt: 'a', imageUrl: 'https://a.example/i' } },
    ],
  ])('with %s is a conflict', async (_name, request) => {
    const { generations, ports } = startGenerations({ gateway: endless() })
    await generations.generate('ada', keyed)
    expect(await generations.generate('ada', request)).toEqual({
      type: 'idempotency-conflict',
      generationId: 'gen_0001',
    })
    await ports.clock.runUntil(() => ports.gateway.submissions.length > 0)
    expect(ports.gateway.submissions).toHaveLength(1)
  })

  test('stays spent when its generation is deleted, for whatever input', async () => {
    const { generations, ports, until, generate } = startGenerations()
    const { id } = await generate({ idempotencyKey: 'once' })
    await until(id, 'COMPLETED')
    await generations.delete('ada', id)
    for (const request of [keyed, { ...keyed, input: { prompt: 'a ship' } }]) {
      expect(await generations.generate('ada', request)).toEqual({
        type: 'idempotency-conflict',
        generationId: null,
      })
    }
    expect(ports.gateway.submissions).toHaveLength(1)
  })

  test('belongs to its viewer', async () => {
    const { generations } = startGenerations()
    await generations.generate('ada', keyed)
    expect(await generations.generate('eve', keyed)).toMatchObject({ type: 'accepted', isReplay: false })
  })
})

test('a viewer has at most so many under way; a replay is still answered, and others are not held up', async () => {
  const { generations, generate } = startGenerations({ gateway: endless(), maximumActivePerViewer: 2 })
  await generate({ idempotencyKey: 'first' })
  await generate()
  expect(await generations.generate('ada', textRequest)).toEqual({
    type: 'limit-exceeded',
    limit: 2,
    active: 2,
  })
  expect(await generate({ idempotencyKey: 'first' })).toMatchObject({ id: 'gen_0001' })
  expect(
    await generations.generate('ada', {
      ...textRequest,
      input: { prompt: 'b' },
      options: { idempotencyKey: 'first' },
    }),
  ).toMatchObject({ type: 'idempotency-conflict' })
  expect(await generations.generate('eve', textRequest)).toMatchObject({ type: 'accepted' })
})

describe('retry', () => {
  test('makes a new generation of the same input and options, linked to the old one', async () => {
    const { generations, generate, until } = startGenerations()
    const old = await generate({ tags: ['a'], priority: 'low', startTimeout: 9, idempotencyKey: 'once' })
    await until(old.id, 'COMPLETED')
    const result = await generations.retry('ada', old.id, { tags: ['b'] })
    expect(result).toMatchObject({
      type: 'accepted',
      isReplay: false,
      generation: {
        retryOf: old.id,
        input: old.input,
        priority: 'low',
        startTimeout: 9,
        tags: ['b'],
        idempotencyKey: null,
      },
    })
  })

  test('with a key of its own is made once', async () => {
    const { generations, generate, ports, until } = startGenerations()
    const old = await generate()
    await until(old.id, 'COMPLETED')
    const results = await Promise.all(
      [1, 2, 3].map(() => generations.retry('ada', old.id, { idempotencyKey: 'again' })),
    )
    expect(results.map((result) => (result.type === 'accepted' ? result.isReplay : result.type))).toEqual([
      false,
      true,
      true,
    ])
    await ports.clock.runUntil(async () => (await ports.store.countActive('ada')) === 0)
    expect(ports.gateway.submissions).toHaveLength(2)
  })

  test('with the key of a retry that was deleted is not made again', async () => {
    const { generations, generate, ports, until } = startGenerations()
    const old = await generate()
    await until(old.id, 'COMPLETED')
    const retried = await generations.retry('ada', old.id, { idempotencyKey: 'again' })
    if (retried.type !== 'accepted') throw new Error(retried.type)
    await until(retried.generation.id, 'COMPLETED')
    await generations.delete('ada', retried.generation.id)
    expect(await generations.retry('ada', old.id, { idempotencyKey: 'again' })).toEqual({
      type: 'idempotency-conflict',
      generationId: null,
    })
    expect(ports.gateway.submissions).toHaveLength(2)
  })

  test('answers alike for an unknown id and for one of somebody else', async () => {
    const { generations, generate } = startGenerations()
    const { id } = await generate()
    expect(await generations.retry('eve', id)).toEqual(await generations.retry('eve', 'gen_none'))
    expect(await generations.retry('eve', id)).toMatchObject({ type: 'invalid-input' })
  })
})
