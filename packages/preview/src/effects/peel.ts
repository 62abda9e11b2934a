import { easeIn, mix, progress, smoother } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import type { EffectMotion } from './effect.ts'

/** The surface peels off from the lower right corner like a sticker, and flies off. */
export const peel: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const away = easeIn(progress(t, 0.78, 1))
    const reach = Math.hypot(place.width, place.height)
    const angle = Math.atan2(place.height, place.width)
    // The fold is a line across the diagonal; what lies beyond it is mirrored back over it.
    const fold = mix(reach * 0.5, -reach * 0.42, smoother(progress(t, 0, 0.85)))
    context.translate(
      place.x + place.width / 2 - away * width * 0.5,
      place.y + place.height / 2 - away * height * 0.7,
    )
    context.save()
    context.rotate(angle)
    context.beginPath()
    context.rect(-reach, -reach, reach + fold, reach * 2)
    context.clip()
    context.rotate(-angle)
    drawPicture(context, picture, -place.width / 2, -place.height / 2)
    context.restore()
    context.save()
    context.rotate(angle)
    context.beginPath()
    context.rect(-reach * 3, -reach, reach * 3 + fold, reach * 2)
    context.clip()
    context.translate(2 * fold, 0)
    context.scale(-1, 1)
    context.beginPath()
    context.rect(fold, -reach, reach * 2, reach * 2)
    context.clip()
    context.rotate(-angle)
    context.beginPath()
    context.rect(-place.width / 2, -place.height / 2, place.width, place.height)
    context.clip()
    context.rotate(angle)
    const back = context.createLinearGradient(fold, 0, fold + reach * 0.35, 0)
    back.addColorStop(0, '#b9bcc6')
    back.addColorStop(0.12, '#ffffff')
    back.addColorStop(1, '#d9dce4')
    context.fillStyle = back
    context.fillRect(-reach, -reach, reach * 2, reach * 2)
    context.restore()
  }
