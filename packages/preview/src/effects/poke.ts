import { progress, wobble } from '../toolkit/easing.ts'
import { roundedPath } from '../toolkit/pictures.ts'
import { drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** A finger comes from the side and pokes it; it gives way there and wobbles. */
export const poke: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t, seconds) => {
    const pokes = [0.1, 0.5]
    const dent = pokes.reduce((sum, begin) => sum + Math.sin(Math.PI * progress(t, begin, begin + 0.16)), 0)
    const swing = pokes.reduce(
      (sum, begin) => sum + (t > begin + 0.12 ? wobble((t - begin - 0.12) * 2.6, 4) : 0),
      0,
    )
    drawRows(
      context,
      picture,
      place,
      (v) => {
        const near = Math.exp(-(((v - 0.5) / 0.16) ** 2))
        const push = place.width * (0.3 * dent * near)
        const jelly = place.width * 0.05 * swing * Math.sin(v * Math.PI * 3 + seconds * 4)
        return {
          start: place.x + push * 0.4 + jelly,
          length: place.width - push * 1.4 + Math.abs(jelly) * 0.3,
        }
      },
      120,
    )
    const tip =
      place.x +
      place.width -
      place.width * 0.3 * dent +
      (dent > 0.02 ? 0 : width * 0.12) +
      (1 - Math.min(1, dent * 3)) * width * 0.1
    const thick = height * 0.1
    const finger = place.y + place.height / 2 - thick / 2
    const skin = context.createLinearGradient(0, finger, 0, finger + thick)
    skin.addColorStop(0, '#f7c6a5')
    skin.addColorStop(0.7, '#eba981')
    skin.addColorStop(1, '#c98057')
    context.fillStyle = skin
    roundedPath(context, tip, place.y + place.height / 2 - thick / 2, width, thick, thick / 2)
    context.fill()
    context.fillStyle = '#f9d9c6'
    roundedPath(
      context,
      tip + thick * 0.12,
      place.y + place.height / 2 - thick * 0.36,
      thick * 0.55,
      thick * 0.4,
      thick * 0.2,
    )
    context.fill()
  }
