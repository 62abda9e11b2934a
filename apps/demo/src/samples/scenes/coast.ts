import { type Context, glow, grain, ridge, sky, vignette } from '../brush.ts'
import { randomFrom } from '../random.ts'
import { SAMPLE_HEIGHT as H, SAMPLE_WIDTH as W } from '../size.ts'
import { clouds, disc } from './strokes.ts'

/** The hour of the coast, as colours. */
export interface CoastLight {
  sky: [string, string, string]
  sea: [string, string]
  rock: [string, string, string]
  /** Place as parts of the picture, and colour. */
  sun: [number, number, string]
  lamp: boolean
}

/** A coast with a lighthouse. */
export function coast(context: Context, light: CoastLight): void {
  const horizon = H * 0.6
  sky(context, W, horizon, [
    [0, light.sky[0]],
    [0.6, light.sky[1]],
    [1, light.sky[2]],
  ])
  if (light.lamp) stars(context, horizon, 21)
  const [sunX, sunY, sunColour] = light.sun
  glow(context, W * sunX, H * sunY, 420, `color-mix(in srgb, ${sunColour} 55%, transparent)`)
  disc(context, W * sunX, H * sunY, 42, sunColour)
  clouds(context, horizon, light.sky[2])

  const sea = context.createLinearGradient(0, horizon, 0, H)
  sea.addColorStop(0, light.sea[0])
  sea.addColorStop(1, light.sea[1])
  context.fillStyle = sea
  context.fillRect(0, horizon, W, H - horizon)
  glitter(context, W * sunX, horizon, sunColour)

  ridge(context, W, H, {
    base: H * 0.56,
    amplitude: 46,
    roughness: 0.5,
    seed: 4,
    fill: fade(context, light.rock[0], horizon, light.sea[0]),
  })
  lighthouse(context, light)
  ridge(context, W, H, { base: H * 0.97, amplitude: 90, roughness: 0.48, seed: 19, fill: light.rock[2] })
  vignette(context, W, H)
  grain(context, W, H, 7, 0.035)
}

function lighthouse(context: Context, light: CoastLight): void {
  const x = W * 0.79
  const foot = H * 0.74
  // The cape that it stands on.
  context.fillStyle = light.rock[1]
  context.beginPath()
  context.moveTo(W * 0.5, H)
  context.bezierCurveTo(W * 0.57, H * 0.93, W * 0.56, H * 0.85, W * 0.62, H * 0.79)
  context.bezierCurveTo(W * 0.68, H * 0.72, W * 0.72, H * 0.7, x, H * 0.7)
  context.bezierCurveTo(W * 0.9, H * 0.7, W * 0.95, H * 0.62, W, H * 0.6)
  context.lineTo(W, H)
  context.closePath()
  context.fill()
  const tower = context.createLinearGradient(x - 26, 0, x + 26, 0)
  tower.addColorStop(0, `color-mix(in srgb, ${light.sky[1]} 35%, #fdf6ec)`)
  tower.addColorStop(1, `color-mix(in srgb, ${light.rock[1]} 65%, #cbb8b4)`)
  context.fillStyle = tower
  context.beginPath()
  context.moveTo(x - 25, foot)
  context.lineTo(x - 15, H * 0.34)
  context.lineTo(x + 15, H * 0.34)
  context.lineTo(x + 25, foot)
  context.fill()
  context.fillStyle = `color-mix(in srgb, ${light.rock[2]} 40%, #b4483c)`
  for (const top of [0.42, 0.56]) context.fillRect(x - 20 - top * 6, H * top, 40 + top * 12, H * 0.055)
  context.fillStyle = light.rock[2]
  context.fillRect(x - 21, H * 0.335, 42, 7)
  context.fillRect(x - 13, H * 0.275, 26, 9)
  context.fillStyle = light.lamp ? '#fff2b8' : '#dfe9ea'
  context.fillRect(x - 10, H * 0.287, 20, H * 0.05)
  if (!light.lamp) return
  glow(context, x, H * 0.31, 260, 'rgb(255 236 170 / 0.55)')
  context.fillStyle = 'rgb(255 240 190 / 0.16)'
  context.beginPath()
  context.moveTo(x, H * 0.31)
  context.lineTo(0, H * 0.16)
  context.lineTo(0, H * 0.4)
  context.fill()
}

function stars(context: Context, horizon: number, seed: number): void {
  const random = randomFrom(seed)
  for (let count = 0; count < 220; count++) {
    const brightness = random() ** 3
    context.fillStyle = `rgb(240 244 255 / ${0.15 + brightness * 0.75})`
    context.fillRect(
      random() * W,
      random() ** 1.6 * horizon * 0.8,
      1 + brightness * 1.6,
      1 + brightness * 1.6,
    )
  }
}

function glitter(context: Context, x: number, horizon: number, colour: string): void {
  const random = randomFrom(5)
  for (let count = 0; count < 420; count++) {
    const depth = random() ** 1.7
    const width = (6 + depth * 60) * random()
    context.fillStyle = `color-mix(in srgb, ${colour} ${Math.round(50 * (1 - depth) + 8)}%, transparent)`
    context.fillRect(
      x + (random() - 0.5) * (80 + depth * 520) - width / 2,
      horizon + depth * (H - horizon),
      width,
      1 + depth * 2,
    )
  }
}

function fade(context: Context, from: string, horizon: number, to: string): CanvasGradient {
  const gradient = context.createLinearGradient(0, horizon - 80, 0, horizon + 10)
  gradient.addColorStop(0, from)
  gradient.addColorStop(1, to)
  return gradient
}
