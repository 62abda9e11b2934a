import { easeIn, easeOut, mix, progress, smoother, wobble } from '../toolkit/easing.ts'
import { canvasOf, roundedPath } from '../toolkit/pictures.ts'
import { noise } from '../toolkit/random.ts'
import { drawColumns, drawRows } from '../toolkit/strips.ts'
import type { EffectMotion } from './registry.ts'

/** It runs down like wax: columns flow at their own speed, and the top goes last. */
export const melt: EffectMotion =
  ({ picture, place, height, seed }) =>
  (context, t) => {
    const flow = easeIn(t)
    drawColumns(
      context,
      picture,
      place,
      (u) => {
        const speed = 0.55 + noise(u * 9, 0, seed) * 0.9 + noise(u * 26, 4, seed) * 0.25
        const top = place.y + place.height * flow * speed * 0.85
        const bottom = Math.min(
          height * 1.1,
          place.y + place.height * (1 + easeOut(t * 1.4) * speed * 0.42 * Math.min(1, t * 3)),
        )
        return { start: top, length: Math.max(bottom - top, place.height * 0.05) }
      },
      200,
    )
  }

/** A press comes down and flattens it. */
export const crush: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const down = progress(t, 0.08, 0.5)
    const strokes = easeIn(down)
    const left = mix(1, 0.09, strokes)
    const shake = down >= 1 ? wobble((t - 0.5) * 3, 5) * height * 0.012 : 0
    const floor = place.y + place.height
    const tall = place.height * left
    drawRows(
      context,
      picture,
      { x: place.x, y: floor - tall + shake, width: place.width, height: tall },
      (v) => {
        const bulge = (1 - left) * 0.34 * Math.sin(Math.PI * v) + (1 - left) * 0.06
        return { start: place.x - (place.width * bulge) / 2, length: place.width * (1 + bulge) }
      },
      Math.max(8, Math.round(tall / 6)),
    )
    const lift = easeOut(progress(t, 0.74, 1)) * height * 0.5
    const plate = mix(-height * 0.16, floor - place.height, progress(t, 0, 0.08))
    const y = (down > 0 ? floor - tall : plate) + shake - lift
    const steel = context.createLinearGradient(0, y - height * 0.14, 0, y)
    steel.addColorStop(0, '#8d96a6')
    steel.addColorStop(0.75, '#5c6575')
    steel.addColorStop(1, '#2f3542')
    context.fillStyle = steel
    roundedPath(
      context,
      place.x - width * 0.06,
      y - height * 0.14,
      place.width + width * 0.12,
      height * 0.14,
      height * 0.012,
    )
    context.fill()
    context.fillStyle = '#6d7686'
    context.fillRect(width * 0.46, y - height * 1.2, width * 0.08, height * 1.07)
  }

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

/** The air goes out: it sags, wrinkles and ends as a rag on the floor. */
export const deflate: EffectMotion =
  ({ picture, place, seed }) =>
  (context, t, seconds) => {
    const out = smoother(t)
    const tall = place.height * mix(1, 0.16, out)
    const floor = place.y + place.height
    const target = { x: place.x, y: floor - tall, width: place.width, height: tall }
    drawRows(
      context,
      picture,
      target,
      (v) => {
        const flutter =
          Math.sin(v * 22 + seconds * 16) * 0.02 * Math.sin(Math.PI * t) +
          (noise(v * 7, t * 2, seed) - 0.5) * 0.34 * out
        const narrow = 1 - out * (0.32 * (1 - v) - 0.12 * v)
        return {
          start: place.x + place.width * ((1 - narrow) / 2 + flutter * (1 - v * 0.6)),
          length: place.width * narrow,
        }
      },
      Math.max(10, Math.round(tall / 3)),
    )
  }

/** Hands squeeze it from both sides like soft clay, twice, and it wobbles back. */
export const squish: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const press =
      Math.sin(Math.PI * progress(t, 0.05, 0.42)) ** 0.7 + Math.sin(Math.PI * progress(t, 0.45, 0.85)) ** 0.7
    const squeeze = 0.52 * press + 0.12 * wobble(progress(t, 0.85, 1.1), 3) * (t > 0.85 ? 1 : 0)
    const tall = place.height * (1 + squeeze * 0.34)
    const middle = place.x + place.width / 2
    const target = { x: place.x, y: place.y + place.height - tall * 0.96, width: place.width, height: tall }
    const wideAt = (v: number) => 1 - squeeze * (0.35 + 0.65 * Math.sin(Math.PI * v) ** 1.5)
    drawRows(
      context,
      picture,
      target,
      (v) => ({ start: middle - (place.width * wideAt(v)) / 2, length: place.width * wideAt(v) }),
      110,
    )
    for (const side of [-1, 1]) {
      const x =
        middle + side * ((place.width * wideAt(0.5)) / 2 + mix(width * 0.3, 0, Math.min(1, press * 4)))
      context.fillStyle = '#f0b48f'
      for (let finger = 0; finger < 4; finger++) {
        const y = place.y + place.height * (0.33 + finger * 0.12)
        roundedPath(
          context,
          side < 0 ? x - width * 0.32 : x - width * 0.025,
          y,
          width * 0.345,
          height * 0.085,
          height * 0.045,
        )
        context.fill()
      }
    }
  }

/** A finger comes from the side and pokes it; it gives way there and wobbles. */
export const poke: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t, seconds) => {
    const pokes = [0.1, 0.5]
    const dent = pokes.reduce((sum, begin) => sum + Math.sin(Math.PI * progress(t, begin, begin + 0.16)), 0)
    const swing = pokes.reduce(
      (sum, begin) => sum + (t > begin + 0.12 ? wobble((t - begin - 0.12) * 2.6, 4) : 0),
      0,
    )
    drawRows(
      context,
      picture,
      place,
      (v) => {
        const near = Math.exp(-(((v - 0.5) / 0.16) ** 2))
        const push = place.width * (0.3 * dent * near)
        const jelly = place.width * 0.05 * swing * Math.sin(v * Math.PI * 3 + seconds * 4)
        return {
          start: place.x + push * 0.4 + jelly,
          length: place.width - push * 1.4 + Math.abs(jelly) * 0.3,
        }
      },
      120,
    )
    const tip =
      place.x +
      place.width -
      place.width * 0.3 * dent +
      (dent > 0.02 ? 0 : width * 0.12) +
      (1 - Math.min(1, dent * 3)) * width * 0.1
    const thick = height * 0.1
    context.fillStyle = '#f0b48f'
    roundedPath(context, tip, place.y + place.height / 2 - thick / 2, width, thick, thick / 2)
    context.fill()
    context.fillStyle = '#f9d9c6'
    roundedPath(
      context,
      tip + thick * 0.12,
      place.y + place.height / 2 - thick * 0.36,
      thick * 0.55,
      thick * 0.4,
      thick * 0.2,
    )
    context.fill()
  }
