import type { DraftCanvas, DraftContext } from '../canvas.ts'
import { easeIn, mix, progress, smoother } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { hash, noise } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

/** Where the two cuts are, in shares of the box. */
const CUTS = [0.64, 0.4] as const
const SPONGE = ['#f3cf8e', '#e9bb72'] as const
const CREAM = '#fff7ea'
const JAM = '#d93a5c'

/** A knife comes down, a slice moves aside, and inside are sponge, cream and jam; a second cut takes a wedge out. */
export const cakeIfy: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const form = formOf(createCanvas, subject, box)
  const xs = CUTS.map((share) => box.x + box.width * share)
  const [first = box.x, second = box.x] = xs
  const floor = box.y + box.height
  const uncut = partOf(0, first)
  const body = partOf(0, second)
  const wedge = partOf(second, first)
  const slice = partOf(first, width)
  const depth = box.width * 0.3
  const room = Math.max(
    unit * 6,
    Math.min(box.width * 0.5, width - box.x - box.width - unit * 2 + box.width * 0.12),
  )
  const faces = xs.map((x) => faceOf(x))
  return (context, t, seconds) => {
    const opened = smoother(progress(t, 0.3, 0.5))
    const taken = smoother(progress(t, 0.7, 0.94))
    drawContactShadow(context, box.x + box.width * 0.5, floor, box.width * 0.56, unit * 2, 0.3 * opened)
    if (opened <= 0) drawPicture(context, subject, 0, 0)
    else {
      // The wedge leaves to the front: it comes nearer and lower, with its cut side in view.
      drawPicture(context, taken > 0 ? body : uncut, 0, 0)
      if (taken > 0) drawFace(context, 1, second, taken)
      context.save()
      context.translate(taken * box.width * 0.16, taken * unit * 5)
      if (taken > 0) drawPicture(context, wedge, 0, 0)
      drawFace(context, 0, first, opened)
      context.restore()
      drawSlice(context, opened, taken)
    }
    drawCrumbs(context, first, progress(t, 0.24, 0.5))
    drawCrumbs(context, second, progress(t, 0.62, 0.9))
    drawKnife(context, first, progress(t, 0.02, 0.3), progress(t, 0.3, 0.42), seconds)
    if (t > 0.48) drawKnife(context, second, progress(t, 0.48, 0.66), progress(t, 0.66, 0.78), seconds)
  }

  function drawSlice(context: DraftContext, opened: number, taken: number): void {
    context.save()
    const slide = opened * room * 0.62 + taken * room * 0.38
    context.translate(first + slide + depth * 0.2 * opened, floor + opened * unit * 1.4)
    context.rotate(opened * 0.09 + taken * 0.05)
    context.translate(-first, -floor)
    drawPicture(context, slice, 0, 0)
    context.restore()
  }

  function partOf(from: number, to: number): DraftCanvas {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.beginPath()
    context.rect(from, 0, to - from, height)
    context.clip()
    drawPicture(context, subject, 0, 0)
    return canvas
  }

  /** The inside, as large as the outline is at the cut: layers with crumb, under a skin of icing. Drawn once. */
  function faceOf(x: number): { canvas: DraftCanvas; top: number; bottom: number } {
    const [top, bottom] = form.columnAt(x)
    const tall = Math.max(4, bottom - top)
    const wide = Math.max(4, depth)
    const { canvas, context } = canvasOf(createCanvas, wide, tall)
    context.beginPath()
    context.moveTo(0, 0)
    // The far side of the body falls away as its outline does.
    context.quadraticCurveTo(wide * 0.8, tall * 0.02, wide * 0.94, tall * 0.22)
    context.quadraticCurveTo(wide * 1.04, tall * 0.6, wide * 0.92, tall * 0.98)
    context.lineTo(0, tall)
    context.closePath()
    context.clip()
    const layers = Math.max(3, Math.min(5, Math.round(tall / (unit * 9))))
    context.fillStyle = SPONGE[0]
    context.fillRect(0, 0, wide, tall)
    for (let layer = 0; layer < layers; layer++) {
      const y0 = (layer / layers) * tall
      const y1 = ((layer + 1) / layers) * tall
      const bake = context.createLinearGradient(0, y0, 0, y1)
      bake.addColorStop(0, '#dca65c')
      bake.addColorStop(0.16, SPONGE[0])
      bake.addColorStop(0.8, SPONGE[1])
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
    return { canvas, top, bottom }
  }

  /** Shows the inside to the right of a cut, opened as far as `open` 0…1. */
  function drawFace(context: DraftContext, index: number, x: number, open: number): void {
    const face = faces[index]
    if (!face) return
    context.save()
    context.translate(x - 0.5, face.top)
    context.transform(open, open * 0.06, 0, 1, 0, 0)
    drawPicture(context, face.canvas, 0, 0)
    context.restore()
  }

  function drawCrumbs(context: DraftContext, x: number, age: number): void {
    if (age <= 0 || age >= 1) return
    for (let crumb = 0; crumb < 22; crumb++) {
      const own = (salt: number) => hash(crumb, salt, seed + 6)
      const fall = Math.max(0, age * 1.3 - own(1) * 0.3)
      const y = box.y + box.height * own(2) + fall * fall * box.height * 1.4
      if (fall <= 0 || y > floor + unit) continue
      context.fillStyle = crumb % 3 === 0 ? CREAM : SPONGE[1]
      context.beginPath()
      context.arc(x + (own(3) - 0.4) * unit * 9 * fall, y, unit * (0.2 + own(4) * 0.4), 0, Math.PI * 2)
      context.fill()
    }
  }

  function drawKnife(context: DraftContext, x: number, into: number, out: number, seconds: number): void {
    if (into <= 0 || out >= 1) return
    // It waits above, then saws its way down.
    const down = easeIn(progress(into, 0.3, 1))
    const saw = down > 0 && down < 1 ? Math.sin(seconds * 30) * unit * 1.6 : 0
    const tip =
      mix(mix(-height * 0.1, box.y - unit * 2, smoother(progress(into, 0, 0.3))), floor, down) -
      easeIn(out) * height * 1.2
    const blade = unit * 5.6
    const long = Math.max(box.height * 1.1, height * 0.5)
    context.save()
    context.translate(x, tip + saw)
    const steel = context.createLinearGradient(-blade * 0.2, 0, blade, 0)
    steel.addColorStop(0, '#ffffff')
    steel.addColorStop(0.3, '#dfe5ec')
    steel.addColorStop(0.34, '#aeb8c4')
    steel.addColorStop(1, '#e6ebf0')
    context.fillStyle = steel
    context.strokeStyle = 'rgba(40, 48, 60, 0.7)'
    context.lineWidth = Math.max(0.6, unit * 0.22)
    context.beginPath()
    context.moveTo(0, 0)
    context.quadraticCurveTo(blade * 0.9, -blade * 0.8, blade, -blade * 2.2)
    context.lineTo(blade, -long)
    context.lineTo(0, -long)
    context.closePath()
    context.fill()
    context.stroke()
    context.fillStyle = '#2b2023'
    context.fillRect(-blade * 0.06, -long - height * 0.3, blade * 1.12, height * 0.3)
    context.restore()
  }
}
