import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'

/** What an app of React with GraphQL has anyway: the peers of the kit. */
const PEERS = [/^react($|\/)/, /^react-dom($|\/)/, /^@?urql/, /^graphql($|\/)/, /^wonka$/]

/** Bytes that travel: minified, compressed by brotli, without the peers. */
export interface Weight {
  /** With the page. */
  first: number
  /** When they are wanted, by dynamic import. */
  later: number
  /** With the first draft: the worker that draws it. */
  worker: number
}

/**
 * Weighs what an app gets that has this one module.
 * @param folder where its imports are looked up
 */
export async function weigh(code: string, folder: string): Promise<Weight> {
  const start = join(folder, 'weighed-entry.js')
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: start, external: PEERS, preserveEntrySignatures: 'strict' },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === start ? id : null),
        load: (id) => (id === start ? code : null),
      },
    ],
  })
  const chunks = [result].flat().flatMap((built) => ('output' in built ? built.output : []))
  const scripts = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk] : []))
  const first = new Set<string>()
  const follow = (file: string) => {
    if (first.has(file)) return
    first.add(file)
    for (const next of scripts.find(({ fileName }) => fileName === file)?.imports ?? []) follow(next)
  }
  for (const { isEntry, fileName } of scripts) if (isEntry) follow(fileName)
  const bytes = (isFirst: boolean) =>
    compressed(scripts.filter(({ fileName }) => first.has(fileName) === isFirst).map((script) => script.code))
  const worker = chunks.find(({ fileName }) => /draft-worker.*\.js$/.test(fileName))
  return {
    first: bytes(true),
    later: bytes(false),
    worker: compressed(worker?.type === 'asset' ? [worker.source.toString()] : []),
  }
}

function compressed(code: string[]) {
  return code.length === 0 ? 0 : brotliCompressSync(code.join('')).byteLength
}
