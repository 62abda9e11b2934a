import { S3mini } from 's3mini'
import type { VideoStorage } from './video-archive.ts'

/** A bucket of any service that speaks S3: AWS, R2, MinIO, Spaces … */
export interface S3Options {
  bucket: string
  /** `auto` where the service has no regions. */
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Where the service is: `https://s3.example`; left out for AWS. The bucket becomes the first part of the path. */
  endpoint?: string | undefined
  /** Goes before each name in the bucket: `videos/`. */
  prefix?: string | undefined
  /** Where anyone may read the bucket, without a slash at its end; without it links are signed, and end. */
  publicUrl?: string | undefined
  /** Seconds that a signed link is good for. By default a day; the most is a week. */
  linkSeconds?: number | undefined
}

export interface S3Storage extends VideoStorage {
  /** A link to a video; with `fileName` one that a browser saves under this name. */
  urlOf(key: string, fileName: string | null): Promise<string>
}

/** A part of an upload; services take no smaller ones than 5 MB. Three of them are the most of a video that is in memory. */
const PART_BYTES = 8 * 1024 * 1024
const REQUEST_TIMEOUT_MS = 120_000
const DAY_SECONDS = 86_400

/**
 * Keeps videos as objects of a bucket. A video of more than one part is uploaded in parts, one after the other: S3 shows
 * it only once it is whole. Parts are not handed to s3mini as a stream, since that leaves a rejection without a handler
 * where the stream breaks, which would end the process.
 */
export function createS3Storage(options: S3Options): S3Storage {
  const {
    bucket,
    region,
    accessKeyId,
    secretAccessKey,
    prefix = '',
    publicUrl,
    linkSeconds = DAY_SECONDS,
  } = options
  const base = (options.endpoint ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, '')
  const connect = (signal?: AbortSignal) =>
    new S3mini({
      accessKeyId,
      secretAccessKey,
      region,
      endpoint: `${base}/${bucket}`,
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          signal: AbortSignal.any([AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(signal ? [signal] : [])]),
        }),
    })
  const client = connect()

  return {
    async write(key, contentType, bytes, signal) {
      const name = prefix + key
      const writer = connect(signal)
      const parts = partsOf(bytes)
      const first = await parts.next()
      const second = await parts.next()
      signal.throwIfAborted()
      if (first.done || second.done) {
        await writer.putObject(name, first.done ? Buffer.alloc(0) : first.value, contentType)
        return
      }
      const uploadId = await writer.getMultipartUploadId(name, contentType)
      try {
        const uploaded = []
        let next: IteratorResult<Buffer> = first
        for (let number = 1; !next.done; number++) {
          signal.throwIfAborted()
          uploaded.push(await writer.uploadPart(name, uploadId, next.value, number))
          next = number === 1 ? second : await parts.next()
        }
        await writer.completeMultipartUpload(name, uploadId, uploaded)
      } catch (error) {
        // Not by the writer, whose signal may be aborted. What stays behind after all, a lifecycle rule of the bucket ends.
        await client.abortMultipartUpload(name, uploadId).catch(() => undefined)
        throw error
      }
    },
    async remove(key) {
      await client.deleteObject(prefix + key)
    },
    async urlOf(key, fileName) {
      if (publicUrl !== undefined) return `${publicUrl}/${prefix}${key}`
      return client.getPresignedUrl('GET', prefix + key, linkSeconds, {
        ...(fileName !== null && {
          'response-content-disposition': `attachment; filename="${fileName}"`,
        }),
      })
    },
  }
}

/** The bytes in parts of one size, but for the last. */
async function* partsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    let rest = chunk
    while (size + rest.byteLength >= PART_BYTES) {
      const fitting = rest.subarray(0, PART_BYTES - size)
      yield Buffer.concat([...waiting, fitting])
      rest = rest.subarray(fitting.byteLength)
      waiting = []
      size = 0
    }
    if (rest.byteLength > 0) waiting.push(rest)
    size += rest.byteLength
  }
  if (size > 0) yield Buffer.concat(waiting)
}
