import type { CreateCanvas, DraftCanvas, DraftContext } from '../canvas.ts'
import type { Rectangle } from '../toolkit/pictures.ts'

/** What an effect's drawing has to work with. The picture fills `place`; behind it a backdrop is painted already. */
export interface EffectScene {
  picture: DraftCanvas
  place: Rectangle
  /** Pixels of the frame. */
  width: number
  height: number
  seed: number
  createCanvas: CreateCanvas
}

/** Prepares an effect; the function it gives paints the picture at `t`, 0 (untouched) to 1 (over). */
export type EffectMotion = (scene: EffectScene) => (context: DraftContext, t: number, seconds: number) => void
