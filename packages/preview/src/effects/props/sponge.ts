import type { CreateCanvas, DraftCanvas } from '../../canvas.ts'
import { canvasOf } from '../../toolkit/pictures.ts'
import { hash, noise } from '../../toolkit/random.ts'

export const SPONGE = '#f3cf8e'
export const CREAM = '#fff7ea'
const JAM = '#d93a5c'
const OUTLINE_STEPS = 40

/**
 * Draws the inside of a cake: sponge with its crumb, layers of cream and jam, darker to the right. `deepAt` says how far it
 * reaches to the right at a height of 0…1, as a share of `wide`.
 */
export function drawSponge(
  createCanvas: CreateCanvas,
  size: { wide: number; tall: number; unit: number; seed: number },
  deepAt: (share: number) => number,
): DraftCanvas {
  const { unit, seed } = size
  const wide = Math.max(4, size.wide)
  const tall = Math.max(4, size.tall)
  const { canvas, context } = canvasOf(createCanvas, wide, tall)
  context.beginPath()
  context.moveTo(0, 0)
  for (let step = 0; step <= OUTLINE_STEPS; step++) {
    const share = step / OUTLINE_STEPS
    // Round at the top and the foot, whatever is cut.
    const round = 1 - (1 - Math.min(1, share * 7)) ** 2 * 0.8 - (1 - Math.min(1, (1 - share) * 16)) ** 2 * 0.2
    context.lineTo(wide * Math.min(1, Math.max(0.12, deepAt(share))) * round, tall * share)
  }
  context.lineTo(0, tall)
  context.closePath()
  context.clip()
  const layers = Math.max(3, Math.min(5, Math.round(tall / (unit * 9))))
  context.fillStyle = SPONGE
  context.fillRect(0, 0, wide, tall)
  for (let layer = 0; layer < layers; layer++) {
    const y0 = (layer / layers) * tall
    const y1 = ((layer + 1) / layers) * tall
    const bake = context.createLinearGradient(0, y0, 0, y1)
    bake.addColorStop(0, '#dca65c')
    bake.addColorStop(0.16, SPONGE)
    bake.addColorStop(0.8, '#e9bb72')
    bake.addColorStop(1, '#cf9850')
    context.fillStyle = bake
    context.fillRect(0, y0, wide, y1 - y0)
    if (layer === 0) continue
    for (const [color, thick, shift] of [
      [CREAM, 0.16, 0],
      [JAM, 0.06, 0.05],
    ] as const) {
      context.strokeStyle = color
      context.lineWidth = (tall / layers) * thick * 1.6
      context.beginPath()
      for (let step = 0; step <= 16; step++)
        context.lineTo(
          (step / 16) * wide,
          y0 + (shift * tall) / layers + (noise(step * 0.5, layer, seed) - 0.5) * (tall / layers) * 0.14,
        )
      context.stroke()
    }
  }
  for (let pore = 0; pore < 130; pore++) {
    const own = (salt: number) => hash(pore, salt, seed)
    context.fillStyle = own(1) < 0.6 ? 'rgba(122, 74, 26, 0.34)' : 'rgba(255, 240, 205, 0.5)'
    context.beginPath()
    context.ellipse(
      own(2) * wide,
      own(3) * tall,
      unit * (0.1 + own(4) * 0.28),
      unit * (0.08 + own(5) * 0.18),
      0,
      0,
      Math.PI * 2,
    )
    context.fill()
  }
  const shade = context.createLinearGradient(0, 0, wide, 0)
  shade.addColorStop(0, 'rgba(255, 255, 255, 0.12)')
  shade.addColorStop(1, 'rgba(70, 30, 8, 0.34)')
  context.fillStyle = shade
  context.fillRect(0, 0, wide, tall)
  return canvas
}
