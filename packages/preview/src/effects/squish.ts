import { mix, progress, wobble } from '../toolkit/easing.ts'
import { roundedPath } from '../toolkit/pictures.ts'
import { drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** Hands squeeze it from both sides like soft clay, twice, and it wobbles back. */
export const squish: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const press =
      Math.sin(Math.PI * progress(t, 0.05, 0.42)) ** 0.7 + Math.sin(Math.PI * progress(t, 0.45, 0.85)) ** 0.7
    const squeeze = 0.52 * press + 0.12 * wobble(progress(t, 0.85, 1.1), 3) * (t > 0.85 ? 1 : 0)
    const tall = place.height * (1 + squeeze * 0.34)
    const middle = place.x + place.width / 2
    const target = { x: place.x, y: place.y + place.height - tall * 0.96, width: place.width, height: tall }
    const wideAt = (v: number) => 1 - squeeze * (0.35 + 0.65 * Math.sin(Math.PI * v) ** 1.5)
    drawRows(
      context,
      picture,
      target,
      (v) => ({ start: middle - (place.width * wideAt(v)) / 2, length: place.width * wideAt(v) }),
      110,
    )
    for (const side of [-1, 1]) {
      const x =
        middle + side * ((place.width * wideAt(0.5)) / 2 + mix(width * 0.3, 0, Math.min(1, press * 4)))
      context.fillStyle = '#f0b48f'
      for (let finger = 0; finger < 4; finger++) {
        const y = place.y + place.height * (0.33 + finger * 0.12)
        roundedPath(
          context,
          side < 0 ? x - width * 0.32 : x - width * 0.025,
          y,
          width * 0.345,
          height * 0.085,
          height * 0.045,
        )
        context.fill()
      }
    }
  }
