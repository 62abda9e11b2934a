import { easeIn, easeOut, mix, overshoot, progress, smoother } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './registry.ts'

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

/** A curtain drops over it and goes up again: it is gone, in a rain of confetti. */
export const taDa: EffectMotion =
  ({ picture, place, width, height, seed }) =>
  (context, t, seconds) => {
    const drop = easeOut(progress(t, 0, 0.28))
    const rise = smoother(progress(t, 0.46, 0.7))
    if (t < 0.46) drawPicture(context, picture, place.x, place.y)
    if (rise > 0) {
      const colors = ['#ffcf4a', '#ff5f6d', '#5ac8fa', '#7ee081', '#c792ff'] as const
      for (let index = 0; index < 90; index++) {
        const age = progress(t, 0.48, 1)
        const speed = 0.4 + hash(index, 1, seed)
        context.save()
        context.translate(
          width * (0.5 + (hash(index, 2, seed) - 0.5) * (0.3 + easeOut(age * 2) * 0.9)),
          height * (0.75 - easeOut(age * 2.2) * 0.75 * speed + age * age * 1.1),
        )
        context.rotate(seconds * (3 + 6 * hash(index, 4, seed)))
        context.fillStyle = colors[index % colors.length] ?? colors[0]
        context.fillRect(
          -height * 0.011,
          -height * 0.006,
          height * 0.022,
          height * 0.012 * Math.abs(Math.cos(seconds * 6 + index)) + 2,
        )
        context.restore()
      }
    }
    const hem = height * 1.02 * drop * (1 - rise)
    if (hem < 1) return
    const folds = 22
    for (let fold = 0; fold < folds; fold++) {
      const left = Math.round((fold / folds) * width)
      const right = Math.round(((fold + 1) / folds) * width)
      const cloth = context.createLinearGradient(left, 0, right, 0)
      cloth.addColorStop(0, '#5f0d1c')
      cloth.addColorStop(0.45, '#c8283f')
      cloth.addColorStop(1, '#5f0d1c')
      context.fillStyle = cloth
      const sway = Math.sin(seconds * 6 + fold * 0.8) * height * 0.012
      context.fillRect(left, 0, right - left, hem + sway)
      context.fillStyle = '#e9b949'
      context.fillRect(left, hem + sway - height * 0.03, right - left, height * 0.03)
    }
  }
