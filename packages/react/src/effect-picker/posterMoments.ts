import type { Pikaffect } from '@pika-kit/core'

/** Seconds of every tile's clip, as long as a draft of Pikaffects. */
export const CLIP_SECONDS = 5

/**
 * The second at which an effect shows best what it does, chosen by eye on the sheet of docs/effects.md: far enough for
 * something to have happened, and early enough for the picture to be known again.
 */
const moments: Record<Pikaffect, number> = {
  'Cake-ify': 3.4,
  Crumble: 1.9,
  Crush: 2.3,
  Decapitate: 3.4,
  Deflate: 2.3,
  Dissolve: 2.4,
  Explode: 1.7,
  'Eye-pop': 2.4,
  Inflate: 2.6,
  Levitate: 2.8,
  Melt: 2.2,
  Peel: 2.4,
  Poke: 1.2,
  Squish: 1.6,
  'Ta-da': 1.9,
  Tear: 2.4,
}

/** The second of an effect's still picture; the middle of the clip for one that is not known here. */
export function posterMomentOf(effect: string): number {
  return moments[effect as Pikaffect] ?? CLIP_SECONDS / 2
}
