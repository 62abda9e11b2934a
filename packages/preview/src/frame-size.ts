import { type DraftMedia, type DraftOperation, imagesOf, videosOf } from './media.ts'
import { transitionSeconds } from './transitions/timing.ts'

/** Pixels. */
export interface FrameSize {
  width: number
  height: number
}

const DEFAULT_SHORT_SIDE = 720
/** A panorama would give a frame of a few lines, or one of many thousand columns. */
const WIDEST_RATIO = 2.4
const DEFAULT_SECONDS = 5
/** Seconds. A draft of an edit shows the change; longer videos are cut. */
export const LONGEST_EDIT_SECONDS = 10

/**
 * The size of the video. `resolution` (`720p`, `1080p`) is the short side, 720 where the operation has none. The ratio is
 * `aspectRatio` where it has one, else that of the first image or video, within 1 : 2.4 and 2.4 : 1. Sides are even, as
 * yuv420p wants them.
 */
export function frameSizeOf(
  operation: DraftOperation,
  input: Record<string, unknown>,
  media: DraftMedia,
): FrameSize {
  const short = Number(/^(\d+)p$/.exec(String(input['resolution']))?.[1] ?? DEFAULT_SHORT_SIDE)
  const ratio = ratioOf(operation, input, media)
  const long = even(short * Math.max(ratio, 1 / ratio))
  return ratio >= 1 ? { width: long, height: even(short) } : { width: even(short), height: long }
}

/**
 * The length of the video in seconds: the sum of the transitions between stills (5 where one says nothing), `duration`
 * where the operation has it, the input video's own length for edits (at most 10), else 5.
 */
export function durationOf(
  operation: DraftOperation,
  input: Record<string, unknown>,
  media: DraftMedia,
): number {
  if (operation.draft === 'transitions')
    return transitionSeconds(operation, input).reduce((sum, seconds) => sum + seconds, 0)
  if (typeof input['duration'] === 'number') return input['duration']
  const video = operation.draft === 'edit' ? videosOf(operation, input, media)[0] : undefined
  if (video) return Math.min(Math.max(video.duration, 0.1), LONGEST_EDIT_SECONDS)
  return DEFAULT_SECONDS
}

function ratioOf(operation: DraftOperation, input: Record<string, unknown>, media: DraftMedia): number {
  const named = /^(\d+):(\d+)$/.exec(String(input['aspectRatio']))
  if (named) return Number(named[1]) / Number(named[2])
  const shown = videosOf(operation, input, media)[0] ?? imagesOf(operation, input, media)[0]
  if (!shown || shown.width <= 0 || shown.height <= 0) return 16 / 9
  return Math.min(WIDEST_RATIO, Math.max(1 / WIDEST_RATIO, shown.width / shown.height))
}

function even(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2)
}
