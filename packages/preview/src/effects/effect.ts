import type { CreateCanvas, DraftCanvas, DraftContext } from '../canvas.ts'
import type { Rectangle } from '../toolkit/pictures.ts'
import type { Eye } from '../toolkit/subject.ts'

/** What an effect's drawing has to work with. Pictures have the frame's size; the ground is painted already. */
export interface EffectScene {
  /** What the effect happens to, transparent around it: what stands out of the picture, or the whole picture as a print. */
  subject: DraftCanvas
  /** Where the subject is in the frame. */
  box: Rectangle
  /** What is behind the subject, opaque. */
  ground: DraftCanvas
  /** The subject is a sheet: it has no inside. */
  isFlat: boolean
  /** Where the subject's head and eyes are, as well as can be guessed. */
  head: Rectangle
  eyes: readonly [left: Eye, right: Eye]
  /** Pixels of the frame. */
  width: number
  height: number
  /** The measure of strokes and small things, in pixels: a hundredth of the frame's mean side. */
  unit: number
  seed: number
  createCanvas: CreateCanvas
}

/** Prepares an effect; the function it gives paints the subject at `t`, 0 (untouched) to 1 (over). */
export type EffectMotion = (scene: EffectScene) => (context: DraftContext, t: number, seconds: number) => void
