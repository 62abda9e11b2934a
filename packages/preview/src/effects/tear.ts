import type { DraftCanvas, DraftContext } from '../canvas.ts'
import { easeIn, easeOut, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf, drawPart, drawPicture } from '../toolkit/pictures.ts'
import { noise } from '../toolkit/random.ts'
import { castOf } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

/** Rows that a half is bent by. */
const ROWS = 150

/** Torn in two like paper: the rip runs down and shows white fibre, both sides curl away from it, then drift apart and fall. */
export const tear: EffectMotion = ({ subject, box, width, height, unit, seed, createCanvas }) => {
  const middle = box.x + box.width / 2
  const edgeAt = (y: number, salt: number, rough: number) => {
    const v = y / (unit * 1.1)
    return (
      middle +
      Math.sin(((y - box.y) / box.height) * 5 + salt) * box.width * 0.012 +
      (noise(v * 0.22, 1, seed) - 0.5) * unit * 6 +
      (noise(v, salt, seed + 1) - 0.5) * unit * rough +
      (noise(v * 2.7, salt, seed + 2) - 0.5) * unit * rough * 0.7
    )
  }
  const halves = ([-1, 1] as const).map((side) => {
    const cutTo = (context: DraftContext, salt: number, rough: number, shift: number) => {
      context.beginPath()
      const outer = side < 0 ? box.x - 2 : box.x + box.width + 2
      context.moveTo(outer, box.y - 2)
      for (let y = box.y - 2; y <= box.y + box.height + 2; y += Math.max(1, unit * 0.25))
        context.lineTo(edgeAt(y, salt, rough) - side * shift, y)
      context.lineTo(outer, box.y + box.height + 2)
      context.closePath()
    }
    // The fibre: the same sheet, white, torn a little further out. Only what is paper already may be white.
    const sheet = canvasOf(createCanvas, width, height)
    cutTo(sheet.context, side + 5, 2.4, unit * 0.3)
    sheet.context.fillStyle = '#fbf9f4'
    sheet.context.fill()
    sheet.context.globalCompositeOperation = 'source-atop'
    sheet.context.save()
    cutTo(sheet.context, side + 2, 1.5, unit * (side < 0 ? -1.5 : -0.9))
    sheet.context.shadowColor = 'rgba(60, 50, 40, 0.55)'
    sheet.context.shadowBlur = Math.max(1, unit * 0.5)
    sheet.context.fillStyle = '#e9e4d8'
    sheet.context.fill()
    sheet.context.clip()
    drawPicture(sheet.context, subject, 0, 0)
    sheet.context.restore()
    sheet.context.globalCompositeOperation = 'destination-in'
    drawPicture(sheet.context, subject, 0, 0)
    return { side, sheet: sheet.canvas, bent: canvasOf(createCanvas, width, height) }
  })
  const cast = castOf(createCanvas, width, height, unit * 1.4)
  return (context, t, seconds) => {
    const rip = smoother(progress(t, 0.06, 0.46))
    if (rip <= 0) {
      drawPicture(context, subject, 0, 0)
      return
    }
    const tip = box.y + rip * box.height * 1.04
    const apart = easeOut(progress(t, 0.44, 0.8)) * 0.7 + progress(t, 0.44, 1) * 0.3
    const fall = easeIn(progress(t, 0.56, 1))
    for (const { side, sheet, bent } of halves) {
      bendHalf(bent.context, sheet, side, tip, 1 - apart * 0.6)
      context.save()
      context.translate(
        middle + side * apart * box.width * 0.13 + side * fall * box.width * 0.1,
        box.y + box.height / 2 + fall * height * 0.2 * (side < 0 ? 1 : 0.72),
      )
      context.rotate(side * (apart * 0.1 + fall * 0.22) + Math.sin(seconds * 3 + side) * 0.012 * apart)
      context.translate(-middle, -box.y - box.height / 2)
      cast(context, bent.canvas, side * unit * 0.4, unit * (1 + apart * 2.6), 0.42)
      drawPicture(context, bent.canvas, 0, 0)
      context.restore()
    }
    // What the rip has not reached is whole.
    const rest = Math.ceil(box.y + box.height) + 3 - Math.floor(tip)
    if (rest > 0) drawPart(context, subject, 0, Math.floor(tip), width, rest, 0, Math.floor(tip), width, rest)
  }

  /** Rows above the tip of the rip are drawn aside, the more the higher they are, and shaded as paper that curls. */
  function bendHalf(
    context: DraftContext,
    sheet: DraftCanvas,
    side: -1 | 1,
    tip: number,
    strength: number,
  ): void {
    context.clearRect(0, 0, width, height)
    const from = Math.floor(box.y) - 3
    const to = Math.ceil(box.y + box.height) + 3
    const step = Math.max(1, Math.round((to - from) / ROWS))
    for (let y = from; y < to; y += step) {
      const open = Math.max(0, (tip - y) / box.height)
      const pull = side * box.width * 0.12 * open ** 1.45 * strength
      const narrow = 1 - 0.12 * Math.min(1, open) * strength
      const outer = side < 0 ? box.x - 3 : box.x + box.width + 3
      const left = outer - outer * narrow + pull
      drawPart(context, sheet, 0, y, width, step, left, y, width * narrow, step)
    }
    if (strength <= 0.01) return
    context.globalCompositeOperation = 'source-atop'
    const curl = context.createLinearGradient(middle, 0, middle + side * box.width * 0.26, 0)
    const much = Math.min(1, Math.max(0, (tip - box.y) / box.height)) * strength
    curl.addColorStop(0, `rgba(20, 14, 10, ${0.34 * much})`)
    curl.addColorStop(0.35, `rgba(255, 255, 255, ${0.2 * much})`)
    curl.addColorStop(1, 'rgba(20, 14, 10, 0)')
    context.fillStyle = curl
    context.fillRect(0, 0, width, Math.min(tip, box.y + box.height))
    context.globalCompositeOperation = 'source-over'
  }
}
