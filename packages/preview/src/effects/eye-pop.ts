import { bendLayer } from '../toolkit/bend.ts'
import { easeIn, mix, overshoot, progress, smoother, spring, wobble } from '../toolkit/easing.ts'
import { copyPart, drawLayer, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import type { EffectMotion } from './effect.ts'
import { drawBall, drawSocket, drawSpring } from './props/eye.ts'

/** It holds its breath, its eyes swell, and out they jump on springs, look around, and snap back. */
export const eyePop: EffectMotion = ({ subject, box, head, eyes, width, height, unit, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const target = pixelLayerOf(createCanvas, {
    x: box.x - box.width * 0.15,
    y: box.y - box.height * 0.16,
    width: box.width * 1.3,
    height: box.height * 1.2,
  })
  const floor = box.y + box.height
  const middle = box.x + box.width / 2
  const apart = Math.abs(eyes[1].x - eyes[0].x)
  const ball = Math.min(Math.max(head.width * 0.17, eyes[0].radius * 1.8, unit * 2.6), apart * 0.8)
  const swollen = Math.max(apart * 0.42, ball * 0.7)
  return (context, t, seconds) => {
    const hold = smoother(progress(t, 0.02, 0.14)) * (1 - progress(t, 0.2, 0.22))
    const swell = easeIn(progress(t, 0.06, 0.21)) * (1 - progress(t, 0.2, 0.24))
    const out = overshoot(progress(t, 0.2, 0.3)) * (1 - easeIn(progress(t, 0.84, 0.9)))
    const shock = progress(t, 0.2, 0.216) * wobble((t - 0.216) * 3.4, 3)
    const back = spring((t - 0.9) * 7, 2) * 0.7
    const tall = 1 - hold * 0.05 + shock * 0.1 - back * 0.07
    bendLayer(
      source,
      target,
      (x, y, bent) => {
        bent.x = middle + (x - middle) * Math.sqrt(tall)
        bent.y = floor - (floor - y) / tall
        bent.light = 1
        for (const eye of eyes) {
          const dx = bent.x - eye.x
          const dy = bent.y - eye.y
          const near = Math.exp(-(dx * dx + dy * dy) / (swollen * swollen))
          bent.x -= dx * near * 0.62 * swell
          bent.y -= dy * near * 0.62 * swell
          bent.light += near * swell * 0.16 * Math.sign(-dy - dx) * Math.min(1, Math.hypot(dx, dy) / swollen)
        }
      },
      64,
    )
    showPixels(target)
    drawLayer(context, target)
    if (out <= 0.01) return
    const look =
      progress(t, 0.42, 0.48) - 2 * smoother(progress(t, 0.54, 0.6)) + smoother(progress(t, 0.68, 0.74))
    eyes.forEach((eye, index) => {
      const side = index === 0 ? -1 : 1
      const sway = Math.sin(seconds * 8 + index * 1.7) * 0.1 + shock * 0.5
      const root = { x: middle + (eye.x - middle) / Math.sqrt(tall), y: floor - (floor - eye.y) * tall }
      const reach = ball * 4.2 * out
      const angle = -Math.PI / 2 + side * (0.8 + sway * 0.5)
      const tip = {
        x: root.x + Math.cos(angle) * reach,
        y: root.y + Math.sin(angle) * reach * 0.7 + ball * 0.35 * out,
      }
      const size = ball * mix(0.5, 1.22, Math.min(1, out))
      drawSocket(context, root.x, root.y, Math.max(eye.radius * 1.15, ball * 0.55))
      drawSpring(context, root, tip, ball, Math.min(1.2, out))
      drawBall(context, tip, size, look)
    })
  }
}
