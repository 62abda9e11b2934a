import type { Operation, Video } from '@pika-kit/core'
import { createDraft, type DraftImage, type DraftVideo, frameSizeOf, mediaUrlsOf } from '@pika-kit/preview'
import { readVideo } from './read-video.ts'

const WIDTH = 640

/** A picture or video of the input cannot be read in this page: other sites must allow that (CORS). */
export class MediaUnreadableError extends Error {
  override readonly name = 'MediaUnreadableError'
}

/**
 * Records the draft of an input from a canvas: the "video" of the simulation. Takes as long as the draft plays, and before
 * that as long as it takes to read the pictures of its videos. Throws a `MediaUnreadableError`, or an error where the browser
 * was too busy to record a frame: another try may succeed.
 */
export async function recordDraft(operation: Operation, input: Record<string, unknown>): Promise<Video> {
  const references = mediaUrlsOf(operation, input)
  const media = new Map(
    await Promise.all(references.map(async ({ url, kind }) => [url, await decode(kind, url)] as const)),
  )
  const canvas = document.createElement('canvas')
  const createCanvas = (width: number, height: number) =>
    Object.assign(document.createElement('canvas'), { width, height })
  const full = frameSizeOf(operation, input, media)
  const height = Math.round((WIDTH * full.height) / full.width / 2) * 2
  const draft = createDraft(operation, input, media, {
    createCanvas,
    size: { width: WIDTH, height },
  })
  Object.assign(canvas, { width: draft.width, height: draft.height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser gives no canvas')
  draft.draw(context, 0)

  const contentType =
    ['video/mp4', 'video/webm'].find((type) => MediaRecorder.isTypeSupported(type)) ?? 'video/webm'
  const recorder = new MediaRecorder(canvas.captureStream(24), { mimeType: contentType })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
  recorder.start()
  const start = performance.now()
  await new Promise<void>((resolve) => {
    const paint = (now: number) => {
      const seconds = (now - start) / 1_000
      draft.draw(context, Math.min(seconds, draft.duration))
      if (seconds < draft.duration) requestAnimationFrame(paint)
      else resolve()
    }
    requestAnimationFrame(paint)
  })
  recorder.stop()
  await stopped
  for (const medium of media.values()) medium.close()
  const blob = new Blob(parts, { type: contentType })
  if (blob.size === 0) throw new Error('the browser recorded no frame')
  return {
    url: URL.createObjectURL(blob),
    contentType,
    fileName: `draft.${contentType.slice('video/'.length)}`,
    fileSize: blob.size,
    width: draft.width,
    height: draft.height,
    duration: draft.duration,
  }
}

async function decode(
  kind: 'image' | 'video',
  url: string,
): Promise<(DraftImage | DraftVideo) & { close(): void }> {
  try {
    return await (kind === 'video' ? readVideo(url) : readImage(url))
  } catch (cause) {
    const shown = url.startsWith('data:') ? 'the file' : url
    throw new MediaUnreadableError(`${shown} cannot be read from this page.`, { cause })
  }
}

async function readImage(url: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(url)).blob())
}
