import { createHash } from 'node:crypto'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { afterEach, describe, expect, test } from 'vitest'
import { createTestServer, type TestServer } from '../testing.ts'

const known = 'query Known { operations { id } }'
const change = 'mutation Change { cancelGeneration(id: "gen_1") { __typename } }'
const live = 'subscription Live { generationEvents(id: "gen_1") { sequence } }'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const documents = Object.fromEntries([known, change, live].map((text) => [hashOf(text), text]))

let server: TestServer
const start = async (only: boolean) => {
  server = await createTestServer({ persistedOperations: { documents, only } })
}
afterEach(() => server.close())

const post = async (body: object) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}
const get = async (parameters: Record<string, string>) => {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { accept: 'application/json' },
  })
  return { status: response.status, ...((await response.json()) as object) }
}
const persistedQuery = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } })
const answered = { status: 200, data: { operations: expect.any(Array) as unknown } }

describe.each([false, true])('only the known ones: %s', (only) => {
  test.each([
    ['documentId by POST', () => post({ documentId: `sha256:${hashOf(known)}` })],
    ['documentId by GET', () => get({ documentId: `sha256:${hashOf(known)}` })],
    ['a hash without its name', () => post({ documentId: hashOf(known) })],
    ['the hash of Apollo and urql by POST', () => post({ extensions: persistedQuery(known) })],
    ['the hash of Apollo and urql by GET', () => get({ extensions: JSON.stringify(persistedQuery(known)) })],
    ['its text', () => post({ query: known })],
  ])('a known document is named by %s', async (_name, ask) => {
    await start(only)
    expect(await ask()).toMatchObject(answered)
  })

  test('a hash that is not known is answered so that clients send the text', async () => {
    await start(only)
    expect(await post({ extensions: persistedQuery('{ viewer { id } }') })).toMatchObject({
      errors: [{ message: 'PersistedQueryNotFound' }],
    })
  })

  test('a mutation is named by POST, and by GET never executed', async () => {
    await start(only)
    expect(await post({ documentId: `sha256:${hashOf(change)}` })).toMatchObject({
      data: { cancelGeneration: { __typename: 'NotFoundError' } },
    })
    expect((await get({ documentId: `sha256:${hashOf(change)}` })).status).toBe(405)
  })
})

const refused = { errors: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] }

test('by default any other document is executed, too', async () => {
  await start(false)
  expect(await post({ query: '{ viewer { id } }' })).toMatchObject({ status: 200, data: { viewer: {} } })
})

test('where only known ones are, no other is executed, by POST, by GET, or under a hash of its own', async () => {
  await start(true)
  const other = '{ viewer { id } }'
  expect(await post({ query: other })).toMatchObject({ status: 403, ...refused })
  expect(await get({ query: other })).toMatchObject({ status: 403, ...refused })
  expect(await post({ query: other, extensions: persistedQuery(known) })).toMatchObject({
    status: 403,
    ...refused,
  })
  expect(await post({ query: `${known} ` })).toMatchObject({ status: 403, ...refused })
})

test('a WebSocket sends texts, and only known ones are executed', async () => {
  await start(true)
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const first = async (query: string) => {
    try {
      for await (const result of client.iterate({ query })) return result
    } catch (error) {
      return error
    }
    return null
  }
  expect(await first(known)).toMatchObject({ data: { operations: expect.any(Array) } })
  expect(await first(live)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  expect(await first('{ viewer { id } }')).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }])
  await client.dispose()
})
