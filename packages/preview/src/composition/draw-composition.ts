import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { easeOut, mix, overshoot, progress } from '../toolkit/easing.ts'
import {
  blurredPicture,
  canvasOf,
  containRectangle,
  coverPicture,
  drawPart,
  drawPicture,
  roundedPath,
} from '../toolkit/pictures.ts'
import { createRandom, hash } from '../toolkit/random.ts'
import { placesFor } from './arrange.ts'

/**
 * The ingredients of a scene, composed. Precise: each picture whole and upright in front of a quiet backdrop. Creative:
 * round cut-outs on their own paths, larger and smaller, in front of the first picture's colours.
 */
export const drawComposition: Drawer = ({ input, images, width, height, duration, seed, createCanvas }) => {
  const isCreative = input['ingredientsMode'] === 'creative'
  const random = createRandom(seed)
  const direction = random() < 0.5 ? -1 : 1
  const unit = Math.min(width, height)
  const first = images[0] ?? canvasOf(createCanvas, width, height).canvas
  const backdrop = isCreative
    ? blurredPicture(createCanvas, first, width * 1.2, height * 1.2, 0.12)
    : studio()
  const places = placesFor(images.length, width / height)
  const cards = images.map((image, index) => {
    const box = places[index]?.size ?? 0.4
    return isCreative ? disc(image, box * 1.1 * mix(0.85, 1.12, hash(index, 5, seed))) : print(image, box)
  })

  /** A photographer's backdrop: a wall that becomes a floor, in a colour from the seed. */
  function studio(): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, width * 1.2, height * 1.2)
    const hue = Math.round(random() * 360)
    const gradient = context.createLinearGradient(0, 0, 0, height * 1.2)
    gradient.addColorStop(0, `hsl(${hue} 24% 86%)`)
    gradient.addColorStop(0.68, `hsl(${hue} 26% 72%)`)
    gradient.addColorStop(0.74, `hsl(${hue} 24% 62%)`)
    gradient.addColorStop(1, `hsl(${hue} 26% 76%)`)
    context.fillStyle = gradient
    context.fillRect(0, 0, width * 1.2, height * 1.2)
    return canvas
  }

  /** A picture as a print with a shadow, drawn once. */
  function print(image: DraftImage, size: number): DraftImage {
    const part = containRectangle(image.width, image.height, width * size, height * size)
    const margin = unit * 0.06
    const { canvas, context } = canvasOf(createCanvas, part.width + margin * 2, part.height + margin * 2)
    context.save()
    roundedPath(context, margin, margin, part.width, part.height, unit * 0.022)
    context.shadowColor = 'rgba(20, 22, 40, 0.42)'
    context.shadowBlur = margin * 0.8
    context.shadowOffsetY = margin * 0.3
    context.fillStyle = '#ffffff'
    context.fill()
    context.restore()
    context.clip()
    drawPicture(context, image, margin, margin, part.width, part.height)
    return canvas
  }

  /** The middle of a picture as a round cut-out with a pale rim. */
  function disc(image: DraftImage, size: number): DraftImage {
    const side = Math.min(width, height * 1.4) * size
    const square = coverPicture(createCanvas, image, side, side)
    const { canvas, context } = canvasOf(createCanvas, side * 1.2, side * 1.2)
    context.save()
    context.beginPath()
    context.arc(side * 0.6, side * 0.6, side / 2, 0, Math.PI * 2)
    context.shadowColor = 'rgba(10, 10, 30, 0.5)'
    context.shadowBlur = side * 0.08
    context.fillStyle = '#ffffff'
    context.fill()
    context.restore()
    context.beginPath()
    context.arc(side * 0.6, side * 0.6, side * 0.485, 0, Math.PI * 2)
    context.clip()
    drawPicture(context, square, side * 0.1, side * 0.1)
    return canvas
  }

  function drawCard(context: DraftContext, card: DraftImage, index: number, seconds: number): void {
    const place = places[index]
    if (!place) return
    const begin = 0.15 + (index / cards.length) * Math.min(1.6, duration * 0.3)
    const shown = progress(seconds, begin, begin + 0.9)
    if (shown <= 0) return
    const phase = hash(index, 9, seed) * Math.PI * 2
    const near = 0.5 + hash(index, 4, seed)
    const camera = (seconds / duration - 0.5) * direction
    const orbit = isCreative ? unit * 0.05 : unit * 0.006
    context.save()
    context.globalAlpha = easeOut(shown * 2)
    context.translate(
      width * place.x + Math.cos(seconds * 0.9 + phase) * orbit - camera * width * 0.06 * near,
      height * place.y + Math.sin(seconds * 1.1 + phase) * orbit + (1 - easeOut(shown)) * unit * 0.25,
    )
    context.rotate(
      isCreative
        ? Math.sin(seconds * 0.7 + phase) * 0.16
        : (hash(index, 6, seed) - 0.5) * 0.05 * (1 - shown * 0.6),
    )
    const scale =
      (isCreative
        ? mix(0.3, 1, overshoot(shown)) * (1 + 0.05 * Math.sin(seconds + phase))
        : mix(0.92, 1, easeOut(shown))) *
      (1 + 0.05 * (seconds / duration))
    context.scale(scale, scale)
    drawPicture(context, card, -card.width / 2, -card.height / 2)
    context.restore()
  }

  return {
    stages: [
      {
        start: 0,
        note: `${images.length} ingredient${images.length === 1 ? '' : 's'}, ${isCreative ? 'creative' : 'precise'}`,
      },
    ],
    draw(context, seconds) {
      const shift = (seconds / duration - 0.5) * direction * 0.5
      const room = { x: backdrop.width - width, y: backdrop.height - height }
      drawPart(context, backdrop, room.x * (0.5 + shift), room.y / 2, width, height, 0, 0, width, height)
      cards.forEach((card, index) => drawCard(context, card, index, seconds))
    },
  }
}
