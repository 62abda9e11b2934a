import type { DraftContext } from '../canvas.ts'
import { bendLayer } from '../toolkit/bend.ts'
import { easeIn, mix, progress, smoother, wobble } from '../toolkit/easing.ts'
import { copyPart, drawLayer, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { drawPuff, puffOf } from '../toolkit/puffs.ts'
import { hash } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'
import { drawPress } from './props/press.ts'

const CRACKS = 9
const BITS = 26
/** What is left of its height. */
const FLAT = 0.11

/** A hydraulic press comes down, meets it, and goes on: it bulges, cracks and gives way. */
export const crush: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const target = pixelLayerOf(createCanvas, {
    x: box.x - box.width * 0.4,
    y: box.y - 2,
    width: box.width * 1.8,
    height: box.height + 4,
  })
  const dust = puffOf(createCanvas, '236, 226, 210', seed)
  const floor = box.y + box.height
  const middle = box.x + box.width / 2
  return (context, t, seconds) => {
    const meet = smoother(progress(t, 0.02, 0.2))
    const press = smoother(progress(t, 0.24, 0.5))
    const burst = easeIn(progress(t, 0.52, 0.6))
    const lifted = smoother(progress(t, 0.78, 1))
    const strain = press * (1 - burst)
    const tall = mix(mix(1, 0.66, press), FLAT, burst) + (t > 0.6 ? wobble((t - 0.6) * 5, 2) * 0.02 : 0)
    const shake = strain * Math.sin(seconds * 70) * unit * 0.22
    const gone = 1 - tall
    bendLayer(source, target, (x, y, bent) => {
      const v = (floor - y) / (box.height * tall)
      const bulge = 1 + gone * (0.26 + 0.36 * Math.sin(Math.PI * Math.min(1, Math.max(0, v))))
      bent.x = middle + (x - middle - shake) / bulge
      bent.y = floor - v * box.height
      const side = Math.abs(x - middle) / (box.width * 0.5 * bulge)
      bent.light = 1 - gone * 0.26 * side * side - strain * 0.2 * Math.max(0, v * 3 - 2)
    })
    showPixels(target)
    if (strain > 0.15 || burst > 0) drawCracks(target, strain + burst)
    drawContactShadow(
      context,
      middle,
      floor,
      box.width * mix(0.5, 0.8, gone),
      unit * 2.6,
      0.55 * Math.min(1, gone * 2),
    )
    drawLayer(context, target)
    const plateY = mix(-height * 0.02, box.y, meet)
    const y = (t < 0.2 ? plateY : floor - box.height * tall) - lifted * height * 0.42
    drawPress(context, middle, y, Math.min(width * 0.46, box.width * 0.78), unit)
    const age = progress(t, 0.56, 0.82)
    if (age <= 0 || age >= 1) return
    for (let index = 0; index < BITS; index++) {
      const side = index % 2 ? 1 : -1
      const own = (salt: number) => hash(index, salt, seed)
      const x = middle + side * box.width * (0.5 + (own(1) * 0.9 + 0.2) * (1 - (1 - age) ** 2))
      const high = own(2) * unit * 26 * age * (1 - age)
      if (index < 14)
        drawPuff(
          context,
          dust,
          x,
          floor - unit * 2 - high * 0.3,
          unit * (3 + age * 8),
          (1 - age) * 0.8,
          index,
        )
      context.fillStyle = index % 3 ? '#463a34' : '#d8cbb8'
      context.beginPath()
      context.arc(x, floor - unit - high, unit * (0.3 + own(3) * 0.5), 0, Math.PI * 2)
      context.fill()
    }
  }

  /** Cracks run through the body while it strains, on what is opaque of it only. */
  function drawCracks(
    { context, x: left, y: top }: { context: DraftContext; x: number; y: number },
    strength: number,
  ): void {
    context.save()
    context.globalCompositeOperation = 'source-atop'
    context.translate(-left, -top)
    context.lineJoin = 'round'
    for (let crack = 0; crack < CRACKS; crack++) {
      const grow = progress(strength, 0.15 + hash(crack, 1, seed) * 0.4, 0.6 + hash(crack, 1, seed) * 0.4)
      if (grow <= 0) continue
      let x = box.x + box.width * (0.1 + 0.8 * hash(crack, 2, seed))
      let y = box.y + box.height * (0.36 + 0.5 * hash(crack, 3, seed))
      const steps = Math.ceil(grow * 7)
      const points = [{ x, y }]
      for (let step = 0; step < steps; step++) {
        x += (hash(crack, step, seed + 9) - 0.5) * box.width * 0.13
        y += box.height * (0.03 + hash(crack, step, seed + 8) * 0.05)
        points.push({ x, y })
      }
      for (const [dx, color, thick] of [
        [0.25, 'rgba(255, 255, 255, 0.5)', 0.4],
        [0, 'rgba(22, 10, 8, 0.85)', 0.45],
      ] as const) {
        context.strokeStyle = color
        context.lineWidth = unit * thick
        context.beginPath()
        points.forEach((point, index) =>
          index === 0
            ? context.moveTo(point.x + dx * unit, point.y)
            : context.lineTo(point.x + dx * unit, point.y),
        )
        context.stroke()
      }
    }
    context.restore()
  }
}
