import type { CreateCanvas, DraftCanvas, DraftContext, DraftPixels } from '../canvas.ts'
import { drawPicture, type Rectangle } from './pictures.ts'
import { readableCanvas } from './pixels.ts'

/** A canvas over a part of the frame; `x`, `y` are its upper left corner there. All in whole pixels. */
export interface Layer extends Rectangle {
  canvas: DraftCanvas
  context: DraftContext
}

/** A layer whose pixels are computed: what is written to `data` shows once `showPixels` has run. */
export interface PixelLayer extends Layer {
  /** Red, green, blue, alpha, not multiplied by alpha. Memory of our own: Skia's is slow to write value by value. */
  data: Uint8ClampedArray
  image: DraftPixels
}

/** An empty layer over a part of the frame, which is grown to whole pixels. */
export function layerOf(createCanvas: CreateCanvas, part: Rectangle): Layer {
  const x = Math.floor(part.x)
  const y = Math.floor(part.y)
  const width = Math.max(1, Math.ceil(part.x + part.width) - x)
  const height = Math.max(1, Math.ceil(part.y + part.height) - y)
  return { ...readableCanvas(createCanvas, width, height), x, y, width, height }
}

/** An empty layer over a part of the frame whose pixels are computed. */
export function pixelLayerOf(createCanvas: CreateCanvas, part: Rectangle): PixelLayer {
  const layer = layerOf(createCanvas, part)
  const image = layer.context.createImageData(layer.width, layer.height)
  return { ...layer, image, data: new Uint8ClampedArray(image.data.length) }
}

/** A copy of a part of a picture that has the frame's size, with its pixels. */
export function copyPart(createCanvas: CreateCanvas, picture: DraftCanvas, part: Rectangle): PixelLayer {
  const layer = layerOf(createCanvas, part)
  drawPicture(layer.context, picture, -layer.x, -layer.y)
  return readPixels(layer)
}

/** Reads what was drawn on a layer. */
export function readPixels(layer: Layer): PixelLayer {
  const image = layer.context.getImageData(0, 0, layer.width, layer.height)
  return { ...layer, image, data: new Uint8ClampedArray(image.data) }
}

/** Puts the pixels on the layer's canvas, so that it can be drawn. */
export function showPixels({ context, image, data }: PixelLayer): void {
  image.data.set(data)
  context.putImageData(image, 0, 0)
}

/** Draws a layer at its place in the frame, moved by so many pixels. */
export function drawLayer(context: DraftContext, layer: Layer, dx = 0, dy = 0): void {
  drawPicture(context, layer.canvas, layer.x + dx, layer.y + dy)
}

/** A rectangle grown by a margin on each side, and cut to the frame. */
export function grown(
  { x, y, width, height }: Rectangle,
  margin: number,
  frame: { width: number; height: number },
): Rectangle {
  const left = Math.max(0, x - margin)
  const top = Math.max(0, y - margin)
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.min(frame.width, x + width + margin) - left),
    height: Math.max(1, Math.min(frame.height, y + height + margin) - top),
  }
}
