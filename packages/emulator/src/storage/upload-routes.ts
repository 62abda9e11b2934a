import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FaultControl } from '../faults/fault-control.ts'
import { playFault } from '../faults/play-fault.ts'
import { requireKey } from '../http/authorization.ts'
import { readJsonObject } from '../http/body.ts'
import { type Exchange, sendJson } from '../http/exchange.ts'
import { HttpError } from '../http/http-error.ts'
import type { Route } from '../http/router.ts'
import { lifetimeOf } from './lifetime.ts'
import type { Storage } from './storage.ts'

/** What the upload routes need. */
export interface UploadOptions {
  storage: Storage
  faults: FaultControl
  /** Absolute address of the emulator, without a slash at the end. */
  baseUrl(): string
  /** Bytes of one upload. */
  maximumSize: number
}

/** fal's two ways to start an upload, on its `rest` host. */
export function initiateRoutes({ storage, baseUrl }: UploadOptions): Route[] {
  async function initiate(exchange: Exchange): Promise<void> {
    requireKey(exchange)
    const { file_name: fileName, content_type: contentType } = await readJsonObject(exchange.request)
    const lifetimeSeconds = lifetimeOf(exchange)
    const file = await storage.create({
      fileName: typeof fileName === 'string' ? fileName : 'file',
      contentType: typeof contentType === 'string' ? contentType : 'application/octet-stream',
      ...(lifetimeSeconds !== undefined && { lifetimeSeconds }),
    })
    const path = storage.urlPathOf(file)
    sendJson(exchange, 200, {
      upload_url: baseUrl() + path.replace(/^\/files\//, '/uploads/'),
      file_url: baseUrl() + path,
    })
  }
  return [{ methods: ['POST'], pattern: /^\/storage\/upload\/initiate(-multipart)?$/, handle: initiate }]
}

/** Where the bytes go: a PUT of the whole, or PUTs of numbered parts and a `complete`. The URL itself is the permission, as at fal. */
export function uploadRoutes({ storage, faults, maximumSize }: UploadOptions): Route[] {
  function requireUpload(id: string | undefined): string {
    if (id !== undefined && storage.get(id)) return id
    throw new HttpError(404, 'there is no such upload; start one with storage/upload/initiate')
  }

  async function receive({ request }: Exchange, path: string): Promise<string> {
    const tooLarge = (): HttpError => new HttpError(413, `the upload is over ${maximumSize} bytes`)
    if (Number(request.headers['content-length']) > maximumSize) throw tooLarge()
    const hash = createHash('md5')
    let size = 0
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        hash.update(chunk)
        if (size > maximumSize) done(tooLarge())
        else done(null, chunk)
      },
    })
    try {
      await pipeline(request, meter, createWriteStream(path))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return hash.digest('hex')
  }

  function receiveBytes(exchange: Exchange, handle: (exchange: Exchange) => Promise<void>): Promise<void> {
    return playFault(faults.takeFor('upload', exchange), exchange, handle)
  }

  async function putWhole(exchange: Exchange, id: string): Promise<void> {
    const partial = storage.partialPathOf(id, 'whole')
    const etag = await receive(exchange, partial)
    await rename(partial, storage.pathOf(id))
    sendJson(exchange, 200, {}, { etag: `"${etag}"` })
  }

  async function putPart(exchange: Exchange, id: string, part: string): Promise<void> {
    const etag = await receive(exchange, storage.partialPathOf(id, part))
    sendJson(exchange, 200, { partNumber: Number(part), etag: `"${etag}"` }, { etag: `"${etag}"` })
  }

  async function complete(exchange: Exchange, id: string): Promise<void> {
    const numbers = partNumbers((await readJsonObject(exchange.request))['parts'])
    const present = new Set(await readdir(dirname(storage.pathOf(id))))
    const missing = numbers.filter((number) => !present.has(`partial-${number}`))
    if (missing.length > 0) throw new HttpError(400, `part ${missing.join(', ')} was never uploaded`)
    const whole = storage.partialPathOf(id, 'whole')
    await rm(whole, { force: true })
    let size = 0
    for (const number of numbers) {
      const part = storage.partialPathOf(id, String(number))
      const output = createWriteStream(whole, { flags: 'a' })
      await pipeline(createReadStream(part), output)
      size += output.bytesWritten
      await rm(part)
      if (size > maximumSize) {
        await rm(whole)
        throw new HttpError(413, `the upload is over ${maximumSize} bytes`)
      }
    }
    await rename(whole, storage.pathOf(id))
    sendJson(exchange, 200, {})
  }

  return [
    {
      methods: ['POST'],
      pattern: /^\/uploads\/(?<id>[^/]+)\/[^/]+\/complete$/,
      handle: (exchange, { id }) => complete(exchange, requireUpload(id)),
    },
    {
      methods: ['PUT'],
      pattern: /^\/uploads\/(?<id>[^/]+)\/[^/]+\/(?<part>[1-9]\d{0,3})$/,
      handle(exchange, { id, part = '' }) {
        const known = requireUpload(id)
        return receiveBytes(exchange, (exchange) => putPart(exchange, known, part))
      },
    },
    {
      methods: ['PUT'],
      pattern: /^\/uploads\/(?<id>[^/]+)\/[^/]+$/,
      handle(exchange, { id }) {
        const known = requireUpload(id)
        return receiveBytes(exchange, (exchange) => putWhole(exchange, known))
      },
    },
  ]
}

function partNumbers(parts: unknown): number[] {
  const numbers = (Array.isArray(parts) ? parts : []).map((part: unknown) =>
    Number((part as { partNumber?: unknown } | null)?.partNumber),
  )
  const isWhole = numbers.length > 0 && numbers.every((number) => Number.isInteger(number) && number > 0)
  if (isWhole) return numbers.toSorted((a, b) => a - b)
  throw new HttpError(400, 'parts must be a list of { partNumber, etag }')
}
