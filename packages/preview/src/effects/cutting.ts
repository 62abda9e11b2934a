import type { DraftContext } from '../canvas.ts'
import { easeIn, easeOut, mix, overshoot, progress, smoother } from '../toolkit/easing.ts'
import { drawPart, drawPicture } from '../toolkit/pictures.ts'
import { hash } from '../toolkit/random.ts'
import type { EffectMotion } from './registry.ts'

/** It is torn in two like paper: a ragged, white-edged line from the top, then both halves go. */
export const tear: EffectMotion = ({ picture, place, height, seed }) => {
  const steps = 26
  const edge = Array.from({ length: steps + 1 }, (_, index) => ({
    x: place.width * (0.5 + (hash(index, 1, seed) - 0.5) * 0.07 + Math.sin(index * 0.5) * 0.02),
    y: (index / steps) * place.height,
  }))
  const outline = (context: DraftContext, side: -1 | 1, inset: number) => {
    context.beginPath()
    const outer = side < 0 ? 0 : place.width
    context.moveTo(outer, 0)
    edge.forEach(({ x, y }, index) => context.lineTo(x - side * inset * (0.5 + hash(index, 3, seed)), y))
    context.lineTo(outer, place.height)
    context.closePath()
  }
  return (context, t) => {
    const open = easeOut(progress(t, 0.06, 0.62))
    const away = easeIn(progress(t, 0.6, 1))
    for (const side of [-1, 1] as const) {
      context.save()
      // Both halves turn about the foot of the tear, which is the last thing that holds.
      context.translate(
        place.x + place.width / 2 + side * away * place.width * 0.55,
        place.y + place.height + away * height * 0.5,
      )
      context.rotate(side * (open * 0.2 + away * 0.5))
      context.translate(-place.width / 2, -place.height)
      outline(context, side, open > 0 ? height * 0.012 : 0)
      context.fillStyle = '#f7f4ec'
      if (open > 0) context.fill()
      outline(context, side, 0)
      context.clip()
      drawPicture(context, picture, 0, 0)
      context.restore()
    }
  }
}

/** The upper third is cut off, jumps and floats away. */
export const decapitate: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t, seconds) => {
    const cut = Math.round(place.height * 0.4)
    drawPart(
      context,
      picture,
      0,
      cut,
      place.width,
      place.height - cut,
      place.x,
      place.y + cut,
      place.width,
      place.height - cut,
    )
    const up = overshoot(progress(t, 0.14, 0.5))
    const float = progress(t, 0.5, 1)
    context.save()
    context.translate(
      place.x + place.width / 2 + smoother(float) * width * 0.12,
      place.y +
        cut / 2 -
        up * height * 0.11 +
        Math.sin(seconds * 3) * height * 0.012 * up -
        smoother(float) * height * 0.1,
    )
    context.rotate(0.09 * up + Math.sin(seconds * 2.2) * 0.07 * up + float * 0.22)
    drawPart(context, picture, 0, 0, place.width, cut, -place.width / 2, -cut / 2, place.width, cut)
    context.restore()
    const slash = progress(t, 0.05, 0.16)
    if (slash <= 0 || slash >= 1) return
    context.strokeStyle = '#ffffff'
    context.lineWidth = height * 0.012 * (1 - slash)
    context.beginPath()
    context.moveTo(place.x - width * 0.1 + slash * width * 0.2, place.y + cut)
    context.lineTo(place.x + place.width * Math.min(1.2, slash * 1.6), place.y + cut)
    context.stroke()
  }

/** A knife comes down through it, a slice moves aside, and the cut is sponge and cream. */
export const cakeIfy: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const cut = Math.round(place.width * 0.6)
    const apart = smoother(progress(t, 0.42, 0.8))
    const depth = place.width * 0.11 * apart
    drawPart(context, picture, 0, 0, cut, place.height, place.x, place.y, cut, place.height)
    const layers = ['#f6d7a2', '#fff6ea', '#f0c98b', '#e7738d', '#f6d7a2', '#fff6ea', '#f0c98b'] as const
    const face = place.x + cut
    layers.forEach((color, index) => {
      const top = place.y + (index / layers.length) * place.height
      const tall = place.height / layers.length
      context.fillStyle = color
      context.beginPath()
      context.moveTo(face, top)
      context.lineTo(face + depth, top + depth * 0.25)
      context.lineTo(face + depth, top + tall + depth * 0.25 * (index === layers.length - 1 ? 0 : 1))
      context.lineTo(face, top + tall)
      context.closePath()
      context.fill()
    })
    context.save()
    context.translate(face + apart * place.width * 0.24, place.y + place.height)
    context.rotate(apart * 0.14)
    drawPart(
      context,
      picture,
      cut,
      0,
      place.width - cut,
      place.height,
      0,
      -place.height,
      place.width - cut,
      place.height,
    )
    context.restore()
    const down = easeIn(progress(t, 0.06, 0.34))
    const lift = easeOut(progress(t, 0.4, 0.6))
    const tip = mix(-height * 0.05, place.y + place.height, down) - lift * height * 1.3
    const blade = width * 0.035
    const steel = context.createLinearGradient(face - blade, 0, face + blade, 0)
    steel.addColorStop(0, '#ffffff')
    steel.addColorStop(0.5, '#cfd6e0')
    steel.addColorStop(1, '#8e98a8')
    context.fillStyle = steel
    context.beginPath()
    context.moveTo(face, tip)
    context.lineTo(face + blade, tip - height * 0.1)
    context.lineTo(face + blade, tip - height * 0.75)
    context.lineTo(face - blade * 0.4, tip - height * 0.75)
    context.closePath()
    context.fill()
    context.fillStyle = '#3c2a24'
    context.fillRect(face - blade * 0.5, tip - height * 1.02, blade * 1.6, height * 0.28)
  }

/** The surface peels off from the lower right corner like a sticker, and flies off. */
export const peel: EffectMotion =
  ({ picture, place, width, height }) =>
  (context, t) => {
    const away = easeIn(progress(t, 0.78, 1))
    const reach = Math.hypot(place.width, place.height)
    const angle = Math.atan2(place.height, place.width)
    // The fold is a line across the diagonal; what lies beyond it is mirrored back over it.
    const fold = mix(reach * 0.5, -reach * 0.42, smoother(progress(t, 0, 0.85)))
    context.translate(
      place.x + place.width / 2 - away * width * 0.5,
      place.y + place.height / 2 - away * height * 0.7,
    )
    context.save()
    context.rotate(angle)
    context.beginPath()
    context.rect(-reach, -reach, reach + fold, reach * 2)
    context.clip()
    context.rotate(-angle)
    drawPicture(context, picture, -place.width / 2, -place.height / 2)
    context.restore()
    context.save()
    context.rotate(angle)
    context.beginPath()
    context.rect(-reach * 3, -reach, reach * 3 + fold, reach * 2)
    context.clip()
    context.translate(2 * fold, 0)
    context.scale(-1, 1)
    context.beginPath()
    context.rect(fold, -reach, reach * 2, reach * 2)
    context.clip()
    context.rotate(-angle)
    context.beginPath()
    context.rect(-place.width / 2, -place.height / 2, place.width, place.height)
    context.clip()
    context.rotate(angle)
    const back = context.createLinearGradient(fold, 0, fold + reach * 0.35, 0)
    back.addColorStop(0, '#b9bcc6')
    back.addColorStop(0.12, '#ffffff')
    back.addColorStop(1, '#d9dce4')
    context.fillStyle = back
    context.fillRect(-reach, -reach, reach * 2, reach * 2)
    context.restore()
  }
