import { createEmulator, type Emulator } from '@pika-kit/emulator'
import { createTestServer, type TestServer } from '@pika-kit/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, generateToTheEnd } from '../support/answers.ts'
import { collect, post } from '../support/graphql.ts'

let emulator: Emulator
let server: TestServer

beforeAll(async () => {
  emulator = await createEmulator({ speed: 100 })
  server = await createTestServer({
    fal: { key: 'test', baseUrl: emulator.url },
    timing: { firstPoll: 50, longestPoll: 200 },
  })
})
afterAll(async () => {
  await server?.close()
  await emulator?.close()
})

const input = (prompt: string) => ({ prompt, duration: 5 })
const submittedWith = (prompt: string) =>
  emulator.requests().filter((entry) => (entry.input as { prompt?: string }).prompt === prompt)

test('a reply that is lost is not paid again, and the webhook brings the video', async () => {
  emulator.setScenario('lose-submit-reply', 1)
  const state = await generateToTheEnd(
    server.url,
    'generateTextToVideo',
    'TextToVideoInput',
    input('a lost reply'),
  )
  expect(state).toMatchObject({ status: 'COMPLETED' })
  expect(submittedWith('a lost reply')).toHaveLength(1)
  expect(state.requestId).toBe(submittedWith('a lost reply')[0]?.request_id)
})

test.each(['result-504-twice', 'stream-cut'] as const)(
  '%s costs nothing and loses nothing',
  async (scenario) => {
    emulator.setScenario(scenario, 1)
    const state = await generateToTheEnd(
      server.url,
      'generateTextToVideo',
      'TextToVideoInput',
      input(scenario),
    )
    expect(state).toMatchObject({ status: 'COMPLETED' })
    expect(submittedWith(scenario)).toHaveLength(1)
  },
)

test('what the model refuses ends as a failure that names the field', async () => {
  emulator.setScenario('reject-422', 1)
  const state = await generateToTheEnd(
    server.url,
    'generateTextToVideo',
    'TextToVideoInput',
    input('refused'),
  )
  expect(state).toMatchObject({ status: 'FAILED', error: { code: 'INPUT_REJECTED' } })
})

test('twenty equal requests with one key are one generation', async () => {
  const asked = await Promise.all(
    Array.from({ length: 20 }, () =>
      ask(server.url, 'generateTextToVideo', 'TextToVideoInput', input('the same'), {
        idempotencyKey: 'one',
      }),
    ),
  )
  expect(new Set(asked.map(({ result }) => result?.generation?.id)).size).toBe(1)
  expect(asked.filter(({ result }) => result?.replayed === false)).toHaveLength(1)
  await expect.poll(() => submittedWith('the same').length).toBe(1)
  const other = await ask(server.url, 'generateTextToVideo', 'TextToVideoInput', input('another'), {
    idempotencyKey: 'one',
  })
  expect(other.result).toMatchObject({ __typename: 'IdempotencyConflictError' })
})

test('a late retry of a mutation whose generation was deleted is refused, and not paid', async () => {
  // Nothing is rendered for these: what the model refuses was accepted, and ends, as well.
  emulator.setScenario('reject-422', 3)
  const options = { idempotencyKey: 'deleted' }
  const request = () =>
    ask(server.url, 'generateTextToVideo', 'TextToVideoInput', input('to be deleted'), options)
  const retry = async (id: string) =>
    (
      await post(
        server.url,
        `mutation ($id: ID!, $options: GenerationOptions) {
          retryGeneration(id: $id, options: $options) {
            __typename ... on GenerateSuccess { generation { id } } ... on UserError { message code }
          }
        }`,
        { id, options: { idempotencyKey: 'deleted retry' } },
      )
    ).data?.['retryGeneration'] as { __typename: string; generation?: { id: string } }
  const endAndDelete = async (id: string) => {
    await collect(server.url, 'subscription ($id: ID!) { generationUpdated(id: $id) { status } }', { id })
    await post(server.url, 'mutation ($id: ID!) { deleteGeneration(id: $id) { __typename } }', { id })
  }
  const conflict = {
    __typename: 'IdempotencyConflictError',
    code: 'IDEMPOTENCY_CONFLICT',
    message:
      'The idempotency key was used before, for a generation that was deleted. Use a new key to generate again.',
  }

  const kept = await ask(server.url, 'generateTextToVideo', 'TextToVideoInput', input('to be deleted'))
  const keptId = kept.result?.generation?.id ?? ''
  await endAndDelete((await request()).result?.generation?.id ?? '')
  expect((await request()).result).toEqual(conflict)
  await endAndDelete((await retry(keptId)).generation?.id ?? '')
  expect(await retry(keptId)).toEqual(conflict)
  expect(submittedWith('to be deleted')).toHaveLength(3)
})
