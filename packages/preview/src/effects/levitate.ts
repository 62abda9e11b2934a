import { clamp, mix, progress, smoother } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

const PEBBLES = 16

/** It crouches, leaves the ground and hovers, above a shadow that grows softer; what lies around it rises too. */
export const levitate: EffectMotion =
  ({ subject, box, width, height, unit, seed }) =>
  (context, t, seconds) => {
    const crouch = Math.sin(Math.PI * progress(t, 0.02, 0.16)) * 0.035
    const up = smoother(progress(t, 0.1, 0.5))
    // Where there is little room above, it floats away from the viewer too.
    const small = mix(1, 0.76 + 0.24 * clamp(box.y / (height * 0.3)), up)
    const room = box.y + box.height * (1 - small)
    const reach = Math.max(height * 0.1, Math.min(height * 0.26, room * 0.75))
    const lift = up * (reach + Math.sin(seconds * 2.6) * height * 0.018)
    const floor = box.y + box.height
    const middle = box.x + box.width / 2
    drawContactShadow(
      context,
      middle,
      floor - unit * 0.6,
      box.width * mix(0.5, 0.6, up) * small,
      unit * mix(2.4, 4.2, up),
      Math.min(1, up * 6) * mix(0.9, 0.7, up),
    )
    for (let index = 0; index < PEBBLES; index++) {
      const own = (salt: number) => hash(index, salt, seed)
      const rise = smoother(progress(t, 0.14 + own(1) * 0.25, 0.6 + own(1) * 0.3))
      if (rise <= 0) continue
      const size = unit * (0.5 + own(2) * 1.1)
      const x = middle + (own(3) - 0.5) * Math.min(width * 0.9, box.width * 2)
      const y = floor + unit * 2 * (own(4) - 0.4) - rise * height * (0.06 + own(5) * 0.3)
      drawContactShadow(context, x, floor + unit * 2 * (own(4) - 0.2), size * 1.3, size * 0.4, 0.35)
      context.save()
      context.translate(x, y + Math.sin(seconds * 2 + index) * unit * 0.6 * rise)
      context.rotate(own(6) * 6 + seconds * (own(7) - 0.5) * 1.6)
      context.globalAlpha = Math.min(1, rise * 8)
      context.fillStyle = index % 2 ? '#6f665f' : '#8d837a'
      context.beginPath()
      context.moveTo(-size, -size * 0.2)
      context.lineTo(-size * 0.2, -size * 0.8)
      context.lineTo(size * 0.9, -size * 0.4)
      context.lineTo(size * 0.7, size * 0.5)
      context.lineTo(-size * 0.5, size * 0.7)
      context.closePath()
      context.fill()
      context.restore()
    }
    context.translate(middle, floor - lift)
    context.rotate(Math.sin(seconds * 1.7) * 0.05 * up)
    context.scale(small * (1 + crouch * 0.7), small * (1 - crouch))
    drawPicture(context, subject, -middle, -floor)
  }
