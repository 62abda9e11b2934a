import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', png: 'image/png' }

/** The page of a bench as an app would ship it, minified, with its pictures beside it. */
export async function servePage(
  entry: URL,
  pictures: readonly string[] = [],
): Promise<{ url: string; close(): void }> {
  const built = await build({
    root: fileURLToPath(new URL('.', entry)),
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@pika-kit/source', 'module', 'browser'] },
    build: { write: false, rolldownOptions: { input: fileURLToPath(entry) } },
  })
  const files = new Map<string, string | Uint8Array>()
  for (const output of [built].flat().flatMap((one) => ('output' in one ? one.output : [])))
    files.set(`/${output.fileName}`, output.type === 'chunk' ? output.code : output.source)
  for (const file of pictures) files.set(`/${basename(file)}`, await readFile(file))
  const named = (kind: RegExp) => [...files.keys()].filter((name) => kind.test(name))
  const page =
    `<!doctype html><meta charset="utf-8"><title>bench</title><style>body{margin:0}</style>` +
    named(/\.css$/).map((name) => `<link rel="stylesheet" href="${name}">`) +
    `<div id="root"></div><script type="module" src="${named(/^\/assets\/page.*\.js$/)[0]}"></script>`
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench.test').pathname
    const file = path === '/' ? page : files.get(path)
    const type = path === '/' ? 'text/html' : TYPES[path.slice(path.lastIndexOf('.') + 1)]
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  }
}
