// The committed documents are what the kit's client sends, letter for letter: a server that executes nothing else must know them.
import { createCatalog } from '@pika-kit/core'
import { cacheExchange, Client, createRequest, fetchExchange, type TypedDocumentNode } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { expect, test, vi } from 'vitest'
import { createPikaClient } from '../provider/createPikaClient.ts'
import * as documents from './documents.ts'
import { generateDocument } from './generate-document.ts'
import committed from './persisted-operations.json' with { type: 'json' }

const hashes = new Map(Object.entries(committed))
const operations = [...Object.values(documents), ...createCatalog().operations.map(generateDocument)].flatMap(
  (document) => {
    const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition')
    return operation && 'operation' in operation
      ? [{ name: operation.name?.value, kind: operation.operation, document: document as TypedDocumentNode }]
      : []
  },
)

test.each(operations)('$kind $name is sent as it is committed', async ({ kind, document }) => {
  const sent: string[] = []
  const client = new Client({
    url: 'https://kit.test/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetchSubscriptions: true,
    fetch: async (_url, { body } = {}) => {
      sent.push((JSON.parse(body as string) as { query: string }).query)
      return Response.json({ data: null })
    },
  })
  const request = createRequest(document, {})
  const operation = client.createRequestOperation(kind, request)
  const { unsubscribe } = client.executeRequestOperation(operation).subscribe(() => {})
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  unsubscribe()
  const [text = ''] = sent
  expect(hashes.get(await sha256(text))).toBe(text)
})

test('nothing else is committed', () => {
  expect(hashes.size).toBe(operations.length)
})

test('the client names a document by its hash, and a query goes by GET', async () => {
  const requests: { method: string; url: URL; body: string }[] = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit = {}) => {
    requests.push({ method, url: new URL(url, 'https://kit.test'), body: body as string })
    return Response.json({ data: { operations: [] } })
  })
  try {
    const persisted = persistedExchange({ preferGetForPersistedQueries: true, enableForMutation: true })
    const client = createPikaClient({ url: 'https://kit.test/graphql', exchanges: [persisted] })
    await client.query(documents.Operations, {}).toPromise()
    await client.mutation(documents.CancelGeneration, { id: 'gen_1' }).toPromise()
  } finally {
    vi.unstubAllGlobals()
  }
  const [query, mutation] = requests
  const hashIn = (extensions: string | null) =>
    (JSON.parse(extensions ?? '') as { persistedQuery: { sha256Hash: string } }).persistedQuery.sha256Hash
  expect(query!.method).toBe('GET')
  expect(query!.url.searchParams.get('query')).toBeNull()
  expect(hashes.get(hashIn(query!.url.searchParams.get('extensions')))).toContain('query Operations')
  expect(mutation!.method).toBe('POST')
  const { query: text, extensions } = JSON.parse(mutation!.body) as { query?: string; extensions: object }
  expect(text).toBeUndefined()
  expect(hashes.get(hashIn(JSON.stringify(extensions)))).toContain('mutation CancelGeneration')
})

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
