import { mix, progress, wobble } from '../toolkit/easing.ts'
import { roundedPath } from '../toolkit/pictures.ts'
import { drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** How far each finger reaches, in its own thickness. */
const lengths = [0.25, 0.6, 0.5, 0.1]

/** Hands squeeze it from both sides like soft clay, twice, and it wobbles back. */
export const squish: EffectMotion =
  ({ picture, place, width }) =>
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
      const thick = place.height * 0.105
      const top = place.y + place.height * 0.3
      // The back of the hand, then four fingers of their own lengths, lit from above.
      context.fillStyle = '#d9946c'
      roundedPath(context, side < 0 ? x - width - thick : x + thick, top, width, thick * 4.1, thick)
      context.fill()
      lengths.forEach((longer, finger) => {
        const tip = x - side * (longer - 0.6) * thick
        const y = top + finger * thick * 1.04
        const skin = context.createLinearGradient(0, y, 0, y + thick)
        skin.addColorStop(0, '#f7c6a5')
        skin.addColorStop(0.75, '#eba981')
        skin.addColorStop(1, '#c98057')
        context.fillStyle = skin
        roundedPath(context, side < 0 ? tip - thick * 4 : tip, y, thick * 4, thick * 0.98, thick * 0.49)
        context.fill()
      })
    }
  }
