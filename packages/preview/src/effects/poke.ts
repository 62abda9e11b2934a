import { bendLayer } from '../toolkit/bend.ts'
import { easeIn, mix, progress, smoother, spring } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { drawPointingGlove } from './props/gloves.ts'
import { copyPart, drawLayer, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import type { EffectMotion } from './effect.ts'

/** When the finger sets out, touches, is deepest, draws back, and has let go. */
const POKES = [
  [0.02, 0.14, 0.22, 0.28, 0.33],
  [0.44, 0.52, 0.6, 0.76, 0.8],
] as const

/** A finger pokes it from the side, twice: it dents, leans away, and ripples like jelly when let go. */
export const poke: EffectMotion = ({ subject, box, width, height, unit, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const target = pixelLayerOf(createCanvas, {
    x: box.x - box.width * 0.3,
    y: box.y - box.height * 0.12,
    width: box.width * 1.5,
    height: box.height * 1.14,
  })
  const form = formOf(createCanvas, subject, box)
  const y0 = box.y + box.height * 0.45
  const edge = form.rowAt(y0)[1]
  const floor = box.y + box.height
  const depth = Math.min(box.width * 0.34, height * 0.2)
  const radius = Math.min(box.width, box.height) * 0.2
  const thick = Math.max(unit * 3.4, Math.min(box.height * 0.11, height * 0.085))
  return (context, t, seconds) => {
    let press = 0
    let ring = 0
    let finger = 1
    for (const [start, touch, deep, back, open] of POKES) {
      const into = easeIn(progress(t, touch, deep)) * (1 - smoother(progress(t, back, open)))
      press += into
      ring += 1.2 * spring((t - open + 0.02) * 2.8, 3.6)
      const away = Math.max(
        1 - smoother(progress(t, start, touch)),
        smoother(progress(t, back + 0.02, open + 0.1)),
      )
      finger = Math.min(finger, away)
    }
    bendLayer(
      source,
      target,
      (x, y, bent) => {
        const tip = edge - depth * press
        const dx = x - tip
        const dy = y - y0
        const apart = Math.hypot(dx * 0.75, dy)
        const dent = Math.exp(-((dy / radius) ** 2)) * Math.exp(-Math.max(0, -dx) / (depth * 2.4))
        const up = Math.max(0, (floor - y) / box.height)
        const wave = Math.sin(apart / (radius * 0.42) - seconds * 24) * Math.exp(-apart / (radius * 3.2))
        bent.x =
          x +
          depth * press * dent +
          box.width * (0.07 * press - 0.075 * ring) * up +
          wave * ring * radius * 0.16
        bent.y = y + wave * ring * radius * 0.12
        bent.light =
          1 -
          press * 0.34 * Math.exp(-((apart / (radius * 0.8)) ** 2)) +
          press * 0.16 * Math.exp(-(((apart - radius * 1.5) / (radius * 0.5)) ** 2)) +
          wave * ring * 0.32
      },
      60,
    )
    showPixels(target)
    drawLayer(context, target)
    const x = edge - depth * press + mix(0, width - edge + thick * 1.5, finger)
    drawPointingGlove(context, x - thick * 0.1, y0, thick)
  }
}
