import { rename, rm, stat } from 'node:fs/promises'
import type { Operation } from '@pika-kit/core'
import {
  type DraftImage,
  type DraftVideo,
  durationOf,
  FRAMES_PER_SECOND,
  frameSizeOf,
  mediaUrlsOf,
} from '@pika-kit/preview'
import { encodeVideo } from './encode-video.ts'
import { startFramePool } from './frame-pool.ts'
import { MediaError } from './media-error.ts'
import { type MediaProbe, probeMedia, videoFormatOf } from './probe-media.ts'
import { readVideoFrames, readVideoStills, type VideoStills } from './video-source.ts'
import type { WorkerMedium } from './worker.ts'

/** What to draw, from what, and where to put it. */
export interface RenderRequest {
  operation: Operation
  /** Parsed input of the operation: defaults filled in. */
  input: Record<string, unknown>
  /** From each media URL of the input, as it stands there, to a local file. */
  media: ReadonlyMap<string, string>
  /** Path of the MP4. Written only when complete; nothing is left there after an error or an abort. */
  out: string
  signal?: AbortSignal
  onProgress?(progress: RenderProgress): void
}

export interface RenderProgress {
  /** Frames encoded so far. */
  frame: number
  frames: number
  /** Given when a new stage starts, for example `transition 2 of 3`. */
  note?: string
}

export interface RenderedVideo {
  /** Pixels. */
  width: number
  height: number
  /** Seconds. */
  duration: number
  /** Bytes. */
  fileSize: number
}

/**
 * Renders the draft of a generation to an MP4: H.264 High, yuv420p, bt709, faststart, 24 frames a second.
 * Throws a `MediaError`, with the `url` of the culprit, when a medium cannot be used; the signal's reason when aborted.
 */
export async function renderDraft({
  operation,
  input,
  media,
  out,
  signal,
  onProgress,
}: RenderRequest): Promise<RenderedVideo> {
  signal?.throwIfAborted()
  const sources = await probeAll(operation, input, media)
  const shapes = new Map(sources.map(({ url, probe }) => [url, shapeOf(probe)]))
  const { width, height } = frameSizeOf(operation, input, shapes)
  const frameCount = Math.max(1, Math.round(durationOf(operation, input, shapes) * FRAMES_PER_SECOND))
  const video = sources.find(({ probe }) => probe.kind === 'video')
  const stills =
    video &&
    (await readVideoStills(
      video.file,
      videoFormatOf(video.probe),
      width,
      height,
      frameCount / FRAMES_PER_SECOND,
    ))
  const pool = startFramePool({
    operation: { draft: operation.draft, fields: operation.fields },
    input,
    media: sources.map(({ url, file, probe }): [string, WorkerMedium] => [
      url,
      mediumOf(file, probe, stills),
    ]),
    width,
    height,
    frameCount,
    videoFrames:
      video && readVideoFrames(video.file, videoFormatOf(video.probe), width, height, FRAMES_PER_SECOND),
    signal,
  })
  // Under its own name only when complete, so that nobody serves half a video.
  const partial = `${out}.partial.mp4`
  try {
    const { pixelFormat, stages } = await pool.prepared()
    await encodeVideo(partial, pool.frames(), {
      width,
      height,
      framesPerSecond: FRAMES_PER_SECOND,
      pixelFormat,
      onFrame(frame) {
        const isStart = ({ start }: { start: number }) => Math.round(start * FRAMES_PER_SECOND) === frame - 1
        const note = stages.find(isStart)?.note
        onProgress?.({ frame, frames: frameCount, ...(note !== undefined && { note }) })
      },
    })
    signal?.throwIfAborted()
    await rename(partial, out)
  } finally {
    await pool.close()
    await rm(partial, { force: true })
  }
  return { width, height, duration: frameCount / FRAMES_PER_SECOND, fileSize: (await stat(out)).size }
}

interface Source {
  url: string
  file: string
  probe: MediaProbe
}

/** Looks at all media side by side. Of several that cannot be used, the first is told. */
async function probeAll(
  operation: Operation,
  input: Record<string, unknown>,
  media: ReadonlyMap<string, string>,
): Promise<Source[]> {
  const fields = mediaUrlsOf(operation, input).map((field) => {
    const file = media.get(field.url)
    if (file === undefined)
      throw new TypeError(`${field.path.join('.')} has no file: add it to media under its URL`)
    return { ...field, file }
  })
  const probes = new Map<string, Promise<MediaProbe>>()
  for (const { url, file } of fields) if (!probes.has(url)) probes.set(url, probeMedia(file))
  await Promise.allSettled(probes.values())
  const sources = new Map<string, Source>()
  for (const { url, kind, path, file } of fields) {
    const probe = await (probes.get(url) as Promise<MediaProbe>).catch((error: unknown) => {
      throw error instanceof MediaError ? withUrl(error, url) : error
    })
    if (probe.kind !== kind) {
      const type = kind === 'image' ? 'image_load_error' : 'unsupported_video_format'
      throw new MediaError(
        type,
        `${path.join('.')} must be ${kind === 'image' ? 'an image' : 'a video'}, but the file is ${probe.contentType}`,
        { url },
      )
    }
    sources.set(url, { url, file, probe })
  }
  return [...sources.values()]
}

function withUrl(error: MediaError, url: string): MediaError {
  return new MediaError(error.type, error.message, {
    cause: error.cause,
    url,
    ...(error.context && { context: error.context }),
  })
}

/** Enough of a medium to know the draft's size and length. */
function shapeOf({ width, height, duration }: MediaProbe): DraftImage | DraftVideo {
  if (duration === undefined) return { width, height }
  return { width, height, duration, frameAt: () => ({ width, height }) }
}

function mediumOf(
  file: string,
  { width, height, duration }: MediaProbe,
  stills: VideoStills | undefined,
): WorkerMedium {
  return duration === undefined
    ? { kind: 'image', file, width, height }
    : { kind: 'video', width, height, duration, ...(stills && { stills }) }
}
