import type { DraftCanvas, DraftContext, DraftImage } from '../canvas.ts'
import type { CreateCanvas } from '../canvas.ts'
import type { Rectangle } from '../toolkit/pictures.ts'
import { crush, deflate, inflate, melt, poke, squish } from './bending.ts'
import { cakeIfy, decapitate, peel, tear } from './cutting.ts'
import { crumble, dissolve, explode } from './shattering.ts'
import { eyePop, levitate, taDa } from './staging.ts'

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

/** How a draft shows one effect. */
export interface EffectDrawing {
  motion: EffectMotion
  /** The draft only hints at the effect and names it in a caption; no own motion is drawn yet. */
  isSketch: boolean
}

const drawn = (motion: EffectMotion): EffectDrawing => ({ motion, isSketch: false })

/** The drawings by fal's name of the effect. An effect without an entry is drawn as a sketch. */
export const effectDrawings: Readonly<Record<string, EffectDrawing>> = {
  'Cake-ify': drawn(cakeIfy),
  Crumble: drawn(crumble),
  Crush: drawn(crush),
  Decapitate: drawn(decapitate),
  Deflate: drawn(deflate),
  Dissolve: drawn(dissolve),
  Explode: drawn(explode),
  'Eye-pop': drawn(eyePop),
  Inflate: drawn(inflate),
  Levitate: drawn(levitate),
  Melt: drawn(melt),
  Peel: drawn(peel),
  Poke: drawn(poke),
  Squish: drawn(squish),
  'Ta-da': drawn(taDa),
  Tear: drawn(tear),
}

/** The drawing of an effect by its name; a gentle sway, marked as a sketch, for a name that has none. */
export function effectDrawing(name: string): EffectDrawing {
  return effectDrawings[name] ?? { motion: sway, isSketch: true }
}

const sway: EffectMotion =
  ({ picture, place }) =>
  (context, t) => {
    context.translate(place.x + place.width / 2, place.y + place.height / 2)
    context.rotate(Math.sin(t * Math.PI * 4) * 0.05)
    context.drawImage(
      picture as DraftImage as never,
      -place.width / 2,
      -place.height / 2,
      place.width,
      place.height,
    )
  }
