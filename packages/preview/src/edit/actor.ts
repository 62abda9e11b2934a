import type { CreateCanvas, DraftCanvas, DraftContext, DraftImage } from '../canvas.ts'
import { canvasOf, drawPart, drawPicture } from '../toolkit/pictures.ts'
import { pixelsOf } from '../toolkit/pixels.ts'
import { CLEAR_SUBJECT, cutOutSubject, findSubject } from '../toolkit/subject.ts'

/** What a video gets put into it: the subject of an image, or the image as a whole where it has no clear one. */
export interface Actor {
  width: number
  height: number
  isCut: boolean
  /** The actor in the light of a frame, whose mean colour is `tone`. The canvas is used again by the next call. */
  litBy(tone: Tone): DraftImage
}

export type Tone = readonly [red: number, green: number, blue: number]

/**
 * Prepares an image for a video: cut out where it can be, at most `side` pixels large. `whole` says what becomes of an
 * image without a clear subject: its border melts into the film, or it is a print with a white border.
 */
export function castActor(
  createCanvas: CreateCanvas,
  image: DraftImage,
  side: number,
  whole: 'soft' | 'print',
): Actor {
  const subject = findSubject(createCanvas, image)
  const isCut = subject.confidence >= CLEAR_SUBJECT
  const { x, y, width, height } = isCut
    ? subject.box
    : { x: 0, y: 0, width: image.width, height: image.height }
  const scale = Math.min(2, side / Math.max(width, height))
  const source = isCut
    ? cutOutSubject(createCanvas, image, subject)
    : wholePicture(createCanvas, image, whole)
  const own = canvasOf(createCanvas, width * scale, height * scale)
  own.context.imageSmoothingQuality = 'high'
  drawPart(own.context, source, x, y, width, height, 0, 0, own.canvas.width, own.canvas.height)
  const lit = canvasOf(createCanvas, own.canvas.width, own.canvas.height)
  const light = brightness(meanTone(createCanvas, own.canvas))
  return {
    width: own.canvas.width,
    height: own.canvas.height,
    isCut,
    litBy(tone) {
      const { canvas, context } = lit
      context.globalCompositeOperation = 'source-over'
      context.clearRect(0, 0, canvas.width, canvas.height)
      drawPicture(context, own.canvas, 0, 0)
      context.globalCompositeOperation = 'source-atop'
      const [red, green, blue] = tone
      // A bright actor in a dark film is darkened; all take a breath of the film's colour.
      const dark = Math.max(0, Math.min(0.55, (light - brightness(tone)) / 255 - 0.1))
      context.fillStyle = `rgba(${red * 0.35}, ${green * 0.35}, ${blue * 0.4}, ${dark})`
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.fillStyle = `rgba(${red}, ${green}, ${blue}, 0.12)`
      context.fillRect(0, 0, canvas.width, canvas.height)
      return canvas
    },
  }
}

/** The mean colour of a picture; transparent parts do not count. */
export function meanTone(createCanvas: CreateCanvas, image: DraftImage): Tone {
  const { data } = pixelsOf(createCanvas, image, 8, 8)
  const sum = [0, 0, 0]
  let weight = 0
  for (let index = 0; index < data.length; index += 4) {
    const alpha = data[index + 3] as number
    weight += alpha
    for (const channel of [0, 1, 2])
      sum[channel] = (sum[channel] ?? 0) + alpha * (data[index + channel] as number)
  }
  const [red = 0, green = 0, blue = 0] = sum.map((value) => Math.round(weight > 0 ? value / weight : 128))
  return [red, green, blue]
}

function brightness([red, green, blue]: Tone): number {
  return red * 0.3 + green * 0.59 + blue * 0.11
}

function wholePicture(createCanvas: CreateCanvas, image: DraftImage, whole: 'soft' | 'print'): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, image.width, image.height)
  if (whole === 'soft') {
    drawPicture(context, image, 0, 0)
    fadeBorder(context, image.width, image.height)
    return canvas
  }
  const border = Math.max(2, Math.min(image.width, image.height) * 0.035)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, image.width, image.height)
  drawPart(
    context,
    image,
    border,
    border,
    image.width - border * 2,
    image.height - border * 2,
    border,
    border,
    image.width - border * 2,
    image.height - border * 2,
  )
  return canvas
}

/** Lets a canvas fade out towards its border: an oval that is whole in the middle. */
export function fadeBorder(context: DraftContext, width: number, height: number): void {
  context.save()
  context.globalCompositeOperation = 'destination-in'
  context.translate(width / 2, height / 2)
  context.scale(width / 2, height / 2)
  const fade = context.createRadialGradient(0, 0, 0.72, 0, 0, 1)
  fade.addColorStop(0, 'rgba(0, 0, 0, 1)')
  fade.addColorStop(0.5, 'rgba(0, 0, 0, 0.6)')
  fade.addColorStop(1, 'rgba(0, 0, 0, 0)')
  context.fillStyle = fade
  context.fillRect(-1, -1, 2, 2)
  context.restore()
}
