import {
  DEFAULT_MEDIA_BYTES,
  mediaFileProblem,
  type MediaKind,
  type MediaProblem,
  SNIFFED_BYTES,
  sniffMedia,
} from '@pika-kit/core'
import type { MediaDetails } from './mediaItems.ts'

/** What a file may be. */
export interface MediaRules {
  kind: MediaKind
  /** Of one file; what a server takes by default. */
  maximumFileSize?: number | undefined
  /** Of a video; any length by default, as fal documents no limit. */
  maximumSeconds?: number | undefined
}

export type Inspection =
  | { ok: true; /** With the type that its bytes show. */ file: File; details: MediaDetails }
  | { ok: false; problem: MediaProblem }

/**
 * Looks into a file before it is sent: what its bytes say it is, whether a picture can be decoded, how large and how long it is.
 * A video that this browser cannot play is taken all the same: the models read more than browsers do.
 */
export async function inspectMedia(
  file: File,
  { kind, maximumFileSize, maximumSeconds = Infinity }: MediaRules,
): Promise<Inspection> {
  const start = await startOf(file)
  // It was moved or deleted since it was chosen.
  if (!start) return { ok: false, problem: { code: 'UNREADABLE' } }
  const type = sniffMedia(start)
  const limits =
    maximumFileSize === undefined ? DEFAULT_MEDIA_BYTES : { image: maximumFileSize, video: maximumFileSize }
  const problem = mediaFileProblem({ type, bytes: file.size }, { kind, limits })
  if (problem || type === null) return { ok: false, problem: problem ?? { code: 'UNREADABLE' } }

  const measures = await (kind === 'image' ? measurePicture(file) : measureVideo(file))
  if (!measures && DECODED_EVERYWHERE.has(type)) return { ok: false, problem: { code: 'UNREADABLE' } }
  const { width, height, seconds } = measures ?? { width: null, height: null, seconds: null }
  if (seconds !== null && seconds > maximumSeconds)
    return { ok: false, problem: { code: 'TOO_LONG', seconds, limit: maximumSeconds } }
  return {
    ok: true,
    file: file.type === type ? file : new File([file], file.name, { type, lastModified: file.lastModified }),
    details: { name: file.name, type, bytes: file.size, width, height, seconds },
  }
}

/** A picture of these that cannot be decoded is broken; of others it may only be that this browser is older. */
const DECODED_EVERYWHERE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

async function startOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer())
  } catch {
    return null
  }
}

type Measures = Pick<MediaDetails, 'width' | 'height' | 'seconds'>

async function measurePicture(file: File): Promise<Measures | null> {
  try {
    // Decodes the whole, so that a file that was cut off is found out.
    const picture = await createImageBitmap(file)
    const { width, height } = picture
    picture.close()
    return { width, height, seconds: null }
  } catch {
    return null
  }
}

/** A video that tells nothing in this time is taken without its length. */
const METADATA_MS = 5_000

async function measureVideo(file: File): Promise<Measures | null> {
  const url = URL.createObjectURL(file)
  const video = document.createElement('video')
  video.preload = 'metadata'
  video.muted = true
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new Error('the video tells nothing of itself here'))
      const timer = setTimeout(fail, METADATA_MS)
      const end = (next: () => void) => () => (clearTimeout(timer), next())
      video.addEventListener('loadedmetadata', end(resolve), { once: true })
      video.addEventListener('error', end(fail), { once: true })
      video.src = url
    })
    // A recording that was never finished has no length of its own.
    const seconds = Number.isFinite(video.duration) ? video.duration : null
    return { width: video.videoWidth || null, height: video.videoHeight || null, seconds }
  } catch {
    return null
  } finally {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(url)
  }
}
