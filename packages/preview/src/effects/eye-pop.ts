import { easeIn, mix, overshoot, progress } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import type { EffectMotion } from './effect.ts'

/** Two eyes jump out of it on springs. Where a face is cannot be known here: they sit where portraits have them. */
export const eyePop: EffectMotion =
  ({ picture, place, height }) =>
  (context, t, seconds) => {
    const out =
      overshoot(progress(t, 0.1, 0.32)) * (1 - easeIn(progress(t, 0.82, 1))) +
      (t > 0.32 ? 0.06 * Math.sin(seconds * 14) * (1 - t) : 0)
    const shock = 1 + 0.03 * out
    context.translate(place.x + place.width / 2, place.y + place.height / 2)
    drawPicture(
      context,
      picture,
      (-place.width / 2) * shock,
      (-place.height / 2) * shock,
      place.width * shock,
      place.height * shock,
    )
    if (out <= 0.01) return
    for (const side of [-1, 1]) {
      const root = { x: side * place.height * 0.13, y: -place.height * 0.12 }
      const tip = { x: root.x + side * height * 0.13 * out, y: root.y + height * 0.03 * out }
      context.strokeStyle = '#e9b7a6'
      context.lineWidth = height * 0.028
      context.lineCap = 'round'
      context.beginPath()
      context.moveTo(root.x, root.y)
      for (let turn = 1; turn <= 8; turn++) {
        const s = turn / 8
        context.lineTo(
          mix(root.x, tip.x, s),
          mix(root.y, tip.y, s) + (turn % 2 ? 1 : -1) * height * 0.02 * out,
        )
      }
      context.stroke()
      const radius = height * 0.085 * Math.min(1.15, 0.35 + out * 0.75)
      const ball = context.createRadialGradient(
        tip.x - radius * 0.3,
        tip.y - radius * 0.4,
        radius * 0.1,
        tip.x,
        tip.y,
        radius,
      )
      ball.addColorStop(0, '#ffffff')
      ball.addColorStop(0.8, '#eef0f4')
      ball.addColorStop(1, '#b7bcc8')
      context.fillStyle = ball
      context.beginPath()
      context.arc(tip.x, tip.y, radius, 0, Math.PI * 2)
      context.fill()
      const look = { x: tip.x + Math.sin(seconds * 5) * radius * 0.25, y: tip.y + radius * 0.05 }
      for (const [color, share] of [
        ['#3f7fb5', 0.48],
        ['#11141c', 0.26],
      ] as const) {
        context.fillStyle = color
        context.beginPath()
        context.arc(look.x, look.y, radius * share, 0, Math.PI * 2)
        context.fill()
      }
    }
  }
