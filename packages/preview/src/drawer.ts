import type { CreateCanvas, DraftContext, DraftImage, DraftVideo } from './canvas.ts'
import type { FrameSize } from './frame-size.ts'
import type { DraftOperation } from './media.ts'
import type { Steps } from './toolkit/steps.ts'
import type { YuvPlanes } from './toolkit/yuv.ts'

/** What a drawer gets to know about the draft that it prepares. */
export interface Scene {
  operation: DraftOperation
  input: Record<string, unknown>
  /** The decoded images of the input, in order. */
  images: readonly DraftImage[]
  videos: readonly DraftVideo[]
  /** Pixels. */
  width: number
  height: number
  /** Seconds. */
  duration: number
  seed: number
  /** The prompt of the whole, empty where there is none. */
  prompt: string
  createCanvas: CreateCanvas
}

/** A stretch of the draft with a name, for log lines. */
export interface Stage {
  /** Seconds. */
  start: number
  /** For example `transition 2 of 3`. */
  note: string
}

/** What a drawing searches for before it can paint some of its frames, and how to go on meanwhile. */
export interface DraftSearch {
  /** Whether `draw` has nothing left to search for at this second. */
  isDoneFor(seconds: number): boolean
  /** Searches, some milliseconds a step, in the order of play from a second on, then what is before it. */
  stepsFrom(seconds: number): Steps
  /** Paints at once what stands in until then. */
  drawMeanwhile(context: DraftContext, seconds: number): void
}

/** A prepared draft: `draw` depends on nothing but the seconds, and paints the whole frame. */
export interface Drawing {
  stages: readonly Stage[]
  draw(context: DraftContext, seconds: number): void
  /** Writes the same frame to `words`, a number of four channels a pixel, where a drawing is made of pixels and needs no canvas. */
  fill?(words: Int32Array, seconds: number): void
  /** Writes the same frame as a video encoder takes it. */
  fillYuv?(planes: YuvPlanes, seconds: number): void
  /** Where something is searched for: without it, `draw` and `fill` search when they first need to. */
  search?: DraftSearch
  /** The same drawing in another size. What is searched for is shared by all sizes. */
  resized?(size: FrameSize): Drawing
}

/** Prepares one kind of draft. Costly things (scaled copies, layouts) are done here once and not per frame. */
export type Drawer = (scene: Scene) => Drawing
