import type { CreateCanvas, DraftContext } from '../canvas.ts'
import { roundedPath } from './pictures.ts'
import { readableCanvas } from './pixels.ts'
import { draftFont } from './text.ts'

/** The small sign in the lower right corner that says what this video is not: the finished one. */
export function drawDraftMark(context: DraftContext, width: number, height: number): void {
  const short = Math.min(width, height)
  const size = Math.max(11, short * 0.024)
  context.save()
  context.font = draftFont(600, size)
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  const textWidth = context.measureText('Draft').width
  const box = { width: textWidth + size * 1.5, height: size * 1.9 }
  const x = width - box.width - short * 0.03
  const y = height - box.height - short * 0.03
  roundedPath(context, x, y, box.width, box.height, box.height / 2)
  context.fillStyle = 'rgba(12, 14, 20, 0.5)'
  context.fill()
  context.fillStyle = 'rgba(255, 255, 255, 0.92)'
  context.fillText('Draft', x + size * 0.75, y + box.height * 0.53)
  context.restore()
}

/** The sign alone, as pixels of a frame of this size that is transparent elsewhere. */
export function draftMarkPixels(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
): Uint8ClampedArray {
  const { context } = readableCanvas(createCanvas, width, height)
  drawDraftMark(context, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** Lays the sign over frames of four bytes a pixel. */
export function pixelMark(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
): (words: Int32Array) => void {
  const data = draftMarkPixels(createCanvas, width, height)
  const marked: number[] = []
  for (let index = 0; index < width * height; index++) if (data[index * 4 + 3] !== 0) marked.push(index)
  return (words) => {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
    for (const index of marked) {
      const alpha = data[index * 4 + 3] as number
      for (let at = index * 4; at < index * 4 + 3; at++) {
        const under = bytes[at] as number
        bytes[at] = Math.round(under + (((data[at] as number) - under) * alpha) / 255)
      }
    }
  }
}
