import { clamp, easeIn, progress } from '../toolkit/easing.ts'
import { copyPart, drawLayer, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { hash, noise } from '../toolkit/random.ts'
import type { EffectMotion } from './effect.ts'

/** Turns to fine grains from the right, along a ragged front, which the wind takes up and away. */
export const dissolve: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 0, { width, height }))
  const target = pixelLayerOf(createCanvas, { x: 0, y: 0, width, height })
  const grain = Math.max(1, Math.round(unit * 0.22))
  const columns = Math.ceil(source.width / grain)
  const rows = Math.ceil(source.height / grain)
  const begins = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const u = column / columns
      const v = row / rows
      const ragged = noise(u * 6, v * 6, seed) * 0.2 + noise(u * 19, v * 19, seed + 1) * 0.09
      begins[row * columns + column] =
        0.02 + (1 - u) * 0.36 + v * 0.06 + ragged + hash(column, row, seed) * 0.05
    }
  return (context, t) => {
    target.data.fill(0)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const begin = begins[row * columns + column] as number
        const x = column * grain
        const y = row * grain
        if (t <= begin) {
          copyBlock(x, y, source.x + x, source.y + y, grain, 1, 0)
          continue
        }
        const own = hash(column, row, seed + 2)
        const age = (t - begin) / (0.24 + own * 0.2)
        if (age >= 1) continue
        const gust = noise((column / columns) * 4 + t * 3, (row / rows) * 4, seed + 3) - 0.5
        const drift = easeIn(age) * (0.7 + own * 0.6)
        copyBlock(
          x,
          y,
          source.x + x + drift * width * 0.42,
          source.y + y - drift * height * (0.26 * own - 0.02) + gust * height * 0.34 * age,
          Math.max(1, Math.round(grain * (1 - age * 0.45))),
          1 - age ** 3,
          // Just where it comes loose it glows a little, as dust in light does.
          progress(age, 0, 0.06) * (1 - age) * 0.22,
        )
      }
    showPixels(target)
    drawLayer(context, target)
  }

  function copyBlock(
    x: number,
    y: number,
    toX: number,
    toY: number,
    size: number,
    alpha: number,
    light: number,
  ): void {
    const left = Math.round(toX)
    const top = Math.round(toY)
    for (let dy = 0; dy < size; dy++) {
      const line = top + dy
      const from = y + dy
      if (line < 0 || line >= target.height || from >= source.height) continue
      for (let dx = 0; dx < size; dx++) {
        const column = left + dx
        if (column < 0 || column >= target.width || x + dx >= source.width) continue
        const read = (from * source.width + x + dx) * 4
        const strength = (source.data[read + 3] as number) * clamp(alpha)
        if (strength < 4) continue
        const write = (line * target.width + column) * 4
        // A faint grain must not hide what it flies past.
        if (strength < (target.data[write + 3] as number)) continue
        for (let channel = 0; channel < 3; channel++) {
          const value = source.data[read + channel] as number
          target.data[write + channel] = value + (255 - value) * light
        }
        target.data[write + 3] = strength
      }
    }
  }
}
