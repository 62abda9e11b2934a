import type { DraftKind } from '@pika-kit/core'
import { drawCamera } from './camera/draw-camera.ts'
import type { CreateCanvas, DraftContext } from './canvas.ts'
import { drawComposition } from './composition/draw-composition.ts'
import type { DraftSearch, Drawer, Drawing, Stage } from './drawer.ts'
import { drawEdit } from './edit/draw-edit.ts'
import { drawEffect } from './effects/draw-effect.ts'
import { durationOf, type FrameSize, frameSizeOf } from './frame-size.ts'
import { type DraftMedia, type DraftOperation, imagesOf, mediaUrlsOf, videosOf } from './media.ts'
import { drawTitle } from './title/draw-title.ts'
import { drawDraftMark, pixelMark } from './toolkit/draft-mark.ts'
import { seedOf } from './toolkit/random.ts'
import { yuvPlanesIn } from './toolkit/yuv.ts'
import { yuvMark } from './toolkit/yuv-mark.ts'
import { drawTransitions } from './transitions/draw-transitions.ts'

/** Frames a second of every draft, as Pika's own videos have. */
export const FRAMES_PER_SECOND = 24

/** A video that is not rendered yet: a size, a length, and a way to paint any moment of it. */
export interface Draft {
  /** Pixels, even. */
  width: number
  height: number
  /** Seconds. */
  duration: number
  framesPerSecond: number
  /** Named stretches in order of time; the first starts at 0. */
  stages: readonly Stage[]
  /** Paints the whole frame of a second. The same second always gives the same picture. */
  draw(context: DraftContext, seconds: number): void
  /**
   * Writes the same frame, within a level of 255 where the mark is, to `width` × `height` pixels of RGBA (four bytes a
   * number), without a canvas in between. Only drafts that are made of pixels have it.
   */
  fill?(words: Int32Array, seconds: number): void
  /**
   * Writes the same frame as a video encoder takes it: `width` × `height` bytes of brightness, then a quarter of that for each
   * colour difference (I420, BT.709, limited range). Brightness is that of `fill` within two levels. Only drafts that are made of
   * pixels have it, where the host has WebAssembly: nothing else is fast enough to be worth it.
   */
  fillYuv?(bytes: Uint8Array, seconds: number): void
  /**
   * How to play without waiting for what `draw` searches once (the motion between two keyframes, some tenths of a second a
   * transition). Only drafts that search have it; without it they search when a frame first needs it.
   */
  search?: DraftSearch
  /** The same draft in another size; what was searched in one is found in all. Only where a search is to be shared. */
  resized?(size: FrameSize): Draft
}

export interface DraftOptions {
  /** Makes canvases for in-between pictures. */
  createCanvas: CreateCanvas
  /** Another size than the operation's own, for a small preview. Default: `frameSizeOf`. */
  size?: FrameSize
  /** Whether the corner says that this is a draft. Default: true. */
  mark?: boolean
  /**
   * Used where the input has no seed of its own. Default: a number from the input, but not from its addresses, so that
   * the same input looks the same in the browser, in a video, and with the same pictures uploaded again.
   */
  seed?: number
}

const drawers: Record<DraftKind, Drawer> = {
  transitions: drawTransitions,
  camera: drawCamera,
  title: drawTitle,
  composition: drawComposition,
  edit: drawEdit,
  effect: drawEffect,
}

/**
 * Prepares the draft of an operation's input. `media` has the decoded images and videos of the input by their URLs.
 * Which drawer is used follows from `operation.draft`, so an operation that did not exist when this was written works too.
 * Throws a `TypeError` that names the field when a medium is missing or of the wrong kind.
 */
export function createDraft(
  operation: DraftOperation,
  input: Record<string, unknown>,
  media: DraftMedia,
  options: DraftOptions,
): Draft {
  const { createCanvas } = options
  const { width, height } = options.size ?? frameSizeOf(operation, input, media)
  const duration = durationOf(operation, input, media)
  const ownSeed = input['seed']
  const drawing = drawers[operation.draft]({
    operation,
    input,
    images: imagesOf(operation, input, media),
    videos: videosOf(operation, input, media),
    width,
    height,
    duration,
    seed: typeof ownSeed === 'number' ? ownSeed : (options.seed ?? seedOf(wordsOf(operation, input))),
    prompt: typeof input['prompt'] === 'string' ? input['prompt'] : '',
    createCanvas,
  })
  return draftOf(drawing, { width, height }, duration, options)
}

function draftOf(drawing: Drawing, size: FrameSize, duration: number, options: DraftOptions): Draft {
  const { width, height } = size
  const hasMark = options.mark !== false
  const { createCanvas } = options
  const { fill, fillYuv, search, resized } = drawing
  const marked = (draw: Drawing['draw']): Drawing['draw'] =>
    function drawMarked(context, seconds) {
      context.save()
      draw(context, seconds)
      context.restore()
      if (hasMark) drawDraftMark(context, width, height)
    }
  // Made when first used: a host asks for frames in one form only.
  let markPixels: ReturnType<typeof pixelMark> | undefined
  let markYuv: ReturnType<typeof yuvMark> | undefined
  return {
    width,
    height,
    duration,
    framesPerSecond: FRAMES_PER_SECOND,
    stages: drawing.stages,
    draw: marked(drawing.draw),
    ...(fill && {
      fill(words, seconds) {
        fill(words, seconds)
        if (hasMark) (markPixels ??= pixelMark(createCanvas, width, height))(words)
      },
    }),
    ...(fillYuv && {
      fillYuv(bytes, seconds) {
        const planes = yuvPlanesIn(bytes, width, height)
        fillYuv(planes, seconds)
        if (hasMark) (markYuv ??= yuvMark(createCanvas, width, height))(planes)
      },
    }),
    ...(search && { search: { ...search, drawMeanwhile: marked(search.drawMeanwhile) } }),
    ...(resized && { resized: (other: FrameSize) => draftOf(resized(other), other, duration, options) }),
  }
}

/** What an input says besides where its media are. */
function wordsOf(operation: DraftOperation, input: Record<string, unknown>): string {
  const addresses = new Set<unknown>(mediaUrlsOf(operation, input).map(({ url }) => url))
  return JSON.stringify(input, (_, value: unknown) => (addresses.has(value) ? '' : value))
}
