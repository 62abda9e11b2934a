import { easeIn, easeOut, mix, progress, wobble } from '../toolkit/easing.ts'
import { roundedPath } from '../toolkit/pictures.ts'
import { drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** A press comes down and flattens it. */
export const crush: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const down = progress(t, 0.08, 0.5)
    const strokes = easeIn(down)
    const left = mix(1, 0.09, strokes)
    const shake = down >= 1 ? wobble((t - 0.5) * 3, 5) * height * 0.012 : 0
    const floor = place.y + place.height
    const tall = place.height * left
    drawRows(
      context,
      picture,
      { x: place.x, y: floor - tall + shake, width: place.width, height: tall },
      (v) => {
        const bulge = (1 - left) * 0.34 * Math.sin(Math.PI * v) + (1 - left) * 0.06
        return { start: place.x - (place.width * bulge) / 2, length: place.width * (1 + bulge) }
      },
      Math.max(8, Math.round(tall / 6)),
    )
    const lift = easeOut(progress(t, 0.74, 1)) * height * 0.5
    const plate = mix(-height * 0.16, floor - place.height, progress(t, 0, 0.08))
    const y = (down > 0 ? floor - tall : plate) + shake - lift
    const steel = context.createLinearGradient(0, y - height * 0.14, 0, y)
    steel.addColorStop(0, '#8d96a6')
    steel.addColorStop(0.75, '#5c6575')
    steel.addColorStop(1, '#2f3542')
    context.fillStyle = steel
    roundedPath(
      context,
      place.x - width * 0.06,
      y - height * 0.14,
      place.width + width * 0.12,
      height * 0.14,
      height * 0.012,
    )
    context.fill()
    context.fillStyle = '#6d7686'
    context.fillRect(width * 0.46, y - height * 1.2, width * 0.08, height * 1.07)
  }
