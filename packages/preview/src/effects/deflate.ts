import { mix, smoother } from '../toolkit/easing.ts'
import { noise } from '../toolkit/random.ts'
import { drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** The air goes out: it sags, wrinkles and ends as a rag on the floor. */
export const deflate: EffectMotion =
  ({ picture, place, seed }) =>
  (context, t, seconds) => {
    const out = smoother(t)
    const tall = place.height * mix(1, 0.16, out)
    const floor = place.y + place.height
    const target = { x: place.x, y: floor - tall, width: place.width, height: tall }
    drawRows(
      context,
      picture,
      target,
      (v) => {
        const flutter =
          Math.sin(v * 22 + seconds * 16) * 0.02 * Math.sin(Math.PI * t) +
          (noise(v * 7, t * 2, seed) - 0.5) * 0.34 * out
        const narrow = 1 - out * (0.32 * (1 - v) - 0.12 * v)
        return {
          start: place.x + place.width * ((1 - narrow) / 2 + flutter * (1 - v * 0.6)),
          length: place.width * narrow,
        }
      },
      Math.max(10, Math.round(tall / 3)),
    )
  }
