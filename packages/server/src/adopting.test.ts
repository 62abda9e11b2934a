// Who may take in a request that was made elsewhere with the key of this server.
import { afterEach, expect, test } from 'vitest'
import { postGraphql } from './test-support/graphql-request.ts'
import { createStagedGateway, finishedVideo } from './test-support/staged-gateway.ts'
import { createTestServer, type TestServer } from './testing.ts'

let server: TestServer
afterEach(() => server.close())

const authenticate = (request: Request) => ({ id: request.headers.get('x-viewer') ?? 'nobody' })
async function start(options: Parameters<typeof createTestServer>[0] = {}) {
  const gateway = createStagedGateway()
  gateway.findRequest = async () => ({
    type: 'found',
    body: { prompt: 'made elsewhere' },
    sentAt: 1,
    startedAt: 2,
    status: 'FINISHED',
    result: { type: 'video', video: finishedVideo, billableUnits: null },
  })
  server = await createTestServer({ gateway, ...options })
  return gateway
}
async function adopt(viewer: string) {
  const mutation = `mutation {
    result: adoptGeneration(input: { operation: TEXT_TO_VIDEO, requestId: "r-1" }) { __typename }
  }`
  const { data } = await postGraphql(server.url, mutation, {}, { 'x-viewer': viewer })
  const result = data?.['result'] as { __typename: string } | undefined
  return result?.__typename
}

test('without authentication everyone has the key, and may', async () => {
  const gateway = await start()
  expect(await adopt('anyone')).toBe('GenerateSuccess')
  expect(gateway.submissions).toEqual([])
})

test('with it nobody may', async () => {
  await start({ authenticate })
  expect(await adopt('ada')).toBe('InvalidInputError')
})

test('but whom the server says', async () => {
  await start({ authenticate, mayAdopt: (viewer, requestId) => viewer.id === 'ada' && requestId === 'r-1' })
  expect(await adopt('eve')).toBe('InvalidInputError')
  expect(await adopt('ada')).toBe('GenerateSuccess')
})
