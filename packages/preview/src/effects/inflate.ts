import type { DraftContext } from '../canvas.ts'
import { bendLayer } from '../toolkit/bend.ts'
import { mix, progress, smoother } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { copyPart, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { drawPicture, type Rectangle } from '../toolkit/pictures.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

/** Three breaths fill it until it is tight, round and shiny; then it leaves the ground on a string. */
export const inflate: EffectMotion = ({ subject, box, width, height, unit, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const form = formOf(createCanvas, subject, box)
  const size = Math.max(box.width, box.height)
  // Beyond the frame too: what swells must not be cut where it floats down again.
  const target = pixelLayerOf(createCanvas, {
    x: box.x - size * 0.34,
    y: box.y - size * 0.26,
    width: box.width + size * 0.68,
    height: box.height + size * 0.52,
  })
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const floor = box.y + box.height
  const thicken = Math.sqrt(box.width * box.height) * 0.13
  // As large as the frame lets it be.
  const largest = Math.max(0.5, Math.min(1.2, (floor - unit * 3 - thicken * 0.8) / box.height))
  const fattest = Math.max(largest, Math.min(1.36, (width * 0.94 - thicken) / box.width))
  return (context, t, seconds) => {
    const breath = [0.03, 0.22, 0.41].reduce((sum, begin, index) => {
      const part = progress(t, begin, begin + 0.15)
      return (
        sum + (smoother(part) + Math.sin(part * Math.PI * 3) * 0.12 * (1 - part)) * (index === 0 ? 0.3 : 0.35)
      )
    }, 0)
    const air = breath + progress(t, 0.56, 0.62) * Math.sin(seconds * 7) * 0.02 * (1 - t)
    const scale = { x: mix(1, fattest, air), y: mix(1, largest, air) }
    bendLayer(source, target, (x, y, bent) => {
      // Far points of a balloon move more: the middle comes nearer to the eye.
      const dx = (x - middle.x) / scale.x
      const dy = (y - middle.y) / scale.y
      const far = Math.min(1, Math.hypot(dx / box.width, dy / box.height) * 1.6)
      const near = 1 - air * 0.13 * (1 - far * far)
      const px = middle.x + dx * near
      const py = middle.y + dy * near
      const [slopeX, slopeY] = form.slopeAt(px, py)
      bent.x = px + slopeX * thicken * air
      bent.y = py + slopeY * thicken * air
      const rim = 1 - form.heightAt(bent.x, bent.y)
      // Light from the upper left: a bright band inside of that edge, a dark one at the other.
      const facing = slopeX * 0.6 + slopeY * 0.8
      const shine = Math.exp(-(((facing - 0.5) / 0.2) ** 2))
      bent.light = 1 + air * (shine * 0.34 - Math.max(0, -facing) * 0.26 - rim * rim * rim * 0.3)
    })
    showPixels(target)
    gloss(target.context, box, target, scale, Math.max(0, air))
    const free = smoother(progress(t, 0.6, 0.95))
    const small = mix(1, 0.82, free)
    const foot = middle.y + (box.height / 2) * scale.y + thicken * 0.3 * air
    const lift = free * height * 0.17 + Math.sin(seconds * 2.2) * unit * free
    drawContactShadow(
      context,
      middle.x,
      floor,
      box.width * 0.5 * small,
      unit * 3,
      0.55 * Math.min(1, air * 2),
    )
    const sway = Math.sin(seconds * 1.6) * 0.05 * free
    if (free > 0) drawString(context, middle.x, floor - lift, Math.min(1, free * 3), unit, seconds)
    context.save()
    context.translate(middle.x, floor - lift)
    context.rotate(sway)
    context.scale(small, small)
    drawPicture(context, target.canvas, target.x - middle.x, target.y - foot)
    context.restore()
  }
}

/** The window that a tight skin mirrors, and a paler one opposite. */
function gloss(
  context: DraftContext,
  box: Rectangle,
  layer: { x: number; y: number },
  scale: { x: number; y: number },
  air: number,
): void {
  context.save()
  context.globalCompositeOperation = 'source-atop'
  context.translate(box.x + box.width / 2 - layer.x, box.y + box.height / 2 - layer.y)
  context.scale(box.width * scale.x, box.height * scale.y)
  for (const [x, y, radius, strength] of [
    [-0.2, -0.27, 0.24, 0.75],
    [-0.2, -0.3, 0.07, 1],
    [0.3, 0.3, 0.2, 0.22],
  ] as const) {
    const light = context.createRadialGradient(x, y, 0, x, y, radius)
    light.addColorStop(0, `rgba(255, 255, 255, ${Math.min(1, strength * air)})`)
    light.addColorStop(0.35, `rgba(255, 255, 255, ${Math.min(1, strength * air * 0.5)})`)
    light.addColorStop(1, 'rgba(255, 255, 255, 0)')
    context.fillStyle = light
    context.fillRect(-1, -1, 2, 2)
  }
  context.restore()
}

function drawString(
  context: DraftContext,
  x: number,
  y: number,
  shown: number,
  unit: number,
  seconds: number,
): void {
  context.save()
  context.globalAlpha = shown
  context.strokeStyle = '#f7f3ea'
  context.lineWidth = Math.max(0.8, unit * 0.5)
  context.beginPath()
  context.moveTo(x, y)
  for (let step = 1; step <= 10; step++)
    context.lineTo(x + Math.sin(step * 0.9 + seconds * 3) * unit * 0.16 * step, y + step * unit * 1.9)
  context.stroke()
  context.fillStyle = '#d94f5c'
  context.beginPath()
  context.moveTo(x, y - unit)
  context.lineTo(x + unit * 2, y + unit * 2.2)
  context.lineTo(x - unit * 2, y + unit * 2.2)
  context.closePath()
  context.fill()
  context.restore()
}
