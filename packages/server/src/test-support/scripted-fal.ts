import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  method: string
  /** Path and query. */
  url: string
  headers: IncomingHttpHeaders
  body: string
}

export type Reply = (response: ServerResponse, request: SeenRequest) => void

/** A stand-in for fal that answers exactly what a test says, faults included. */
export interface ScriptedFal {
  /** To be given as `baseUrl`. */
  url: string
  /** Everything that arrived, in order. */
  requests: SeenRequest[]
  /** Answers requests of `method` whose URL matches; the newest script that matches wins. */
  on(method: string, url: RegExp, reply: Reply): void
  /** How many requests of this kind arrived. */
  count(method: string, url: RegExp): number
  close(): Promise<void>
}

/** Starts one on a free port. What no script matches is answered with 404. */
export async function startScriptedFal(): Promise<ScriptedFal> {
  const scripts: { method: string; url: RegExp; reply: Reply }[] = []
  const requests: SeenRequest[] = []
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      requests.push(seen)
      const script = scripts.findLast(({ method, url }) => method === seen.method && url.test(seen.url))
      if (script) script.reply(response, seen)
      else json(404, { status: 'NOT_FOUND' })(response, seen)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    on: (method, url, reply) => void scripts.push({ method, url, reply }),
    count: (method, url) => requests.filter((seen) => seen.method === method && url.test(seen.url)).length,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))
}

/** A page, as a proxy on the way sends. */
export function html(status: number): Reply {
  return (response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Something went wrong</h1>')
}

/** The request arrived whole, and the connection dies without an answer. */
export const reset: Reply = (response) => void response.socket?.resetAndDestroy()

/** The answer begins well and breaks off in the middle of its body. */
export const cutInHalf: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
  response.write('{"request_id":"req-1",', () => response.socket?.resetAndDestroy())
}

/** A status stream that sends these pieces, each in a packet of its own, and then ends, or stays open and silent. */
export function stream(
  pieces: readonly (string | Uint8Array)[],
  end: 'end' | 'silence' | 'cut' = 'end',
): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.socket?.setNoDelay(true)
    const write = (index: number): void => {
      const piece = pieces[index]
      if (piece !== undefined) return void response.write(piece, () => setImmediate(write, index + 1))
      if (end === 'end') response.end()
      if (end === 'cut') response.socket?.resetAndDestroy()
    }
    response.flushHeaders()
    write(0)
  }
}

/** One event of a status stream. */
export function event(status: unknown): string {
  return `data: ${JSON.stringify(status)}\n\n`
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
