import { easeIn, easeOut } from '../toolkit/easing.ts'
import { noise } from '../toolkit/random.ts'
import { drawColumns } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** It runs down like wax: columns flow at their own speed, and the top goes last. */
export const melt: EffectMotion =
  ({ picture, place, height, seed }) =>
  (context, t) => {
    const flow = easeIn(t)
    drawColumns(
      context,
      picture,
      place,
      (u) => {
        const speed = 0.55 + noise(u * 9, 0, seed) * 0.9 + noise(u * 26, 4, seed) * 0.25
        const top = place.y + place.height * flow * speed * 0.85
        const bottom = Math.min(
          height * 1.1,
          place.y + place.height * (1 + easeOut(t * 1.4) * speed * 0.42 * Math.min(1, t * 3)),
        )
        return { start: top, length: Math.max(bottom - top, place.height * 0.05) }
      },
      200,
    )
  }
