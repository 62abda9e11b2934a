import { mix, progress, smoother } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'

/** It leaves the ground and hovers above its own shadow. */
export const levitate: EffectMotion =
  ({ picture, place, width, height, seed }) =>
  (context, t, seconds) => {
    const up = smoother(progress(t, 0, 0.5))
    const scale = mix(1, 0.84, up)
    const y =
      place.y + place.height / 2 + height * mix(0, -0.05, up) + Math.sin(seconds * 2.4) * height * 0.02 * up
    context.save()
    context.translate(width / 2, height * 0.92)
    context.scale(place.width * mix(0.5, 0.34, up), height * 0.045)
    const shadow = context.createRadialGradient(0, 0, 0, 0, 0, 1)
    shadow.addColorStop(0, `rgba(0, 0, 0, ${mix(0.15, 0.75, up)})`)
    shadow.addColorStop(1, 'rgba(0, 0, 0, 0)')
    context.fillStyle = shadow
    context.fillRect(-1, -1, 2, 2)
    context.restore()
    context.fillStyle = '#fff3cf'
    for (let index = 0; index < 34; index++) {
      const rise = (hash(index, 1, seed) + seconds * 0.16 * (0.5 + hash(index, 2, seed))) % 1
      context.globalAlpha = up * Math.sin(Math.PI * rise) * 0.8
      context.beginPath()
      context.arc(
        width * (0.12 + hash(index, 3, seed) * 0.76),
        height * (1 - rise),
        height * 0.005 * (0.5 + hash(index, 4, seed)),
        0,
        Math.PI * 2,
      )
      context.fill()
    }
    context.globalAlpha = 1
    context.translate(width / 2, y)
    context.rotate(Math.sin(seconds * 1.5) * 0.05 * up)
    drawPicture(
      context,
      picture,
      (-place.width / 2) * scale,
      (-place.height / 2) * scale,
      place.width * scale,
      place.height * scale,
    )
  }
