import type { DraftCanvas, DraftContext } from '../canvas.ts'
import { easeIn, mix, progress, smoother } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'
import { drawKnife } from './props/knife.ts'
import { CREAM, drawSponge, SPONGE } from './props/sponge.ts'

/** Where the two cuts are, in shares of the box. */
const CUTS = [0.64, 0.4] as const

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
    cutAt(context, first, progress(t, 0.02, 0.3), progress(t, 0.3, 0.42), seconds)
    if (t > 0.48) cutAt(context, second, progress(t, 0.48, 0.66), progress(t, 0.66, 0.78), seconds)
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

  /** The inside at a cut: as tall as the outline is there, and deep where the subject is wide. */
  function faceOf(x: number): { canvas: DraftCanvas; top: number } {
    const [top, bottom] = form.columnAt(x)
    const canvas = drawSponge(createCanvas, { wide: depth, tall: bottom - top, unit, seed }, (share) => {
      const [left, right] = form.rowAt(mix(top, bottom, share))
      return (right - left) / box.width
    })
    return { canvas, top }
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
      context.fillStyle = crumb % 3 === 0 ? CREAM : SPONGE
      context.beginPath()
      context.arc(x + (own(3) - 0.4) * unit * 9 * fall, y, unit * (0.2 + own(4) * 0.4), 0, Math.PI * 2)
      context.fill()
    }
  }

  /** It waits above, then saws its way down to the floor, and is gone. */
  function cutAt(context: DraftContext, x: number, into: number, out: number, seconds: number): void {
    if (into <= 0 || out >= 1) return
    const down = easeIn(progress(into, 0.3, 1))
    const saw = down > 0 && down < 1 ? Math.sin(seconds * 30) * unit * 1.6 : 0
    const above = mix(-height * 0.1, box.y - unit * 2, smoother(progress(into, 0, 0.3)))
    const tip = mix(above, floor, down) - easeIn(out) * height * 1.2
    drawKnife(context, x, tip + saw, unit * 5.6, Math.max(box.height * 1.1, height * 0.5))
  }
}
