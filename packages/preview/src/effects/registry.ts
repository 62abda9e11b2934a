import { drawPicture } from '../toolkit/pictures.ts'
import { cakeIfy } from './cake-ify.ts'
import { crumble } from './crumble.ts'
import { crush } from './crush.ts'
import { decapitate } from './decapitate.ts'
import { deflate } from './deflate.ts'
import { dissolve } from './dissolve.ts'
import { explode } from './explode.ts'
import { eyePop } from './eye-pop.ts'
import { inflate } from './inflate.ts'
import { levitate } from './levitate.ts'
import { melt } from './melt.ts'
import { peel } from './peel.ts'
import { poke } from './poke.ts'
import { squish } from './squish.ts'
import { taDa } from './ta-da.ts'
import { tear } from './tear.ts'
import type { EffectMotion } from './effect.ts'
import type { Staging } from './stage.ts'

/** How a draft shows one effect. */
export interface EffectDrawing {
  motion: EffectMotion
  /** What it takes hold of. */
  staging: Staging
  /** The draft only hints at the effect and names it in a caption; no own motion is drawn yet. */
  isSketch: boolean
}

const drawn = (motion: EffectMotion, staging: Staging = 'subject'): EffectDrawing => ({
  motion,
  staging,
  isSketch: false,
})

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
  Inflate: drawn(inflate, 'standing'),
  Levitate: drawn(levitate, 'standing'),
  Melt: drawn(melt),
  Peel: drawn(peel),
  Poke: drawn(poke),
  Squish: drawn(squish),
  'Ta-da': drawn(taDa),
  Tear: drawn(tear, 'print'),
}

/** The drawing of an effect by its name; a gentle sway, marked as a sketch, for a name that has none. */
export function effectDrawing(name: string): EffectDrawing {
  return effectDrawings[name] ?? { motion: sway, staging: 'print', isSketch: true }
}

const sway: EffectMotion =
  ({ subject, width, height }) =>
  (context, t) => {
    context.translate(width / 2, height / 2)
    context.rotate(Math.sin(t * Math.PI * 4) * 0.05)
    drawPicture(context, subject, -width / 2, -height / 2)
  }
