import { easeIn, mix, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf } from '../toolkit/pictures.ts'
import { drawColumns, drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './effect.ts'

/** It fills with air until it is a ball, and rises. */
export const inflate: EffectMotion = ({ picture, place, height, createCanvas }) => {
  const layer = canvasOf(createCanvas, place.width * 1.5, place.height * 1.5)
  return (context, t, seconds) => {
    const air = smoother(progress(t, 0, 0.75)) * (1 + 0.03 * Math.sin(seconds * 9) * (1 - t))
    const size = mix(1, 1.16, air)
    const box = { x: place.width * 0.25, y: place.height * 0.25, width: place.width, height: place.height }
    layer.context.clearRect(0, 0, layer.canvas.width, layer.canvas.height)
    drawRows(
      layer.context,
      picture,
      box,
      (v) => {
        const wide = mix(1, 1.18 * Math.sqrt(Math.max(0.02, 1 - (2 * v - 1) ** 2 * 0.93)), air)
        return { start: box.x + (place.width * (1 - wide)) / 2, length: place.width * wide }
      },
      140,
    )
    const float = Math.sin(seconds * 2) * height * 0.012 * air - easeIn(progress(t, 0.7, 1)) * height * 0.12
    context.translate(place.x + place.width / 2, place.y + place.height / 2 + float)
    context.scale(size, size)
    const target = {
      x: -layer.canvas.width / 2,
      y: -layer.canvas.height / 2,
      width: layer.canvas.width,
      height: layer.canvas.height,
    }
    drawColumns(
      context,
      layer.canvas,
      target,
      (u) => {
        const bulge = 1 + air * (0.28 * Math.cos((u - 0.5) * Math.PI * 1.1) - 0.12)
        return { start: target.y * bulge, length: target.height * bulge }
      },
      140,
    )
    context.globalAlpha = air
    context.scale(place.width * 0.62, place.height * 0.6)
    const shine = context.createRadialGradient(-0.35, -0.45, 0, -0.35, -0.45, 0.55)
    shine.addColorStop(0, 'rgba(255, 255, 255, 0.6)')
    shine.addColorStop(1, 'rgba(255, 255, 255, 0)')
    context.fillStyle = shine
    context.beginPath()
    context.arc(0, 0, 0.9, 0, Math.PI * 2)
    context.fill()
  }
}
