import type { CreateCanvas, DraftCanvas, DraftContext, DraftImage, DraftPixels } from '../canvas.ts'
import { drawPicture } from './pictures.ts'

/** A canvas that is read more than it is shown, which a browser then keeps out of the graphics card. */
export function readableCanvas(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
): { canvas: DraftCanvas; context: DraftContext } {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('createCanvas gave a canvas without a 2D context: drafts need one')
  context.imageSmoothingQuality = 'high'
  return { canvas, context }
}

/** The pixels of a picture, scaled to this size. */
export function pixelsOf(
  createCanvas: CreateCanvas,
  image: DraftImage,
  width = image.width,
  height = image.height,
): DraftPixels {
  const { canvas, context } = readableCanvas(createCanvas, width, height)
  drawPicture(context, image, 0, 0, canvas.width, canvas.height)
  // A plain object: a host's own looks its width up anew each time, at the cost of a pixel's whole work.
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return { width: canvas.width, height: canvas.height, data }
}

/** A canvas whose pixels `fill` writes; they are transparent before. */
export function paintPixels(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
  fill: (data: Uint8ClampedArray) => void,
): DraftCanvas {
  const { canvas, context } = readableCanvas(createCanvas, width, height)
  const pixels = context.createImageData(canvas.width, canvas.height)
  fill(pixels.data)
  context.putImageData(pixels, 0, 0)
  return canvas
}
