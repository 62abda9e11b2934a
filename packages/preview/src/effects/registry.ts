import type { Pikaffect } from '@pika-kit/core'
import type { EffectDrawing } from './effect.ts'
import { sketch } from './sketch.ts'

export type { EffectDrawing } from './effect.ts'

/** How each of the sixteen effects is drawn. An entry with `isSketch` has no motion of its own yet, and says so on the draft. */
export const effectDrawings: Readonly<Record<Pikaffect, EffectDrawing>> = {
  'Cake-ify': sketch,
  Crumble: sketch,
  Crush: sketch,
  Decapitate: sketch,
  Deflate: sketch,
  Dissolve: sketch,
  Explode: sketch,
  'Eye-pop': sketch,
  Inflate: sketch,
  Levitate: sketch,
  Melt: sketch,
  Peel: sketch,
  Poke: sketch,
  Squish: sketch,
  'Ta-da': sketch,
  Tear: sketch,
}
