import { smoother } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import type { EffectDrawing } from './effect.ts'
import { drawShadow } from './stage.ts'

/** Stands in for an effect that has no drawing of its own: a slow sway. The draft names the effect in a caption. */
export const sketch: EffectDrawing = {
  isSketch: true,
  prepare:
    ({ thing, place }) =>
    (context, t) => {
      const centre = place.x + place.width / 2
      const ground = place.y + place.height
      drawShadow(context, centre, ground, place.width * 0.52)
      context.save()
      context.translate(centre, ground)
      context.rotate(Math.sin(t * Math.PI * 4) * 0.03 * smoother(t * 4))
      drawPicture(context, thing, -place.width / 2, -place.height)
      context.restore()
    },
}
