import { readFile, stat } from 'node:fs/promises'
import type { QueueRequest } from '../queue/request.ts'
import { posterOf, readImageHeader } from '../render/index.ts'
import type { Storage } from '../storage/storage.ts'

/** A small picture of a request. */
export interface Picture {
  contentType: string
  bytes: Buffer
}

/** Finds a picture for a request: a frame of its video, or before there is one the first image of its input. */
export interface Thumbnails {
  /** Its address below the emulator's; undefined where there is none. Costs nothing: the page asks for it of many at once. */
  addressOf(request: QueueRequest): string | undefined
  /** Undefined where the file is gone, or is no picture. */
  pictureOf(request: QueueRequest): Promise<Picture | undefined>
}

/** Bytes. A larger input is not sent as a thumbnail; its video's frame comes soon enough. */
const LARGEST_INPUT = 16 * 1024 * 1024
const KEPT = 200
const HEADER_BYTES = 256 * 1024

/** `localFile` finds the file behind a URL of the own storage. Pictures elsewhere are not fetched: the page stays on this machine. */
export function createThumbnails(
  storage: Storage,
  localFile: (url: string) => string | undefined | null,
): Thumbnails {
  const inputs = new WeakMap<QueueRequest, string | undefined>()
  const posters = new Map<string, Promise<Picture | undefined>>()

  function inputOf(request: QueueRequest): string | undefined {
    if (!inputs.has(request)) {
      const isNear = (text: string): boolean => text.startsWith('data:image/') || localFile(text) != null
      inputs.set(request, firstString(request.input, isNear))
    }
    return inputs.get(request)
  }

  function poster(fileId: string): Promise<Picture | undefined> {
    const made =
      posters.get(fileId) ??
      posterOf(storage.pathOf(fileId)).then(
        (bytes) => ({ contentType: 'image/jpeg', bytes }),
        () => undefined,
      )
    posters.delete(fileId)
    posters.set(fileId, made)
    const [oldest] = posters.keys()
    if (posters.size > KEPT && oldest !== undefined) posters.delete(oldest)
    return made
  }

  return {
    addressOf(request) {
      const { video } = request.outcome ?? {}
      if (!video && inputOf(request) === undefined) return undefined
      return `/_emulator/requests/${request.id}/thumbnail?of=${video ? 'video' : 'input'}`
    },
    async pictureOf(request) {
      const { video } = request.outcome ?? {}
      if (video) return poster(video.fileId)
      const url = inputOf(request)
      const bytes = url === undefined ? undefined : await bytesOf(url, localFile)
      if (!bytes) return undefined
      try {
        // Only what says it is a picture by its first bytes is sent as one, whatever its name is.
        const header = readImageHeader(bytes.subarray(0, HEADER_BYTES))
        return header && { contentType: header.contentType, bytes }
      } catch {
        return undefined
      }
    },
  }
}

async function bytesOf(
  url: string,
  localFile: (url: string) => string | undefined | null,
): Promise<Buffer | undefined> {
  if (url.startsWith('data:')) {
    if (url.length > LARGEST_INPUT * 1.4) return undefined
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  }
  const file = localFile(url)
  if (file == null || (await stat(file)).size > LARGEST_INPUT) return undefined
  return readFile(file)
}

/** The first text anywhere in a JSON value that fits. */
function firstString(value: unknown, fits: (text: string) => boolean): string | undefined {
  if (typeof value === 'string') return fits(value) ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const item of Object.values(value)) {
    const found = firstString(item, fits)
    if (found !== undefined) return found
  }
  return undefined
}
