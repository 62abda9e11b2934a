import type { DraftContext } from '../../canvas.ts'
import { roundedPath } from '../../toolkit/pictures.ts'

// A white cartoon glove: everybody's hand and nobody's.
const CLOTH = ['#ffffff', '#f1f1f4', '#c4c6d2'] as const
const LINE = '#2c2d38'
const SLEEVE = ['#4a5f9e', '#34457b', '#22305c'] as const

/**
 * Draws a hand that points to the left with the tip of its finger at `x`, `y`. `thick` is the finger's thickness in pixels;
 * the sleeve goes on to the right for 30 of them.
 */
export function drawPointingGlove(context: DraftContext, x: number, y: number, thick: number): void {
  context.save()
  context.translate(x, y)
  context.scale(thick, thick)
  context.lineWidth = 0.09
  context.strokeStyle = LINE
  part(context, SLEEVE, 4.5, -1.1, 30, 2.5, 0.3)
  part(context, CLOTH, 4.1, -1.35, 0.9, 3, 0.42)
  // The fist with the thumb on it, then the curled fingers, and the one that points above all.
  part(context, CLOTH, 2, -0.9, 2.6, 2.5, 0.9)
  for (const [index, reach] of [1.5, 1.62, 1.85].entries())
    part(context, CLOTH, reach, 0.28 + index * 0.56, 1.45, 0.66, 0.33)
  part(context, CLOTH, 0, -0.5, 3.3, 0.92, 0.46)
  context.beginPath()
  context.moveTo(3.1, -0.46)
  context.quadraticCurveTo(2.4, -1.5, 1.75, -1.2)
  context.quadraticCurveTo(1.35, -0.95, 1.95, -0.55)
  context.fillStyle = CLOTH[0]
  context.fill()
  context.stroke()
  context.restore()
}

/**
 * Draws a hand that grips from the right: four fingers reach to the left past `x`, around the edge of what is held.
 * `y` is their middle, `thick` a finger's thickness in pixels. Mirror the context for the other hand.
 */
export function drawGrippingGlove(context: DraftContext, x: number, y: number, thick: number): void {
  context.save()
  context.translate(x, y)
  context.scale(thick, thick)
  context.lineWidth = 0.09
  context.strokeStyle = LINE
  part(context, SLEEVE, 4.3, -1.2, 30, 2.6, 0.3)
  part(context, CLOTH, 3.7, -1.5, 1, 3.2, 0.45)
  part(context, CLOTH, 0.1, -1.95, 4, 3.9, 1.3)
  for (const [index, reach] of [-1.1, -1.5, -1.4, -0.9].entries())
    part(context, CLOTH, reach, -2.05 + index * 1.02, 2.3 - reach, 0.98, 0.49)
  context.restore()
}

function part(
  context: DraftContext,
  [light, middle, dark]: readonly [string, string, string],
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  const shade = context.createLinearGradient(0, y, 0, y + height)
  shade.addColorStop(0, light)
  shade.addColorStop(0.55, middle)
  shade.addColorStop(1, dark)
  context.fillStyle = shade
  roundedPath(context, x, y, width, height, radius)
  context.fill()
  context.stroke()
}
