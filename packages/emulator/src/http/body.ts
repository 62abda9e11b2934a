import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error.ts'

/** Bytes. fal states no limit for data URIs; five photos of 9 MB as base64 fit in here. */
const LARGEST_JSON = 64 * 1024 * 1024

/** Reads a JSON body; an empty one is `{}`. Throws an `HttpError` 413 or 422. */
export async function readJson(request: IncomingMessage, limit = LARGEST_JSON): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new HttpError(413, `the body is over ${limit} bytes: upload the files instead`)
    chunks.push(chunk)
  }
  if (size === 0) return {}
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    throw new HttpError(422, {
      detail: [{ loc: ['body'], msg: 'JSON decode error: the body is not JSON', type: 'json_invalid' }],
    })
  }
}

/** A JSON body that must be an object. Throws an `HttpError` 422 for anything else. */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readJson(request)
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>
  throw new HttpError(422, {
    detail: [{ loc: ['body'], msg: 'Input should be a valid object', type: 'dict_type' }],
  })
}
