import { bendLayer } from '../toolkit/bend.ts'
import { progress, smoother, spring } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { drawGrippingGlove } from './props/gloves.ts'
import { copyPart, drawLayer, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

/** When the hands press, and let go again. */
const PRESSES = [
  [0.12, 0.22, 0.3, 0.36],
  [0.42, 0.52, 0.78, 0.84],
] as const

/** Two hands squeeze it from the sides like soft clay: it grows as tall as it gets narrow, and springs back with a wobble. */
export const squish: EffectMotion = ({ subject, box, width, height, unit, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const target = pixelLayerOf(createCanvas, {
    x: box.x - box.width * 0.25,
    y: box.y - box.height * 0.4,
    width: box.width * 1.5,
    height: box.height * 1.42,
  })
  const form = formOf(createCanvas, subject, box)
  const floor = box.y + box.height
  const grip = box.y + box.height * 0.52
  const [left, right] = form.rowAt(grip)
  const middle = (left + right) / 2
  const half = (right - left) / 2
  const thick = Math.min(box.height * 0.1, height * 0.075, half * 0.3)
  return (context, t) => {
    const squeeze = PRESSES.reduce((sum, [touch, tight, hold, open], index) => {
      const pressed = smoother(progress(t, touch, tight)) * (1 - smoother(progress(t, hold, open)))
      const after = -0.36 * spring((t - open + 0.01) * 4.2, 3.2)
      return sum + (pressed + after) * (index === 0 ? 0.75 : 1)
    }, 0)
    const waist = 0.5 * squeeze
    const taller = 1 + squeeze * Math.min(0.26, Math.max(0.06, (box.y - unit) / box.height))
    const narrowAt = (y: number) => {
      const away = (y - grip) / box.height / 0.34
      return (
        1 -
        waist * (0.3 + 0.7 * Math.exp(-away * away)) +
        waist * 0.3 * Math.exp(-((Math.abs(away) - 1.5) ** 2) * 2)
      )
    }
    bendLayer(source, target, (x, y, bent) => {
      const narrow = narrowAt(y)
      const across = (x - middle) / narrow
      bent.x = middle + across
      bent.y = floor - (floor - y) / taller
      const side = across / half
      // Pressed flesh folds: dark at the hands, light where it bulges.
      const near = Math.exp(-(((y - grip) / box.height / 0.26) ** 2))
      bent.light =
        1 + Math.max(0, squeeze) * (near * (0.14 - 0.34 * Math.min(1, side * side)) + (1 - near) * 0.06)
    })
    showPixels(target)
    drawContactShadow(context, middle, floor, box.width * 0.5, unit * 2, 0.3 * Math.abs(squeeze))
    drawLayer(context, target)
    const gap = PRESSES.reduce((nearest, [touch, , , open]) => {
      const approach = 1 - smoother(progress(t, touch - 0.12, touch))
      const leave = smoother(progress(t, open, open + 0.1))
      return Math.min(nearest, Math.max(approach, leave))
    }, 1)
    const edge = half * narrowAt(grip) + gap * (width * 0.16 + thick * 2)
    const away = Math.max(0, gap * 1.6 - 0.6) * width * 0.3
    for (const side of [-1, 1]) {
      context.save()
      context.translate(middle, grip)
      context.scale(side, 1)
      drawGrippingGlove(context, edge + away, 0, thick)
      context.restore()
    }
  }
}
