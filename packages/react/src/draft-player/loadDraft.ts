import {
  createDraft,
  type CreateCanvas,
  type Draft,
  type DraftImage,
  type DraftOperation,
  type DraftVideo,
  type FrameSize,
  frameSizeOf,
  mediaUrlsOf,
} from '@pika-kit/preview'
import { decodeImage, decodeVideo } from './decodeMedia.ts'

/** Plain data: it can be sent to a worker. */
export interface DraftRequest {
  operation: DraftOperation
  /** As `draftInputOf` gives it. */
  input: Record<string, unknown>
  /** Pixels of a box that the draft should just fill. Left out, it has the size of the video, and is never larger than that. */
  width?: number | undefined
  height?: number | undefined
}

type Medium = DraftImage | DraftVideo

// Decoded media by address, shared by every draft of this thread. Few, since each may be some megabytes.
const decoded = new Map<string, Promise<Medium>>()
const KEPT = 24

function decode(kind: 'image' | 'video', url: string): Promise<Medium> {
  let medium = decoded.get(url)
  if (!medium) {
    medium = kind === 'image' ? decodeImage(url) : decodeVideo(url)
    decoded.set(url, medium)
    // A failure is forgotten, so that the next draft tries again.
    medium.catch(() => decoded.delete(url))
    const [oldest] = decoded.keys()
    if (decoded.size > KEPT && oldest !== undefined) decoded.delete(oldest)
  }
  return medium
}

/**
 * Decodes the media of an input and prepares its draft. Runs on the page, and in a worker where there is no video. Preparing costs
 * some tenths of a second: `signal` spares it where nobody waits for it any more.
 */
export async function loadDraft(
  { operation, input, width, height }: DraftRequest,
  createCanvas: CreateCanvas,
  signal?: AbortSignal,
): Promise<Draft> {
  const references = mediaUrlsOf(operation, input)
  const media = new Map(
    await Promise.all(references.map(async ({ url, kind }) => [url, await decode(kind, url)] as const)),
  )
  signal?.throwIfAborted()
  const size = sizeWithin(frameSizeOf(operation, input, media), width, height)
  return createDraft(operation, input, media, { createCanvas, mark: false, size })
}

/** The size of the video, made smaller to fit a box; even, as videos are. */
function sizeWithin(full: FrameSize, width = Infinity, height = Infinity): FrameSize {
  const scale = Math.min(1, width / full.width, height / full.height)
  const even = (value: number) => Math.max(2, Math.round((value * scale) / 2) * 2)
  return { width: even(full.width), height: even(full.height) }
}
