// The documents of the kit by their hashes, for servers that execute nothing else.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const react = new URL('../packages/react/', import.meta.url)
const { resolve } = createRequire(new URL('package.json', react))

/** Each operation as the kit's client sends it: urql asks for `__typename` everywhere, but in subscriptions, which it does not cache. */
export async function persistedOperations() {
  const { formatDocument, stringifyDocument } = await import(pathToFileURL(resolve('@urql/core')).href)
  const { createCatalog } = await import(new URL('../core/src/index.ts', react).href)
  const documents = await import(new URL('src/graphql/documents.ts', react).href)
  const { generateDocument } = await import(new URL('src/graphql/generate-document.ts', react).href)
  const mutations = createCatalog().operations.map((operation) => generateDocument(operation))
  const texts = [...Object.values(documents), ...mutations]
    .map((document) => ({
      document,
      operation: document.definitions.find(({ kind }) => kind === 'OperationDefinition'),
    }))
    .filter(({ operation }) => operation)
    .map(({ document, operation }) =>
      stringifyDocument(operation.operation === 'subscription' ? document : formatDocument(document)),
    )
  const byHash = texts.map((text) => [createHash('sha256').update(text).digest('hex'), text])
  return `${JSON.stringify(Object.fromEntries(byHash.toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`
}
