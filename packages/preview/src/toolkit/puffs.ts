import type { CreateCanvas, DraftCanvas, DraftContext } from '../canvas.ts'
import { canvasOf, drawPicture } from './pictures.ts'
import { hash } from './random.ts'

const SIZE = 72

/** A soft cloud of a colour (`r, g, b`), drawn once, to be placed many times: dust, smoke, breath. */
export function puffOf(createCanvas: CreateCanvas, color: string, seed: number): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, SIZE, SIZE)
  for (let lobe = 0; lobe < 9; lobe++) {
    const angle = hash(lobe, 1, seed) * Math.PI * 2
    const far = lobe === 0 ? 0 : SIZE * (0.1 + hash(lobe, 2, seed) * 0.13)
    const radius = SIZE * (0.14 + hash(lobe, 3, seed) * 0.12)
    const x = SIZE / 2 + Math.cos(angle) * far
    const y = SIZE / 2 + Math.sin(angle) * far
    const cloud = context.createRadialGradient(x, y, 0, x, y, radius)
    cloud.addColorStop(0, `rgba(${color}, 0.42)`)
    cloud.addColorStop(0.6, `rgba(${color}, 0.2)`)
    cloud.addColorStop(1, `rgba(${color}, 0)`)
    context.fillStyle = cloud
    context.fillRect(0, 0, SIZE, SIZE)
  }
  return canvas
}

/** Draws a cloud with its middle at `x`, `y`. `strength` 0…1, `angle` in radians. */
export function drawPuff(
  context: DraftContext,
  puff: DraftCanvas,
  x: number,
  y: number,
  radius: number,
  strength: number,
  angle = 0,
): void {
  if (strength <= 0.01 || radius <= 0) return
  context.save()
  context.globalAlpha = Math.min(1, strength)
  context.translate(x, y)
  context.rotate(angle)
  drawPicture(context, puff, -radius, -radius, radius * 2, radius * 2)
  context.restore()
}
