import type { DraftContext } from '../canvas.ts'
import { clamp, easeIn, mix, overshoot, progress, smoother } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import type { EffectMotion } from './effect.ts'

/** How far the cut falls for each pixel to the right. */
const SLANT = 0.16

/** A flash cuts through at the neck; the head slides down the cut, then jumps off and hovers. */
export const decapitate: EffectMotion = ({
  subject,
  box,
  head,
  width,
  height,
  unit,
  isFlat,
  createCanvas,
}) => {
  const form = formOf(createCanvas, subject, box)
  const cutY = clamp(head.y + head.height, box.y + box.height * 0.24, box.y + box.height * 0.56)
  const [left, right] = form.rowAt(cutY)
  const x = (left + right) / 2
  const half = (right - left) / 2
  const halves = ([-1, 1] as const).map((side) => {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.beginPath()
    // Outside of the neck the cut turns steeply up: shoulders stay with the body.
    const reach = half * 1.06
    context.moveTo(x - reach - height, cutY - reach * SLANT - height * 0.8)
    context.lineTo(x - reach, cutY - reach * SLANT)
    context.lineTo(x + reach, cutY + reach * SLANT)
    context.lineTo(x + reach + height, cutY + reach * SLANT - height * 0.8)
    context.lineTo(x + reach + height, side < 0 ? -height : height * 2)
    context.lineTo(x - reach - height, side < 0 ? -height : height * 2)
    context.closePath()
    context.clip()
    drawPicture(context, subject, 0, 0)
    return canvas
  })
  const [upper = subject, lower = subject] = halves
  const [red, green, blue] = formOf(createCanvas, upper, head).color
  const tone = (factor: number) =>
    `rgb(${[red, green, blue].map((value) => Math.round(Math.min(255, value * factor + 18))).join(', ')})`
  /** The even inside of a thing of clay, seen flat from above (or from below). */
  const drawCut = (context: DraftContext, tall: number, isBelow: boolean) => {
    if (isFlat || tall <= 0) return
    for (const [share, factor] of [
      [1, isBelow ? 0.5 : 0.72],
      [0.86, isBelow ? 0.72 : 1.12],
    ] as const) {
      context.fillStyle = tone(factor)
      context.beginPath()
      context.ellipse(x, cutY, half * share * 1.01, tall * share, Math.atan(SLANT), 0, Math.PI * 2)
      context.fill()
    }
  }
  return (context, t, seconds) => {
    const slide = easeIn(progress(t, 0.14, 0.34))
    const jump = overshoot(progress(t, 0.4, 0.58))
    const float = smoother(progress(t, 0.44, 0.75))
    const along = half * 0.3 * slide * (1 - progress(t, 0.4, 0.5))
    const room = Math.max(height * 0.07, Math.min(height * 0.17, box.y * 0.8))
    const up = jump * room + Math.sin(seconds * 2.8) * unit * 1.1 * float
    const tilt = slide * 0.05 * (1 - float) + Math.sin(seconds * 1.9) * 0.09 * float - jump * 0.05
    const open = clamp(slide * 0.5 + jump)
    drawPicture(context, slide > 0 ? lower : subject, 0, 0)
    drawCut(context, half * 0.2 * open, false)
    context.save()
    context.translate(x + along, cutY + along * SLANT - up)
    context.rotate(tilt)
    context.translate(-x, -cutY)
    drawCut(context, half * 0.2 * jump, true)
    if (slide > 0) drawPicture(context, upper, 0, 0)
    context.restore()
    const sweep = progress(t, 0.04, 0.11)
    const fade = 1 - progress(t, 0.1, 0.2)
    if (sweep <= 0 || fade <= 0) return
    const from = x - half - width * 0.16
    const to = mix(from, x + half + width * 0.16, sweep)
    const yAt = (at: number) => cutY + (at - x) * SLANT
    for (const [thick, color] of [
      [2.2, `rgba(150, 215, 255, ${fade * 0.5})`],
      [0.8, `rgba(255, 255, 255, ${fade})`],
    ] as const) {
      context.fillStyle = color
      context.beginPath()
      context.moveTo(from, yAt(from))
      context.lineTo(mix(from, to, 0.7), yAt(mix(from, to, 0.7)) - unit * thick * 0.5)
      context.lineTo(to, yAt(to))
      context.lineTo(mix(from, to, 0.7), yAt(mix(from, to, 0.7)) + unit * thick * 0.5)
      context.closePath()
      context.fill()
    }
  }
}
