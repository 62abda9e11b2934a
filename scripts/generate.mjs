// Writes what is derived: from the schema packages/schema/schema.graphql and the type-only introspection from which
// gql.tada infers the types of the kit's documents, from styling.json the page about it, the documents by
// their hashes, and the pixel kernel of the drafts,
// compiled. With --check it writes nothing and fails when a file is stale.
// It needs no TypeScript API, which TypeScript 7 does not have: docs/decisions/0001-toolchain.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compileKernel } from './kernel.mjs'
import { persistedOperations } from './persisted-operations.mjs'
import { stylingPage } from './styling-page.mjs'

const root = new URL('../', import.meta.url)
const requireFromSchema = createRequire(new URL('packages/schema/package.json', root))
const load = (name) => import(pathToFileURL(requireFromSchema.resolve(name)).href)

const { createSchema } = await import(new URL('packages/schema/src/index.ts', root).href)
const { introspectionFromSchema, lexicographicSortSchema, printSchema } = await load('graphql')
const { minifyIntrospection, outputIntrospectionFile } = await load('@gql.tada/internal')

const schema = lexicographicSortSchema(createSchema())
const introspection = outputIntrospectionFile(
  minifyIntrospection(introspectionFromSchema(schema, { descriptions: false })),
  {
    fileType: '.d.ts',
    shouldPreprocess: true,
  },
)
const styling = JSON.parse(readFileSync(new URL('packages/react/styling.json', root), 'utf8'))
const files = new Map([
  ['packages/react/STYLING.md', stylingPage(styling)],
  ['packages/schema/schema.graphql', `${printSchema(schema)}\n`],
  // What follows would set gql.tada up for every app that embeds the kit.
  [
    'packages/react/src/graphql/introspection.ts',
    introspection.slice(0, introspection.indexOf('import * as gqlTada')),
  ],
  ['packages/react/src/graphql/persisted-operations.json', await persistedOperations()],
  ['packages/preview/src/toolkit/warp-kernel-code.ts', await compileKernel()],
])

const stale = [...files].filter(([path, text]) => {
  const file = fileURLToPath(new URL(path, root))
  return !existsSync(file) || readFileSync(file, 'utf8') !== text
})
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is stale: run "npm run generate" and commit it`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of stale) writeFileSync(new URL(path, root), text)
  console.log(stale.length > 0 ? `wrote ${stale.map(([path]) => path).join(', ')}` : 'everything is fresh')
}
