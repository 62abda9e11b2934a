import { readFile } from 'node:fs/promises'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import type { FrameSize } from '@pika-kit/preview'

/**
 * Decodes an image, upright as its EXIF says, and keeps no more pixels of it than a frame can show. `size` is that of the
 * upright image.
 */
export async function decodeImage(file: string, size: FrameSize, frame: FrameSize): Promise<Canvas> {
  const image = await loadImage(await readFile(file))
  const scale = Math.min(1, (2 * Math.max(frame.width, frame.height)) / Math.min(size.width, size.height))
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  )
  const context = canvas.getContext('2d')
  // Where nothing is scaled, the cubic filter of 'high' would soften the picture for nothing.
  context.imageSmoothingQuality = scale < 1 ? 'high' : 'low'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}
