import { type Context, grain, ridge, sky, vignette } from '../brush.ts'
import { randomFrom } from '../random.ts'
import { SAMPLE_HEIGHT as H, SAMPLE_WIDTH as W } from '../size.ts'
import { clouds } from './strokes.ts'

/** A mountain lake between pines. */
export function lake(context: Context): void {
  const shore = H * 0.58
  sky(context, W, shore, [
    [0, '#7fb4d8'],
    [0.7, '#cfe3e6'],
    [1, '#f3e6d2'],
  ])
  clouds(context, shore, '#ffffff')
  ridge(context, W, shore, { base: H * 0.34, amplitude: 130, roughness: 0.56, seed: 52, fill: '#8fa3bb' })
  ridge(context, W, shore, { base: H * 0.45, amplitude: 86, roughness: 0.55, seed: 61, fill: '#5f7a8f' })
  pines(context, shore, 11)
  // The lake is the world upside down, darker and a little blurred.
  context.save()
  context.translate(0, shore * 2)
  context.scale(1, -1)
  context.filter = 'blur(3px) brightness(0.78) saturate(0.9)'
  context.drawImage(
    context.canvas,
    0,
    shore - (H - shore),
    W,
    H - shore,
    0,
    shore - (H - shore),
    W,
    H - shore,
  )
  context.restore()
  const random = randomFrom(8)
  for (let count = 0; count < 150; count++) {
    const depth = random()
    context.fillStyle = `rgb(255 255 255 / ${0.03 + random() * 0.07})`
    context.fillRect(random() * W - 60, shore + depth * (H - shore), 60 + depth * 200, 1 + depth * 2)
  }
  vignette(context, W, H, 0.3)
  grain(context, W, H, 12, 0.035)
}

function pines(context: Context, shore: number, seed: number): void {
  const random = randomFrom(seed)
  for (let count = 0; count < 120; count++) {
    const x = random() * W
    const height = 40 + random() * 90 * (0.35 + Math.abs(x / W - 0.5) * 1.6)
    context.fillStyle = `hsl(${150 + random() * 30} 26% ${15 + random() * 11}%)`
    context.beginPath()
    context.moveTo(x, shore - height)
    for (let tier = 1; tier <= 4; tier++) {
      context.lineTo(x + height * 0.06 * tier, shore - height + (height * tier) / 4)
      context.lineTo(x + height * 0.035 * tier, shore - height + (height * tier) / 4)
    }
    for (let tier = 4; tier >= 1; tier--) {
      context.lineTo(x - height * 0.035 * tier, shore - height + (height * tier) / 4)
      context.lineTo(x - height * 0.06 * tier, shore - height + (height * tier) / 4)
    }
    context.closePath()
    context.fill()
  }
}
