import type { DraftContext } from '../canvas.ts'
import { easeIn, easeOut, progress } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'

/** It is torn in two like paper: a ragged, white-edged line from the top, then both halves go. */
export const tear: EffectMotion = ({ picture, place, height, seed }) => {
  const steps = 26
  const edge = Array.from({ length: steps + 1 }, (_, index) => ({
    x: place.width * (0.5 + (hash(index, 1, seed) - 0.5) * 0.07 + Math.sin(index * 0.5) * 0.02),
    y: (index / steps) * place.height,
  }))
  const outline = (context: DraftContext, side: -1 | 1, inset: number) => {
    context.beginPath()
    const outer = side < 0 ? 0 : place.width
    context.moveTo(outer, 0)
    edge.forEach(({ x, y }, index) => context.lineTo(x - side * inset * (0.5 + hash(index, 3, seed)), y))
    context.lineTo(outer, place.height)
    context.closePath()
  }
  return (context, t) => {
    const open = easeOut(progress(t, 0.06, 0.62))
    const away = easeIn(progress(t, 0.6, 1))
    for (const side of [-1, 1] as const) {
      context.save()
      // Both halves turn about the foot of the tear, which is the last thing that holds.
      context.translate(
        place.x + place.width / 2 + side * away * place.width * 0.55,
        place.y + place.height + away * height * 0.5,
      )
      context.rotate(side * (open * 0.2 + away * 0.5))
      context.translate(-place.width / 2, -place.height)
      outline(context, side, open > 0 ? height * 0.012 : 0)
      context.fillStyle = '#f7f4ec'
      if (open > 0) context.fill()
      outline(context, side, 0)
      context.clip()
      drawPicture(context, picture, 0, 0)
      context.restore()
    }
  }
}
