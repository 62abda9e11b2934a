import { bendLayer } from '../toolkit/bend.ts'
import { clamp, easeIn, easeOut, mix, progress, smoother } from '../toolkit/easing.ts'
import { formOf } from '../toolkit/form.ts'
import { copyPart, drawLayer, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { drawPicture } from '../toolkit/pictures.ts'
import { noise } from '../toolkit/random.ts'
import { drawContactShadow } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'

/** It runs down like wax: drips of their own speed drag the picture with them, the top sinks, a glossy puddle spreads. */
export const melt: EffectMotion = ({ subject, box, width, height, unit, seed, isFlat, createCanvas }) => {
  const source = copyPart(createCanvas, subject, grown(box, 2, { width, height }))
  const target = pixelLayerOf(createCanvas, {
    x: box.x - box.width * 0.5,
    y: box.y,
    width: box.width * 2,
    // A print hangs free: its drips may run down to the frame's lower edge.
    height: isFlat ? height - box.y : box.height + unit * 8,
  })
  const form = formOf(createCanvas, subject, box)
  const floor = Math.min(height - unit * 4, box.y + box.height)
  const tallBox = floor - box.y
  const middle = box.x + box.width / 2
  // Drips are narrow tongues, as wide as wax makes them whatever the size of the subject.
  const drips = Math.max(5, box.width / (unit * 4.2))
  const runAt = (u: number) => {
    const tongue = noise(u * drips, 0, seed)
    return 0.35 + tongue * tongue * 1.3 + noise(u * drips * 0.3, 5, seed) * 0.4
  }
  return (context, t) => {
    const heat = progress(t, 0.02, 1)
    const sink = smoother(progress(t, 0.16, 1))
    const run = easeIn(progress(t, 0.04, 0.8))
    const soft = smoother(progress(t, 0, 0.25))
    const spread = easeOut(progress(t, 0.3, 1)) * progress(t, 0.3, 0.45)
    const tall = mix(1, 0.2, sink)
    const base = isFlat ? mix(floor, height - unit * 4, sink) : floor
    const hang = isFlat ? easeOut(progress(t, 0.03, 0.7)) * (height - floor) : 0
    bendLayer(
      source,
      target,
      (x, y, bent) => {
        const u0 = (x - middle) / box.width + 0.5
        const tongue = hang * noise(u0 * drips, 8, seed) ** 2.5 * 1.5
        const above = clamp((base - y) / tallBox / tall)
        const up = (base - y + tongue * (1 - above)) / tallBox
        // The foot widens into the puddle.
        const foot = 1 + sink * 0.55 * Math.exp(-((Math.max(0, up) / 0.16) ** 2)) + sink * 0.12
        const across = (x - middle) / foot
        const u = across / box.width + 0.5
        const sway = (noise(u * drips * 0.8, up * 3 + heat, seed + 2) - 0.5) * soft * unit * 2
        const pace = runAt(u)
        const flow = run * pace * 0.3 * Math.min(1, Math.max(0, up * 3 + 0.25))
        bent.x = middle + across + sway
        bent.y = floor - ((up + flow * (0.4 + 0.6 * Math.min(1, up * 2))) / tall) * tallBox
        if (y > floor && !isFlat) bent.y = floor - 1 - (floor - y) * 0.2
        const slope = runAt(u + 0.012) - runAt(u - 0.012)
        const rim = form.heightAt(bent.x, bent.y)
        bent.light = 1 + soft * (slope * 0.9 * Math.min(1, run * 3) + (0.5 - Math.abs(rim - 0.35)) * 0.1)
      },
      110,
    )
    showPixels(target)
    if (spread > 0.01) drawPuddle(spread)
    drawLayer(context, target)

    function drawPuddle(wide: number): void {
      const radiusX = box.width * (0.42 + 0.34 * wide)
      const radiusY = unit * (1 + 3.4 * wide)
      drawContactShadow(context, middle, base + unit * 0.6, radiusX * 1.12, radiusY * 1.3, 0.4 * wide)
      context.save()
      context.beginPath()
      for (let step = 0; step <= 48; step++) {
        const angle = (step / 48) * Math.PI * 2
        const wobbly = 0.84 + noise(Math.cos(angle) * 2 + 3, Math.sin(angle) * 2 + 3, seed + 4) * 0.32
        context.lineTo(middle + Math.cos(angle) * radiusX * wobbly, base + Math.sin(angle) * radiusY * wobbly)
      }
      context.closePath()
      context.clip()
      const [red, green, blue] = form.color
      context.fillStyle = `rgb(${red}, ${green}, ${blue})`
      context.fillRect(middle - radiusX * 1.2, base - radiusY * 1.2, radiusX * 2.4, radiusY * 2.4)
      // The picture itself, stirred: the lower part of it drawn wide and flat.
      context.globalAlpha = 0.85
      context.save()
      context.translate(middle, base + radiusY * 1.2)
      context.scale((radiusX * 2.6) / box.width, (radiusY * 2.6) / box.height)
      drawPicture(context, subject, -middle, -box.y - box.height)
      context.restore()
      context.globalAlpha = 1
      const shine = context.createLinearGradient(0, base - radiusY, 0, base + radiusY)
      shine.addColorStop(0, 'rgba(255, 255, 255, 0.05)')
      shine.addColorStop(0.62, 'rgba(255, 255, 255, 0.34)')
      shine.addColorStop(0.7, 'rgba(255, 255, 255, 0.02)')
      shine.addColorStop(1, 'rgba(0, 0, 0, 0.38)')
      context.fillStyle = shine
      context.fillRect(middle - radiusX * 1.2, base - radiusY * 1.2, radiusX * 2.4, radiusY * 2.4)
      context.restore()
    }
  }
}
