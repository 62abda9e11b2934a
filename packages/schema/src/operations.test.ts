import { createCatalog, defineOperation, pikaOperations } from '@pika-kit/core'
import { isInputObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSchema } from './create-schema.ts'
import { generateResult, startSchema } from './testing/schema-test.ts'

const image = 'https://images.example/a.png'
const video = 'https://videos.example/a.mp4'

describe('each operation has a mutation that hands fal’s values on', () => {
  test.each([
    [
      'generatePikaframes',
      'PikaframesInput',
      {
        imageUrls: [image, image],
        transitions: [{ duration: 3, prompt: null }],
        resolution: 'RESOLUTION_1080P',
      },
      { image_urls: [image, image], transitions: [{ duration: 3 }], resolution: '1080p' },
    ],
    [
      'generateImageToVideo',
      'ImageToVideoInput',
      { imageUrl: image, prompt: 'a', duration: 10 },
      { image_url: image, duration: 10 },
    ],
    [
      'generateTextToVideo',
      'TextToVideoInput',
      { prompt: 'a', aspectRatio: 'RATIO_9_16' },
      { aspect_ratio: '9:16', duration: 5 },
    ],
    [
      'generatePikascenes',
      'PikascenesInput',
      { imageUrls: [image], prompt: 'a', ingredientsMode: 'CREATIVE' },
      { ingredients_mode: 'creative' },
    ],
    ['generatePikaswaps', 'PikaswapsInput', { videoUrl: video, imageUrl: image }, { video_url: video }],
    ['generatePikadditions', 'PikadditionsInput', { videoUrl: video, imageUrl: image }, { image_url: image }],
    [
      'generatePikaffects',
      'PikaffectsInput',
      { imageUrl: image, pikaffect: 'CAKE_IFY' },
      { pikaffect: 'Cake-ify' },
    ],
    [
      'generateCollectionToVideo',
      'CollectionToVideoInput',
      { images: [{ imageUrl: image }], prompt: 'a' },
      { images: [{ image_url: image }] },
    ],
  ])('%s', async (mutation, inputType, input, body) => {
    const { ports, data } = startSchema()
    const answer = await data(
      `mutation ($input: ${inputType}!) { result: ${mutation}(input: $input, options: null) { ${generateResult} } }`,
      { input: { ...input, seed: null, negativePrompt: null } },
    )
    expect(answer.result).toMatchObject({
      __typename: 'GenerateSuccess',
      replayed: false,
      generation: {
        status: 'SUBMITTING',
        input: { __typename: inputType.replace(/Input$/, 'GenerationInput') },
      },
    })
    await ports.clock.runUntil(() => ports.gateway.submissions.length === 1)
    expect(ports.gateway.submissions[0]?.body).toMatchObject(body)
  })
})

test('an input is answered with its defaults and in the words of the contract', async () => {
  const { data } = startSchema()
  const answer = await data(`mutation {
    generatePikaframes(input: { imageUrls: ["${image}", "${image}"], transitions: [{}] }) {
      ... on GenerateSuccess { generation { input { ... on PikaframesGenerationInput {
        imageUrls transitions { duration prompt } prompt negativePrompt seed resolution
      } } } }
    }
  }`)
  expect(answer.generatePikaframes.generation.input).toEqual({
    imageUrls: [image, image],
    transitions: [{ duration: 5, prompt: null }],
    prompt: null,
    negativePrompt: '',
    seed: null,
    resolution: 'RESOLUTION_720P',
  })
})

describe('bad input', () => {
  const frames = (imageUrls: string[], durations?: unknown[]) => ({
    imageUrls,
    ...(durations && { transitions: durations.map((duration) => ({ duration })) }),
  })
  const two = [image, image]

  // Issue 2, "how it is shown", point 4.
  test.each([
    ['one image', 'Pikaframes', frames([image]), 'imageUrls needs at least 2'],
    ['six images', 'Pikaframes', frames([...two, ...two, ...two]), 'imageUrls takes at most 5'],
    [
      'a wrong number of transitions',
      'Pikaframes',
      frames(two, [5, 5]),
      'transitions has 2, but 2 keyframes need 1: one between each two',
    ],
    [
      '26 s in all',
      'Pikaframes',
      frames([...two, image], [20, 6]),
      'transitions last 26 s together: shorten them to 25 s or less',
    ],
    [
      'a duration of 0',
      'Pikaframes',
      frames([...two, image], [5, 0]),
      'transitions.1.duration must be at least 1',
    ],
    ['a duration of −1', 'Pikaframes', frames(two, [-1]), 'transitions.0.duration must be at least 1'],
    ['an empty prompt', 'TextToVideo', { prompt: ' ' }, 'prompt must not be empty'],
    [
      'a file URL',
      'ImageToVideo',
      { imageUrl: 'file:///etc/passwd', prompt: 'a' },
      'imageUrl must be an http(s) URL, a base64 data URI, or the URL that an upload returned',
    ],
    [
      'a broken data URI',
      'ImageToVideo',
      { imageUrl: 'data:image/png;base64,%%', prompt: 'a' },
      'imageUrl is a data URI whose base64 is broken',
    ],
    ['two mistakes', 'TextToVideo', { prompt: '', seed: -1 }, 'prompt must not be empty (and 1 more)'],
  ])(
    '%s is data that names the field, and nothing is submitted',
    async (_name, operation, input, message) => {
      const { ports, data } = startSchema()
      const answer = await data(
        `mutation ($input: ${operation}Input!) { result: generate${operation}(input: $input) { ${generateResult} } }`,
        { input },
      )
      expect(answer.result).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT', message })
      expect(message.startsWith(answer.result.issues[0].path.join('.'))).toBe(true)
      expect(await ports.store.countActive('ada')).toBe(0)
    },
  )

  // What GraphQL's own types refuse is an error of the request, which names the field too.
  test.each([
    [
      'a duration of 5.5',
      'Pikaframes',
      frames(two, [5.5]),
      /transitions\[0\]\.duration.*5\.5|5\.5.*transitions\[0\]\.duration/,
    ],
    [
      'an unknown effect',
      'Pikaffects',
      { imageUrl: image, pikaffect: 'SPARKLE' },
      /pikaffect.*"SPARKLE"|"SPARKLE".*pikaffect/i,
    ],
    ['a missing field', 'TextToVideo', {}, /prompt/],
    ['an unknown field', 'TextToVideo', { prompt: 'a', promt: 'b' }, /promt/],
  ])('%s is refused by name', async (_name, operation, input, message) => {
    const { run } = startSchema()
    const { data, errors } = await run(
      `mutation ($input: ${operation}Input!) { result: generate${operation}(input: $input) { ${generateResult} } }`,
      { input },
    )
    expect(data ?? null).toBeNull()
    expect(errors?.map((error) => error.message).join()).toMatch(message)
  })
})

test('the catalogue tells a form all that it needs', async () => {
  const { data } = startSchema()
  const answer = await data(`{
    operations { id mutationName availability }
    operation(id: PIKAFRAMES) { title inputTypeName fields {
      name type isRequired default minimumItems maximumItems choices
      item { type media fields { name type default minimum maximum unit } }
    } }
    effects { id title description }
  }`)
  expect(answer.operations).toHaveLength(8)
  expect(answer.operations[7]).toEqual({
    id: 'COLLECTION_TO_VIDEO',
    mutationName: 'generateCollectionToVideo',
    availability: 'LEGACY',
  })
  const [images, transitions, , , , resolution] = answer.operation.fields
  expect(images).toMatchObject({
    type: 'LIST',
    isRequired: true,
    minimumItems: 2,
    maximumItems: 5,
    item: { type: 'MEDIA', media: 'IMAGE' },
  })
  expect(transitions.item.fields[0]).toEqual({
    name: 'duration',
    type: 'INTEGER',
    default: '5',
    minimum: 1,
    maximum: 25,
    unit: 'seconds',
  })
  expect(resolution).toMatchObject({ default: '"720p"', choices: ['RESOLUTION_720P', 'RESOLUTION_1080P'] })
  expect(answer.effects.map((effect: { id: string }) => effect.id)).toContain('EYE_POP')
})

test('a cost estimate takes exactly one request, and says why it has no amount', async () => {
  const { run, data } = startSchema()
  const query =
    'query ($request: GenerationRequest!) { estimateCost(request: $request) { amount { amount } reason } }'
  const textToVideo = { prompt: 'a' }
  expect((await data(query, { request: { textToVideo } })).estimateCost).toEqual({
    amount: null,
    reason: expect.stringMatching(/\w/),
  })
  const imageToVideo = { prompt: 'a', imageUrl: image }
  for (const request of [{}, { textToVideo, imageToVideo }, { textToVideo: null }]) {
    expect((await run(query, { request })).errors).toHaveLength(1)
  }
})

test('a ninth operation needs its definition and nothing else', async () => {
  const ninth = defineOperation({
    id: 'TEXT_TO_VIDEO_21',
    title: 'Text to video 2.1',
    description: 'A video from words, by the older model.',
    endpointId: 'fal-ai/pika/v2.1/text-to-video',
    availability: 'AVAILABLE',
    draft: 'title',
    input: z.strictObject({
      prompt: z.string().min(1).meta({ label: 'Prompt', description: 'What happens.' }),
      style: z
        .enum(['plain', 'hand-drawn'])
        .meta({ label: 'Style', description: 'How it looks.', typeName: 'Style' })
        .default('plain'),
    }),
  })
  const catalog = createCatalog([...pikaOperations, ninth])
  const { data, ports } = startSchema({ catalog })
  const answer = await data(`mutation {
    ${ninth.mutationName}(input: { prompt: "a", style: HAND_DRAWN }) {
      ... on GenerateSuccess { generation { operation { id } input { ... on TextToVideo21GenerationInput { prompt style } } } }
    }
  }`)
  expect(answer[ninth.mutationName].generation).toEqual({
    operation: { id: 'TEXT_TO_VIDEO_21' },
    input: { prompt: 'a', style: 'HAND_DRAWN' },
  })
  await ports.clock.runUntil(() => ports.gateway.submissions.length === 1)
  expect(ports.gateway.submissions[0]).toMatchObject({
    endpointId: 'fal-ai/pika/v2.1/text-to-video',
    body: { prompt: 'a', style: 'hand-drawn' },
  })
  const request = createSchema({ catalog }).getType('GenerationRequest')
  expect(isInputObjectType(request) && Object.keys(request.getFields())).toContain(ninth.requestName)
})
