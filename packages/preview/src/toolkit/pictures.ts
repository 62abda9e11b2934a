import type { CreateCanvas, DraftCanvas, DraftContext, DraftImage } from '../canvas.ts'

/** A rectangle in pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** The largest part of a picture that has the ratio of the frame, from its middle: what `object-fit: cover` shows. */
export function coverRectangle(
  width: number,
  height: number,
  frameWidth: number,
  frameHeight: number,
): Rectangle {
  const scale = Math.min(width / frameWidth, height / frameHeight)
  const part = { width: frameWidth * scale, height: frameHeight * scale }
  return { x: (width - part.width) / 2, y: (height - part.height) / 2, ...part }
}

/** The size of a whole picture within a box, nothing cut off: what `object-fit: contain` shows, centred at 0, 0. */
export function containRectangle(
  width: number,
  height: number,
  boxWidth: number,
  boxHeight: number,
): Rectangle {
  const scale = Math.min(boxWidth / width, boxHeight / height)
  const part = { width: width * scale, height: height * scale }
  return { x: -part.width / 2, y: -part.height / 2, ...part }
}

/** Draws a whole picture into a rectangle of the canvas. */
export function drawPicture(
  context: DraftContext,
  image: DraftImage,
  x: number,
  y: number,
  width = image.width,
  height = image.height,
): void {
  context.drawImage(image as never, x, y, width, height)
}

/** Draws a part of a picture (`sx`…`sh`) into a rectangle of the canvas. A part without area draws nothing. */
export function drawPart(
  context: DraftContext,
  image: DraftImage,
  sx: number,
  sy: number,
  sw: number,
  sh: number,
  dx: number,
  dy: number,
  dw: number,
  dh: number,
): void {
  if (sw <= 0 || sh <= 0 || dw <= 0 || dh <= 0) return
  context.drawImage(image as never, sx, sy, sw, sh, dx, dy, dw, dh)
}

/**
 * Up to this size a browser keeps a canvas out of the graphics card: on the tiles of the effects, sending small pictures back
 * and forth cost far more than drawing them (measured in Chromium without a card: 57 ms a frame of Explode in place of 9).
 */
const SMALL_PIXELS = 120_000

/** A new canvas and its context. Throws when the host has no 2D canvas. */
export function canvasOf(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
): { canvas: DraftCanvas; context: DraftContext } {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const willReadFrequently = canvas.width * canvas.height <= SMALL_PIXELS
  const context = canvas.getContext('2d', { willReadFrequently })
  if (!context) throw new Error('createCanvas gave a canvas without a 2D context: drafts need one')
  context.imageSmoothingQuality = 'medium'
  return { canvas, context }
}

/** A copy of a picture, cut to the ratio of the frame and scaled to it. Transparent parts stay transparent. */
export function coverPicture(
  createCanvas: CreateCanvas,
  image: DraftImage,
  width: number,
  height: number,
): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, width, height)
  drawCovering(context, image, width, height)
  return canvas
}

/** Fills a frame with a picture, cut to its ratio. Leaves the context's smoothing as was best for it. */
export function drawCovering(context: DraftContext, image: DraftImage, width: number, height: number): void {
  if (image.width === width && image.height === height) {
    // Nothing to scale: the cubic filter of 'high' would soften it for nothing.
    context.imageSmoothingQuality = 'low'
    drawPicture(context, image, 0, 0)
    return
  }
  context.imageSmoothingQuality = 'high'
  const part = coverRectangle(image.width, image.height, width, height)
  drawPart(context, image, part.x, part.y, part.width, part.height, 0, 0, width, height)
}

/** A copy out of focus: scaled down and up again, which blurs alike in every host. Opaque as the picture is. */
export function softCopy(createCanvas: CreateCanvas, image: DraftImage, strength = 9): DraftCanvas {
  const half = canvasOf(createCanvas, image.width / Math.sqrt(strength), image.height / Math.sqrt(strength))
  half.context.imageSmoothingQuality = 'high'
  drawPicture(half.context, image, 0, 0, half.canvas.width, half.canvas.height)
  const small = canvasOf(createCanvas, image.width / strength, image.height / strength)
  small.context.imageSmoothingQuality = 'high'
  drawPicture(small.context, half.canvas, 0, 0, small.canvas.width, small.canvas.height)
  const { canvas, context } = canvasOf(createCanvas, image.width, image.height)
  context.imageSmoothingQuality = 'high'
  drawPicture(context, small.canvas, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Adds a rectangle with round corners to the path. */
export function roundedPath(
  context: DraftContext,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2))
  context.beginPath()
  context.moveTo(x + r, y)
  context.arc(x + width - r, y + r, r, -Math.PI / 2, 0)
  context.arc(x + width - r, y + height - r, r, 0, Math.PI / 2)
  context.arc(x + r, y + height - r, r, Math.PI / 2, Math.PI)
  context.arc(x + r, y + r, r, Math.PI, Math.PI * 1.5)
  context.closePath()
}
