import type { CreateCanvas, DraftContext, DraftImage } from '../canvas.ts'
import type { Rectangle } from '../toolkit/pictures.ts'
import type { Random } from '../toolkit/random.ts'

/** What an effect gets to work with: the viewer's picture as a thing that stands on a stage. */
export interface EffectScene {
  /** The picture with its outline (rounded corners, or its own alpha), exactly as large as `place`. */
  thing: DraftImage
  /** Where it stands at rest; whole pixels. Its lower edge is on the ground. */
  place: Rectangle
  /** The frame, in pixels. */
  width: number
  height: number
  random: Random
  seed: number
  createCanvas: CreateCanvas
}

/** Paints the thing at a moment of its effect, 0 (untouched) to 1 (done). The stage behind it is painted already. */
export type EffectPainter = (context: DraftContext, t: number) => void

/** How one effect is drawn. */
export interface EffectDrawing {
  /** True where the motion is only a stand-in; the draft then names the effect in a caption. */
  isSketch: boolean
  /** Does the costly things once. */
  prepare(scene: EffectScene): EffectPainter
}
