import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FaultControl } from '../faults/fault-control.ts'
import { playFault } from '../faults/play-fault.ts'
import type { Exchange } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import type { QueueRequest } from '../queue/request.ts'
import { servedContentType } from './content-type.ts'
import type { Storage } from './storage.ts'

/** What the file routes need. */
export interface FileOptions {
  storage: Storage
  faults: FaultControl
  /** The request that made a file; undefined for an upload. */
  requestOf(fileId: string): QueueRequest | undefined
}

/** Serves what is stored, to anyone who has the URL, whole or in ranges (a player seeks by them). */
export function fileRoutes({ storage, faults, requestOf }: FileOptions): Route[] {
  async function serve(exchange: Exchange, id: string): Promise<void> {
    const { request, response, method } = exchange
    const file = storage.get(id)
    const path = storage.pathOf(id)
    const found = file && (await stat(path).catch(() => undefined))
    if (!file || !found) throw new HttpError(404, 'there is no such file, or it has expired')
    const { size } = found
    response.setHeader('content-type', servedContentType(file.contentType))
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('accept-ranges', 'bytes')
    // A copy in a cache would outlive a file that expires.
    const isForEver = file.lifetimeSeconds === undefined
    response.setHeader('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-store')
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    const range = parseRange(request.headers.range, size)
    if (range === 'unsatisfiable') {
      response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
      return
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    response.setHeader('content-length', end - start + 1)
    if (range) response.setHeader('content-range', `bytes ${start}-${end}/${size}`)
    response.writeHead(range ? 206 : 200)
    if (method === 'HEAD' || size === 0) {
      response.end()
      return
    }
    // A player drops the connection whenever it seeks: nothing to report.
    await pipeline(createReadStream(path, { start, end }), response).catch(() => undefined)
  }
  return [
    {
      methods: ['GET', 'HEAD'],
      pattern: /^\/files\/(?<id>[^/]+)\/[^/]+$/,
      handle: (exchange, { id = '' }) =>
        playFault(faults.takeFor('file', exchange, requestOf(id)), exchange, (exchange) =>
          serve(exchange, id),
        ),
    },
  ]
}

/** One range of RFC 9110; several at once, or another unit, are served whole (undefined), as the RFC allows. */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [, first = '', last = ''] = match
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? 'unsatisfiable' : { start, end }
}
