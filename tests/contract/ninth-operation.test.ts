import { createCatalog, defineOperation, type Operation, pikaOperations } from '@pika-kit/core'
import { createEmulator, type Emulator } from '@pika-kit/emulator'
import { createTestServer, type TestServer } from '@pika-kit/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, generateToTheEnd } from '../support/answers.ts'
import { post } from '../support/graphql.ts'

// Another endpoint of fal as an operation: what docs/recipes/add-an-operation.md promises, with what a visitor would write.
const textToVideo = createCatalog().find('TEXT_TO_VIDEO') as Operation
const ninth = defineOperation({
  id: 'CLASSIC_TEXT_TO_VIDEO',
  title: 'Classic text to video',
  description: 'A video from words, by the older model.',
  endpointId: 'fal-ai/pika/v2.1/text-to-video',
  availability: 'AVAILABLE',
  draft: 'title',
  input: textToVideo.schema.pick({ prompt: true, aspectRatio: true, resolution: true, duration: true }),
}) as unknown as Operation

let emulator: Emulator
let server: TestServer
const operations = [...pikaOperations, ninth]

beforeAll(async () => {
  emulator = await createEmulator({ speed: 100, operations })
  server = await createTestServer({
    fal: { key: 'test', baseUrl: emulator.url },
    operations,
    timing: { firstPoll: 50 },
  })
})
afterAll(async () => {
  await server?.close()
  await emulator?.close()
})

test('a ninth operation has its mutation, its checks, its form and its video', async () => {
  const { data } = await post(
    server.url,
    '{ operation(id: CLASSIC_TEXT_TO_VIDEO) { mutationName fields { name type isRequired } } }',
  )
  expect(data?.['operation']).toMatchObject({
    mutationName: 'generateClassicTextToVideo',
    fields: expect.arrayContaining([{ name: 'prompt', type: 'TEXT', isRequired: true }]) as unknown,
  })
  const refused = await ask(server.url, 'generateClassicTextToVideo', 'ClassicTextToVideoInput', {
    prompt: '',
  })
  expect(refused.result).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['prompt'], code: 'REQUIRED' }],
  })
  const state = await generateToTheEnd(server.url, 'generateClassicTextToVideo', 'ClassicTextToVideoInput', {
    prompt: 'a paper boat',
  })
  expect(state, JSON.stringify(state)).toMatchObject({ status: 'COMPLETED' })
  expect(emulator.requests().map((entry) => entry.endpoint_id)).toEqual(['fal-ai/pika/v2.1/text-to-video'])
})
