import type { CreateCanvas, DraftContext, DraftImage, DraftVideo } from './canvas.ts'
import type { DraftOperation } from './media.ts'

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

/** A prepared draft: `draw` depends on nothing but the seconds, and paints the whole frame. */
export interface Drawing {
  stages: readonly Stage[]
  draw(context: DraftContext, seconds: number): void
  /** Writes the same frame to `words`, a number of four channels a pixel, where a drawing is made of pixels and needs no canvas. */
  fill?(words: Int32Array, seconds: number): void
}

/** Prepares one kind of draft. Costly things (scaled copies, layouts) are done here once and not per frame. */
export type Drawer = (scene: Scene) => Drawing
