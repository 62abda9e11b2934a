import { overshoot, progress, smoother } from '../toolkit/easing.ts'
import { drawPart } from '../toolkit/pictures.ts'
import type { EffectMotion } from './effect.ts'

/** The upper third is cut off, jumps and floats away. */
export const decapitate: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t, seconds) => {
    const cut = Math.round(place.height * 0.4)
    drawPart(
      context,
      picture,
      0,
      cut,
      place.width,
      place.height - cut,
      place.x,
      place.y + cut,
      place.width,
      place.height - cut,
    )
    const up = overshoot(progress(t, 0.14, 0.5))
    const float = progress(t, 0.5, 1)
    context.save()
    context.translate(
      place.x + place.width / 2 + smoother(float) * width * 0.12,
      place.y +
        cut / 2 -
        up * height * 0.11 +
        Math.sin(seconds * 3) * height * 0.012 * up -
        smoother(float) * height * 0.1,
    )
    context.rotate(0.09 * up + Math.sin(seconds * 2.2) * 0.07 * up + float * 0.22)
    drawPart(context, picture, 0, 0, place.width, cut, -place.width / 2, -cut / 2, place.width, cut)
    context.restore()
    const slash = progress(t, 0.05, 0.16)
    if (slash <= 0 || slash >= 1) return
    context.strokeStyle = '#ffffff'
    context.lineWidth = height * 0.012 * (1 - slash)
    context.beginPath()
    context.moveTo(place.x - width * 0.1 + slash * width * 0.2, place.y + cut)
    context.lineTo(place.x + place.width * Math.min(1.2, slash * 1.6), place.y + cut)
    context.stroke()
  }
