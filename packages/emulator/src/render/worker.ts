// Draws frames of one draft into shared memory. Any worker can draw any frame, since a frame depends on its second alone.
import { parentPort } from 'node:worker_threads'
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

export type WorkerRequest =
  | { kind: 'prepare'; start: WorkerStart }
  | { kind: 'draw'; frame: number; slot: number }
  /** The draft is over: its pictures are given up. */
  | { kind: 'rest' }

/** One for each request but `rest`. */
export type WorkerReply =
  | { kind: 'ready'; pixelFormat: PixelFormat; stages: { start: number; note: string }[] }
  | { kind: 'drawn'; frame: number; slot: number }
  | { kind: 'failed'; message: string; url?: string }

const port = parentPort
if (!port) throw new Error('worker.ts is started by draw-thread.ts, not by itself')
const reply = (message: WorkerReply) => port.postMessage(message)
registerFonts()

let drawFrame: ((frame: number, slot: number) => void) | undefined
/** What is left to search of the draft's motion. */
let search: Iterator<unknown> | undefined

// One after the other: what is to be drawn waits until it is prepared.
let work = Promise.resolve()
let waiting = 0
port.on('message', (request: WorkerRequest) => {
  waiting++
  work = work
    .then(() => handle(request))
    .then(() => {
      waiting--
      setImmediate(searchAhead)
    })
})

/** Searches while nothing is to be drawn: the encoder would wait for the first frame of the next transition. */
function searchAhead(): void {
  if (waiting > 0 || !search) return
  if (search.next().done) search = undefined
  else setImmediate(searchAhead)
}

async function handle(request: WorkerRequest): Promise<void> {
  try {
    if (request.kind === 'prepare') await prepare(request.start)
    else if (request.kind === 'rest') drawFrame = search = undefined
    else {
      if (!drawFrame) throw new Error('a frame was asked for before its draft was prepared')
      drawFrame(request.frame, request.slot)
      reply({ kind: 'drawn', frame: request.frame, slot: request.slot })
    }
  } catch (error) {
    reply({
      kind: 'failed',
      message: messageOf(error),
      ...(error instanceof BrokenImage && { url: error.url }),
    })
  }
}

async function prepare({
  operation,
  input,
  media,
  width,
  height,
  memory,
  slots,
}: WorkerStart): Promise<void> {
  const videoFrame = createCanvas(width, height)
  const decoded = new Map<string, DraftImage | DraftVideo>(
    await Promise.all(
      media.map(async ([url, medium]) => {
        const isImage = medium.kind === 'image'
        const source = isImage ? await decode(url, medium, { width, height }) : videoOf(medium, videoFrame)
        return [url, source] as const
      }),
    ),
  )
  const draft = createDraft(operation, input, decoded, {
    createCanvas: (w, h) => createCanvas(w, h),
    size: { width, height },
  })
  const pixelFormat = draft.fillYuv ? 'yuv420p' : 'rgba'
  const frameBytes = frameBytesOf(pixelFormat, width, height)
  const hasVideo = memory.byteLength > slots * frameBytesOf('rgba', width, height)
  search = draft.search?.stepsFrom(0)
  const draw = draft.fillYuv ?? drawerOn(createCanvas(width, height), draft)
  drawFrame = (frame, slot) => {
    if (hasVideo) loadFrame(videoFrame, new Uint8Array(memory, (slots + slot) * frameBytes, frameBytes))
    draw(new Uint8Array(memory, slot * frameBytes, frameBytes), frame / draft.framesPerSecond)
  }
  reply({ kind: 'ready', pixelFormat, stages: [...draft.stages] })
}

function drawerOn(target: Canvas, draft: Draft): (bytes: Uint8Array, seconds: number) => void {
  const context = target.getContext('2d')
  return (bytes, seconds) => {
    draft.draw(context, seconds)
    bytes.set(target.data())
  }
}

function videoOf(
  { width, height, duration, stills }: WorkerMedium & { kind: 'video' },
  frame: Canvas,
): DraftVideo {
  return {
    width,
    height,
    duration,
    frameAt: () => frame,
    ...(stills && {
      stills: stills.frames.map((pixels, index) => {
        const picture = createCanvas(stills.width, stills.height)
        loadFrame(picture, pixels)
        return { seconds: index / stills.perSecond, picture }
      }),
    }),
  }
}

function loadFrame(canvas: Canvas, rgba: Uint8Array): void {
  const context = canvas.getContext('2d')
  const pixels = context.createImageData(canvas.width, canvas.height)
  pixels.data.set(rgba)
  context.putImageData(pixels, 0, 0)
}

class BrokenImage extends Error {
  readonly url: string

  constructor(url: string, cause: unknown) {
    super(`the image cannot be decoded: ${messageOf(cause)}`, { cause })
    this.url = url
  }
}

async function decode(
  url: string,
  medium: { file: string; width: number; height: number },
  frame: { width: number; height: number },
): Promise<Canvas> {
  try {
    return await decodeImage(medium.file, medium, frame)
  } catch (cause) {
    throw new BrokenImage(url, cause)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
