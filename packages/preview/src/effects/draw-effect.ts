import type { Drawer } from '../drawer.ts'
import { progress } from '../toolkit/easing.ts'
import { blurredPicture, canvasOf, coverPicture, drawPicture, roundedPath } from '../toolkit/pictures.ts'
import { draftFont, textOf } from '../toolkit/text.ts'
import { effectDrawing, effectDrawings } from './registry.ts'

/** Share of the frame that the picture takes while the effect happens to it, and seconds before it begins. */
const SIZE = 0.7
const BEGIN_SECONDS = 0.45

/** An effect happens to the picture: it stands as an object before a blurred, darker copy of itself. */
export const drawEffect: Drawer = ({
  operation,
  input,
  images,
  width,
  height,
  duration,
  seed,
  createCanvas,
}) => {
  // Found by what it offers, not by its name, so that another operation may call it something else.
  const field = operation.fields.find(({ choices }) => choices?.some(({ value }) => value in effectDrawings))
  const name = textOf(input[field?.name ?? 'effect']) || 'Effect'
  const image = images[0] ?? canvasOf(createCanvas, width, height).canvas
  const backdrop = blurredPicture(createCanvas, image, width, height, 0.5)
  const place = {
    x: Math.round((width * (1 - SIZE)) / 2),
    y: Math.round((height * (1 - SIZE)) / 2),
    width: Math.round(width * SIZE),
    height: Math.round(height * SIZE),
  }
  const cover = coverPicture(createCanvas, image, place.width, place.height)
  const { canvas: picture, context: cut } = canvasOf(createCanvas, place.width, place.height)
  roundedPath(cut, 0, 0, place.width, place.height, Math.min(width, height) * 0.025)
  cut.clip()
  drawPicture(cut, cover, 0, 0)
  const { motion, isSketch } = effectDrawing(name)
  const paint = motion({ picture, place, width, height, seed, createCanvas })

  return {
    stages: [{ start: 0, note: `effect: ${name}${isSketch ? ' (sketch)' : ''}` }],
    draw(context, seconds) {
      drawPicture(context, backdrop, 0, 0, width, height)
      context.save()
      paint(context, progress(seconds, BEGIN_SECONDS, duration - 0.25), seconds)
      context.restore()
      if (!isSketch) return
      context.font = draftFont(600, Math.min(width, height) * 0.045)
      context.textAlign = 'center'
      context.fillStyle = '#ffffff'
      context.fillText(`${name}: this draft only sketches it`, width / 2, height * 0.94)
    },
  }
}
