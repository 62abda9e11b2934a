import { type Context, glow } from '../brush.ts'
import { randomFrom } from '../random.ts'
import { SAMPLE_WIDTH as W } from '../size.ts'

/** Flat clouds above a horizon. */
export function clouds(context: Context, horizon: number, colour: string): void {
  const random = randomFrom(33)
  for (let count = 0; count < 26; count++) {
    const x = random() * W
    const y = horizon * (0.22 + random() * 0.62)
    context.save()
    context.translate(x, y)
    context.scale(5 + random() * 5, 0.55 + random() * 0.35)
    glow(
      context,
      0,
      0,
      30 + random() * 34,
      `color-mix(in srgb, ${colour} ${18 + random() * 26}%, transparent)`,
    )
    context.restore()
  }
}

/** A plain circle. */
export function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fill()
}

/** A round body, lit from above on the left. */
export function limb(
  context: Context,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  [light, middle, dark]: readonly [string, string, string],
): void {
  const gradient = context.createRadialGradient(
    x - radiusX * 0.35,
    y - radiusY * 0.45,
    radiusX * 0.1,
    x,
    y,
    Math.max(radiusX, radiusY) * 1.1,
  )
  gradient.addColorStop(0, light)
  gradient.addColorStop(0.55, middle)
  gradient.addColorStop(1, dark)
  context.fillStyle = gradient
  context.beginPath()
  context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2)
  context.fill()
}

/** A plain ellipse that lets what is below shine through. */
export function ball(
  context: Context,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: string,
  alpha: number,
): void {
  context.globalAlpha = alpha
  context.fillStyle = colour
  context.beginPath()
  context.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2)
  context.fill()
  context.globalAlpha = 1
}
