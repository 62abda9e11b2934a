// Draws frames of one draft into shared memory. Any worker can draw any frame, since a frame depends on its second alone.
import { parentPort, workerData } from 'node:worker_threads'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import {
  createDraft,
  type Draft,
  type DraftImage,
  type DraftOperation,
  type DraftVideo,
} from '@pika-kit/preview'
import { decodeImage } from './decode-image.ts'
import { registerFonts } from './fonts.ts'
import { frameBytesOf, type PixelFormat } from './pixel-format.ts'
import type { VideoStills } from './video-source.ts'

/** An input's medium, as the worker gets it: an image's file, or the size of a video whose frames come with each job. */
export type WorkerMedium =
  | { kind: 'image'; file: string; width: number; height: number }
  | { kind: 'video'; width: number; height: number; duration: number; stills?: VideoStills }

export interface WorkerStart {
  operation: DraftOperation
  input: Record<string, unknown>
  media: [url: string, medium: WorkerMedium][]
  /** Pixels of the draft. */
  width: number
  height: number
  /** Slots of one frame each; with a video, twice as many of RGBA: all targets, then the video's frames. */
  memory: SharedArrayBuffer
  slots: number
}

export interface WorkerJob {
  frame: number
  slot: number
}

export type WorkerReply =
  | { kind: 'ready'; pixelFormat: PixelFormat; stages: { start: number; note: string }[] }
  | { kind: 'drawn'; frame: number; slot: number }
  | { kind: 'failed'; message: string; url?: string }

/** Already reported to the parent. */
class BrokenImage extends Error {}

const { operation, input, media, width, height, memory, slots } = workerData as WorkerStart
const port = parentPort
if (!port) throw new Error('worker.ts is started by render-draft.ts, not by itself')
const reply = (message: WorkerReply) => port.postMessage(message)
const rgbaBytes = frameBytesOf('rgba', width, height)
const videoFrame = createCanvas(width, height)

try {
  registerFonts()
  const decoded = new Map<string, DraftImage | DraftVideo>()
  for (const [url, medium] of media) {
    decoded.set(url, medium.kind === 'image' ? await decode(url, medium) : videoOf(medium))
  }
  const draft = createDraft(operation, input, decoded, {
    createCanvas: (w, h) => createCanvas(w, h),
    size: { width, height },
  })
  const pixelFormat = draft.fillYuv ? 'yuv420p' : 'rgba'
  const frameBytes = frameBytesOf(pixelFormat, width, height)
  const draw = draft.fillYuv ?? drawerOn(createCanvas(width, height), draft)
  port.on('message', ({ frame, slot }: WorkerJob) => {
    try {
      if (memory.byteLength > slots * rgbaBytes) loadVideoFrame(slot)
      draw(new Uint8Array(memory, slot * frameBytes, frameBytes), frame / draft.framesPerSecond)
      reply({ kind: 'drawn', frame, slot })
    } catch (error) {
      reply({ kind: 'failed', message: messageOf(error) })
    }
  })
  reply({ kind: 'ready', pixelFormat, stages: [...draft.stages] })
} catch (error) {
  if (!(error instanceof BrokenImage)) reply({ kind: 'failed', message: messageOf(error) })
}

function drawerOn(target: Canvas, draft: Draft): (bytes: Uint8Array, seconds: number) => void {
  const context = target.getContext('2d')
  return (bytes, seconds) => {
    draft.draw(context, seconds)
    bytes.set(target.data())
  }
}

function videoOf({ width, height, duration, stills }: WorkerMedium & { kind: 'video' }): DraftVideo {
  return {
    width,
    height,
    duration,
    frameAt: () => videoFrame,
    ...(stills && {
      stills: stills.frames.map((frame, index) => {
        const picture = createCanvas(stills.width, stills.height)
        const pixels = picture.getContext('2d').createImageData(stills.width, stills.height)
        pixels.data.set(frame)
        picture.getContext('2d').putImageData(pixels, 0, 0)
        return { seconds: index / stills.perSecond, picture }
      }),
    }),
  }
}

function loadVideoFrame(slot: number): void {
  const pixels = videoFrame.getContext('2d').createImageData(width, height)
  pixels.data.set(new Uint8Array(memory, (slots + slot) * rgbaBytes, rgbaBytes))
  videoFrame.getContext('2d').putImageData(pixels, 0, 0)
}

async function decode(url: string, medium: { file: string; width: number; height: number }): Promise<Canvas> {
  try {
    return await decodeImage(medium.file, medium, { width, height })
  } catch (cause) {
    reply({ kind: 'failed', message: `the image cannot be decoded: ${messageOf(cause)}`, url })
    throw new BrokenImage(url, { cause })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
