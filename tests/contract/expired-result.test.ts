// A server that was down while fal forgot: what the emulator, with fal's own retention and a clock that jumps, still knows.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator, type Emulator } from '@pika-kit/emulator'
import { createTestServer, type TestServer } from '@pika-kit/server/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { post } from '../support/graphql.ts'

const HOUR = 3_600
const DAY = 24 * HOUR

let emulator: Emulator
let directory: string
let server: TestServer
beforeEach(async () => {
  emulator = await createEmulator({ speed: 100 })
  emulator.setScenario('webhook-lost')
  directory = await mkdtemp(join(tmpdir(), 'pika-kit-expired-'))
  await start()
})
afterEach(async () => {
  await server.close()
  await emulator.close()
  await rm(directory, { recursive: true })
})

async function start() {
  server = await createTestServer({
    fal: { key: 'test', baseUrl: emulator.url },
    database: { directory: join(directory, 'data') },
    archive: { directory: join(directory, 'videos') },
    timing: { firstPoll: 50, longestPoll: 200, missingFor: 500 },
  })
}

interface Read {
  status: string
  requestId: string | null
  video: { url: string; isArchived: boolean } | null
  error: { code: string; detail: string; isRecoverable: boolean } | null
}

async function read(id: string): Promise<Read> {
  const query = `query ($id: ID!) { generation(id: $id) {
    status requestId video { url isArchived } error { code detail isRecoverable }
  } }`
  const { data } = await post(server.url, query, { id })
  return data?.['generation'] as unknown as Read
}

/** Generates, and takes the server down until fal has ended the request and so many seconds have passed. */
async function generateAndMiss(seconds: number): Promise<string> {
  const mutation = `mutation { generateTextToVideo(input: { prompt: "a lighthouse", duration: 5 }) {
    ... on GenerateSuccess { generation { id } }
  } }`
  const { data } = await post(server.url, mutation)
  const generation = data?.['generateTextToVideo']?.['generation'] as { id: string } | undefined
  const id = generation?.id ?? 'none'
  await expect.poll(async () => (await read(id)).requestId).not.toBeNull()
  await server.close()
  await expect.poll(() => emulator.requests()[0]?.status, { timeout: 60_000 }).toBe('COMPLETED')
  await emulator.advance(seconds)
  await start()
  return id
}

test('after an hour the result is gone, and the list of requests brings the video', async () => {
  const id = await generateAndMiss(HOUR + 60)
  await expect.poll(async () => (await read(id)).status).toBe('COMPLETED')
  const { video } = await read(id)
  expect(video?.isArchived).toBe(true)
  expect((await fetch(video?.url ?? '')).headers.get('content-type')).toBe('video/mp4')
  expect(emulator.requests()).toHaveLength(1)
})

test('after a month nothing has it: the failure says what was tried, and looking again does no harm', async () => {
  const id = await generateAndMiss(31 * DAY)
  await expect.poll(async () => (await read(id)).status).toBe('FAILED')
  const { error, requestId } = await read(id)
  expect(error).toMatchObject({ code: 'RESULT_EXPIRED', isRecoverable: true })
  expect(error?.detail).toMatch(
    /^Tried: the result \(fal answered with status 404\); a webhook \(none .*\); fal's list of requests \(it does not show the output\)\.$/,
  )
  const recover = `mutation ($id: ID!) { recoverGeneration(id: $id) {
    ... on RecoverGenerationSuccess { outcome }
  } }`
  expect(await post(server.url, recover, { id })).toMatchObject({
    data: { recoverGeneration: { outcome: 'LOOKING_AGAIN' } },
  })
  await expect.poll(async () => (await read(id)).status).toBe('FAILED')
  expect((await read(id)).requestId).toBe(requestId)
  expect(emulator.requests()).toHaveLength(1)
})

test('a request that another program made is taken in, and nothing is submitted', async () => {
  const body = { prompt: 'made elsewhere', duration: 5 }
  const submitted = await fetch(`${emulator.url}/queue/fal-ai/pika/v2.2/text-to-video`, {
    method: 'POST',
    headers: { authorization: 'Key test', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { request_id: requestId } = (await submitted.json()) as { request_id: string }
  const adopt = `mutation ($requestId: String!) {
    result: adoptGeneration(input: { operation: TEXT_TO_VIDEO, requestId: $requestId }) {
      __typename ... on GenerateSuccess { generation { id input { ... on TextToVideoGenerationInput { prompt } } } }
    }
  }`
  const { data } = await post(server.url, adopt, { requestId })
  const adopted = data?.['result']?.['generation'] as { id: string; input: { prompt: string } } | undefined
  expect(adopted?.input.prompt).toBe('made elsewhere')
  await expect
    .poll(async () => (await read(adopted?.id ?? 'none')).status, { timeout: 60_000 })
    .toBe('COMPLETED')
  expect((await read(adopted?.id ?? 'none')).video?.isArchived).toBe(true)
  expect(emulator.requests()).toHaveLength(1)
  expect(await post(server.url, adopt, { requestId })).toMatchObject({
    data: { result: { __typename: 'InvalidInputError' } },
  })
})
