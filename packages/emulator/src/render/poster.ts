import { createCanvas } from '@napi-rs/canvas'
import { readVideoFrames } from './video-source.ts'

/** Pixels, 16:9, with the picture cut to it. */
const WIDTH = 384
const HEIGHT = 216

/** A small JPEG of the first frame of an MP4. Rejects when it has none. */
export async function posterOf(file: string): Promise<Buffer> {
  for await (const frame of readVideoFrames(file, 'mov', WIDTH, HEIGHT, 1)) {
    const canvas = createCanvas(WIDTH, HEIGHT)
    const context = canvas.getContext('2d')
    const pixels = context.createImageData(WIDTH, HEIGHT)
    pixels.data.set(frame)
    context.putImageData(pixels, 0, 0)
    return canvas.encode('jpeg', 82)
  }
  throw new Error('the video has no frame')
}
