import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'

const HEAD_BYTES = 4_100

/**
 * Answers a GET or HEAD of an archived file as players need it: with ranges, a tag for caches, and its real kind. Any page
 * may read it, so that a canvas can draw it: the address is the secret. Null where there is no such file.
 */
export async function serveVideo(request: Request, path: string): Promise<Response | null> {
  const file = await open(path).catch(() => null)
  if (!file) return null
  try {
    const { size, mtimeMs } = await file.stat()
    const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`
    const headers = new Headers({
      'content-type': await typeOf(file),
      'accept-ranges': 'bytes',
      etag,
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'accept-ranges, content-length, content-range, etag',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const { pathname, searchParams } = new URL(request.url)
    if (searchParams.has('download'))
      headers.set('content-disposition', `attachment; filename="${pathname.split('/').at(-1)}"`)
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })

    // A range of what was copied anew since would be put together with one of the old bytes.
    const condition = request.headers.get('if-range')
    const range = condition === null || condition === etag ? request.headers.get('range') : null
    const wanted = readRange(range, size)
    if (wanted === 'outside') {
      headers.set('content-range', `bytes */${size}`)
      return new Response(null, { status: 416, headers })
    }
    const { start, end } = wanted ?? { start: 0, end: size - 1 }
    headers.set('content-length', String(end - start + 1))
    if (wanted) headers.set('content-range', `bytes ${start}-${end}/${size}`)
    const status = wanted ? 206 : 200
    if (request.method === 'HEAD') return new Response(null, { status, headers })
    const bytes = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>
    return new Response(bytes, { status, headers })
  } finally {
    await file.close()
  }
}

async function typeOf(file: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
  return (await fileTypeFromBuffer(buffer.subarray(0, bytesRead)))?.mime ?? 'application/octet-stream'
}

/** One range of bytes; null where the whole is wanted, or what is not understood: then the whole is right, too. */
function readRange(text: string | null, size: number): { start: number; end: number } | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const count = Number(to)
    return count === 0 ? 'outside' : { start: Math.max(0, size - count), end: size - 1 }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size) return 'outside'
  return end < start ? null : { start, end }
}
