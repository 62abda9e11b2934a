import { easeOut, progress, smoother } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'

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
