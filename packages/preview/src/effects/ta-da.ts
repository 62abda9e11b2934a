import type { DraftContext } from '../canvas.ts'
import { easeIn, easeOut, mix, overshoot, progress, spring, wobble } from '../toolkit/easing.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { hash, noise } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

const CONFETTI = 110
const FOLDS = 13
const COLORS = ['#ffcf3f', '#ff4f6d', '#3fc1ff', '#66e08a', '#b57bff', '#ff9440'] as const
/** When the cloth is pulled away. */
const REVEAL = 0.5

/** A velvet cloth falls over it; after a held breath it is whisked away, in a burst of light and confetti: ta-da! */
export const taDa: EffectMotion = ({ subject, box, width, height, unit, seed }) => {
  const floor = box.y + box.height
  const middle = box.x + box.width / 2
  const span = Math.hypot(width, height)
  const heart = { x: middle, y: box.y + box.height * 0.45 }
  return (context, t, seconds) => {
    const drop = easeIn(progress(t, 0.02, 0.16))
    const settle = 1.2 * spring((t - 0.16) * 5, 2.4)
    const hush = Math.sin(Math.PI * progress(t, 0.26, REVEAL)) * 0.55
    const whisk = easeIn(progress(t, REVEAL, REVEAL + 0.13))
    const burst = progress(t, REVEAL + 0.03, 1)
    if (hush > 0 || burst > 0) {
      // The house lights go down before, and the spot stays after.
      context.fillStyle = `rgba(10, 6, 20, ${Math.max(hush * 0.6, burst > 0 ? 0.34 * (1 - progress(t, 0.9, 1) * 0.4) : 0)})`
      context.fillRect(0, 0, width, height)
    }
    if (burst > 0) drawRays(context, burst, seconds)
    if (t < 0.16 || burst > 0) {
      const pop =
        burst > 0 ? 1 + (1 - overshoot(progress(burst, 0, 0.3))) * -0.2 + wobble(burst * 2.2, 2) * 0.03 : 1
      context.save()
      context.translate(middle, floor)
      context.scale(pop, pop)
      drawPicture(context, subject, -middle, -floor)
      context.restore()
    }
    if (t > 0.02 && whisk < 1) {
      drawContactShadow(context, middle, floor, box.width * 0.75 * drop, unit * 3, 0.6 * drop * (1 - whisk))
      drawCloth(context, drop, settle, whisk, seconds, progress(t, 0.3, REVEAL))
    }
    if (burst > 0) drawConfetti(context, burst, seconds)
    const flash = burst > 0 ? 1 - progress(burst, 0, 0.2) : 0
    if (flash <= 0) return
    const light = context.createRadialGradient(heart.x, heart.y, 0, heart.x, heart.y, span * 0.5)
    light.addColorStop(0, `rgba(255, 250, 225, ${flash * 0.85})`)
    light.addColorStop(1, 'rgba(255, 225, 150, 0)')
    context.fillStyle = light
    context.fillRect(0, 0, width, height)
  }

  function drawRays(context: DraftContext, burst: number, seconds: number): void {
    context.save()
    context.translate(heart.x, heart.y)
    context.rotate(seconds * 0.25)
    const light = context.createRadialGradient(0, 0, 0, 0, 0, span * 0.6)
    const strength = easeOut(burst * 4) * 0.62
    light.addColorStop(0, `rgba(255, 240, 190, ${strength})`)
    light.addColorStop(1, 'rgba(255, 220, 140, 0)')
    context.fillStyle = light
    for (let ray = 0; ray < 14; ray++) {
      context.rotate((Math.PI * 2) / 14)
      context.beginPath()
      context.moveTo(0, 0)
      context.lineTo(span, -span * 0.11)
      context.lineTo(span, span * 0.11)
      context.closePath()
      context.fill()
    }
    context.restore()
  }

  /** A cloth that hangs over the subject: narrow at its top, with folds that fan out to a wavy hem. */
  function drawCloth(
    context: DraftContext,
    drop: number,
    settle: number,
    whisk: number,
    seconds: number,
    tension: number,
  ): void {
    const lift = mix(-height * 1.1, 0, drop) - whisk * height * 0.5
    const aside = whisk * width * 0.95
    const stretch = 1 + settle * 0.06 + whisk * 0.25
    const top = box.y - unit * 2.5
    const tall = (floor + unit * 2 - top) * stretch
    const narrow = box.width * 0.36
    const wide = box.width * (0.66 + settle * 0.05 - whisk * 0.3)
    const tremble = tension * (1 - whisk) * Math.sin(seconds * 46) * unit * 0.25
    context.save()
    context.translate(middle + aside + tremble, top + tall + lift)
    context.rotate(whisk * 0.9)
    context.translate(0, -tall)
    const hemAt = (share: number) => {
      const wave =
        Math.sin(share * FOLDS * Math.PI + seconds * 2) * unit * 1 +
        (noise(share * 5, 0, seed) - 0.5) * unit * 3
      return { x: mix(-wide, wide, share), y: tall + wave - Math.abs(share - 0.5) * unit * 4 + unit * 2 }
    }
    for (let fold = 0; fold < FOLDS; fold++) {
      const from = fold / FOLDS
      const to = (fold + 1) / FOLDS
      const left = hemAt(from)
      const right = hemAt(to)
      const crown = (share: number) => ({
        x: mix(-narrow, narrow, share),
        y: (1 - Math.sqrt(Math.max(0, 1 - (share * 2 - 1) ** 2))) * unit * 7,
      })
      const a = crown(from)
      const b = crown(to)
      const light = 0.5 + 0.5 * Math.sin(fold * 2.4 + 0.6)
      const velvet = context.createLinearGradient(left.x, 0, right.x, 0)
      velvet.addColorStop(0, `hsl(348, 72%, ${12 + light * 8}%)`)
      velvet.addColorStop(0.42, `hsl(350, 74%, ${33 + light * 14}%)`)
      velvet.addColorStop(1, `hsl(346, 76%, ${14 + light * 6}%)`)
      context.fillStyle = velvet
      context.beginPath()
      context.moveTo(a.x, a.y)
      context.quadraticCurveTo((a.x + b.x) / 2, Math.min(a.y, b.y) - unit * 0.4, b.x + 0.7, b.y)
      context.quadraticCurveTo(b.x * 1.16, tall * 0.4, right.x + 0.7, right.y)
      context.quadraticCurveTo((left.x + right.x) / 2, Math.max(left.y, right.y) + unit * 1.4, left.x, left.y)
      context.quadraticCurveTo(a.x * 1.16, tall * 0.4, a.x, a.y)
      context.closePath()
      context.fill()
      context.strokeStyle = '#efc04f'
      context.lineWidth = unit * 0.9
      context.beginPath()
      context.moveTo(left.x, left.y)
      context.quadraticCurveTo(
        (left.x + right.x) / 2,
        Math.max(left.y, right.y) + unit * 1.4,
        right.x,
        right.y,
      )
      context.stroke()
    }
    context.restore()
  }

  function drawConfetti(context: DraftContext, burst: number, seconds: number): void {
    for (let piece = 0; piece < CONFETTI; piece++) {
      const own = (salt: number) => hash(piece, salt, seed)
      // Two cannons at the lower corners of the subject, and one behind it.
      const angle = -Math.PI / 2 + (own(1) - 0.5) * 2.5
      const speed = height * (0.45 + own(2) * 0.75)
      const shot = easeOut(burst * 1.7)
      const x =
        heart.x +
        Math.cos(angle) * speed * shot * Math.max(1, width / height) * 0.8 +
        Math.sin(seconds * 3 + piece) * unit
      const y =
        heart.y + Math.sin(angle) * speed * shot * 0.8 + burst * burst * height * (0.55 + own(3) * 0.45)
      if (x < -unit * 3 || x > width + unit * 3 || y > height + unit * 3) continue
      const size = unit * (0.75 + own(4) * 0.8)
      context.save()
      context.translate(x, y)
      context.rotate(seconds * (own(5) - 0.5) * 9 + piece)
      context.scale(1, Math.cos(seconds * (4 + own(6) * 5) + piece))
      context.fillStyle = COLORS[piece % COLORS.length] ?? COLORS[0]
      context.fillRect(-size, -size * 0.55, size * 2, size * 1.1)
      context.restore()
    }
  }
}
