import { easeIn, easeOut, mix, progress, smoother } from '../toolkit/easing.ts'
import { drawPart } from '../toolkit/pictures.ts'
import type { EffectMotion } from './effect.ts'

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
