import { randomFrom } from './random.ts'

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** A vertical gradient over the whole picture; stops run from 0 (top) to 1. */
export function sky(
  context: Context,
  width: number,
  height: number,
  stops: readonly (readonly [number, string])[],
): void {
  const gradient = context.createLinearGradient(0, 0, 0, height)
  for (const [offset, colour] of stops) gradient.addColorStop(offset, colour)
  context.fillStyle = gradient
  context.fillRect(0, 0, width, height)
}

/** A soft light around a point. */
export function glow(context: Context, x: number, y: number, radius: number, colour: string): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius)
  gradient.addColorStop(0, colour)
  gradient.addColorStop(1, 'transparent')
  context.fillStyle = gradient
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

/** A ridge from edge to edge: hills, dunes, mountains or waves, by how rough it is. `base` and `amplitude` are pixels. */
export function ridge(
  context: Context,
  width: number,
  height: number,
  options: {
    base: number
    amplitude: number
    roughness: number
    seed: number
    fill: string | CanvasGradient
  },
): void {
  const random = randomFrom(options.seed)
  const waves = Array.from({ length: 6 }, (_, octave) => ({
    length: (width * (0.9 + random() * 0.6)) / 2 ** octave,
    phase: random() * Math.PI * 2,
    height: (options.amplitude * options.roughness ** octave) / 1.6,
  }))
  context.fillStyle = options.fill
  context.beginPath()
  context.moveTo(0, height)
  for (let x = 0; x <= width; x += 3) {
    const lift = waves.reduce(
      (sum, wave) => sum + Math.sin((x / wave.length) * Math.PI * 2 + wave.phase) * wave.height,
      0,
    )
    context.lineTo(x, options.base - lift)
  }
  context.lineTo(width, height)
  context.closePath()
  context.fill()
}

/** Film grain: the difference between a drawing and something that was photographed. */
export function grain(context: Context, width: number, height: number, seed: number, strength = 0.05): void {
  const random = randomFrom(seed)
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  for (let index = 0; index < data.length; index += 4) {
    const shift = (random() + random() - 1) * 255 * strength
    data[index] = (data[index] ?? 0) + shift
    data[index + 1] = (data[index + 1] ?? 0) + shift
    data[index + 2] = (data[index + 2] ?? 0) + shift
  }
  context.putImageData(image, 0, 0)
}

/** Darker towards the corners, as through a lens. */
export function vignette(context: Context, width: number, height: number, strength = 0.35): void {
  const gradient = context.createRadialGradient(
    width / 2,
    height / 2,
    height * 0.45,
    width / 2,
    height / 2,
    width * 0.72,
  )
  gradient.addColorStop(0, 'transparent')
  gradient.addColorStop(1, `rgb(10 6 20 / ${strength})`)
  context.fillStyle = gradient
  context.fillRect(0, 0, width, height)
}
