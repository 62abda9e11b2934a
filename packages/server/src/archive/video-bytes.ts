import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { CopyRefusedError } from './download.ts'

/** As many bytes as `file-type` wants to see of a file's beginning. */
const HEAD_BYTES = 4_100

/** A video whose kind is known by its first bytes; `bytes` has all of them, and can be read once. */
export interface CheckedVideo {
  /** What it is, not what was said of it. */
  contentType: string
  bytes: AsyncGenerator<Uint8Array>
  /** How many bytes were read so far. */
  size(): number
}

/**
 * Reads as much of a stream as tells what it is; after `idleMs` without a byte it counts as dead. Throws a
 * `CopyRefusedError` where it is no video, or is too large.
 */
export async function checkVideo(
  source: Readable,
  { maximumBytes, idleMs }: { maximumBytes: number; idleMs: number },
): Promise<CheckedVideo> {
  const rest = (source as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let size = 0
  const next = async () => {
    const timer = setTimeout(() => source.destroy(new Error(`nothing came for ${idleMs} ms`)), idleMs)
    const { done, value } = await rest.next().finally(() => clearTimeout(timer))
    if (done) return null
    size += value.byteLength
    if (size > maximumBytes) throw new CopyRefusedError(`the video has more than ${maximumBytes} bytes`)
    return value
  }
  const head: Uint8Array[] = []
  while (size < HEAD_BYTES) {
    const chunk = await next()
    if (!chunk) break
    head.push(chunk)
  }
  const contentType = (await fileTypeFromBuffer(Buffer.concat(head)))?.mime ?? 'unknown'
  if (!contentType.startsWith('video/')) {
    await rest.return?.()
    throw new CopyRefusedError(`what the provider has is no video (${contentType})`)
  }
  return {
    contentType,
    size: () => size,
    bytes: (async function* () {
      try {
        yield* head
        for (let chunk = await next(); chunk; chunk = await next()) yield chunk
      } finally {
        await rest.return?.()
      }
    })(),
  }
}
