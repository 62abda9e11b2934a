import type { DraftContext } from '../canvas.ts'
import { smoother } from './easing.ts'
import { hash } from './random.ts'

/** A broad band of light that crosses the frame, at `t` from 0 (before it) to 1 (past it). `strength` 0…1. */
export function drawLightSweep(
  context: DraftContext,
  width: number,
  height: number,
  t: number,
  strength: number,
): void {
  const reach = width + height
  const middle = -height * 0.5 + reach * 1.4 * t - width * 0.2
  const half = reach * 0.2
  const light = context.createLinearGradient(middle - half, 0, middle + half, height * 0.35)
  for (let stop = 0; stop <= 8; stop++) {
    const share = 1 - Math.abs(stop / 4 - 1)
    light.addColorStop(stop / 8, `rgba(255, 240, 214, ${(smoother(share) * strength).toFixed(3)})`)
  }
  context.save()
  context.globalCompositeOperation = 'screen'
  context.fillStyle = light
  context.fillRect(0, 0, width, height)
  context.restore()
}

/** Darker towards the corners, as through a lens. */
export function drawVignette(context: DraftContext, width: number, height: number, strength: number): void {
  context.save()
  context.translate(width / 2, height / 2)
  context.scale(width / 2, height / 2)
  const shade = context.createRadialGradient(0, 0, 0.55, 0, 0, 1.45)
  shade.addColorStop(0, 'rgba(8, 8, 16, 0)')
  shade.addColorStop(1, `rgba(8, 8, 16, ${strength})`)
  context.fillStyle = shade
  context.fillRect(-1, -1, 2, 2)
  context.restore()
}

/** Specks in the air, out of focus, that drift with the camera; `travel` is how far it went, as a share of the frame. */
export function drawMotes(
  context: DraftContext,
  width: number,
  height: number,
  options: { seconds: number; travel: number; seed: number; count: number; color: string },
): void {
  const { seconds, travel, seed, count, color } = options
  const unit = Math.min(width, height)
  context.save()
  context.globalCompositeOperation = 'screen'
  context.fillStyle = color
  for (let index = 0; index < count; index++) {
    const near = 0.3 + hash(index, 1, seed)
    const x = (hash(index, 2, seed) + seconds * 0.008 * near - travel * near + 4) % 1
    const y =
      (hash(index, 3, seed) - seconds * 0.014 * near + Math.sin(seconds * 0.7 + index) * 0.008 + 4) % 1
    const twinkle = 0.5 + 0.5 * Math.sin(seconds * (0.9 + near) + index * 2.1)
    context.globalAlpha = (0.05 + 0.16 * twinkle) * Math.sin(Math.PI * x) ** 0.5
    context.beginPath()
    context.arc(x * width, y * height, unit * 0.0055 * near, 0, Math.PI * 2)
    context.fill()
  }
  context.restore()
}

/** A soft shadow on the ground under something: an ellipse around its foot. */
export function drawGroundShadow(
  context: DraftContext,
  x: number,
  y: number,
  width: number,
  height: number,
  strength: number,
): void {
  context.save()
  context.translate(x, y)
  context.scale(width, height)
  const shade = context.createRadialGradient(0, 0, 0, 0, 0, 1)
  for (let stop = 0; stop <= 5; stop++)
    shade.addColorStop(stop / 5, `rgba(10, 10, 18, ${(strength * (1 - smoother(stop / 5))).toFixed(3)})`)
  context.fillStyle = shade
  context.fillRect(-1, -1, 2, 2)
  context.restore()
}
