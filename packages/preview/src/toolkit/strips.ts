import type { DraftContext, DraftImage } from '../canvas.ts'
import { drawPart, type Rectangle } from './pictures.ts'

/** Where one strip of a picture goes: its first edge and its length, in pixels of the canvas, along the strip. */
export interface Strip {
  start: number
  length: number
}

/**
 * Draws a picture as rows, each moved and stretched on its own along x: the cheap way to bend a picture.
 * `place` gets the middle of a row, 0…1 from the top. Rows meet at whole pixels, so that no seam shows.
 */
export function drawRows(
  context: DraftContext,
  image: DraftImage,
  target: Rectangle,
  place: (v: number) => Strip,
  count = 90,
): void {
  for (let index = 0; index < count; index++) {
    const top = Math.round((index / count) * target.height)
    const bottom = Math.round(((index + 1) / count) * target.height)
    const { start, length } = place((index + 0.5) / count)
    const sy = (top / target.height) * image.height
    const sh = ((bottom - top) / target.height) * image.height
    drawPart(context, image, 0, sy, image.width, sh, start, Math.round(target.y) + top, length, bottom - top)
  }
}

/** The same with columns, each moved and stretched along y. `place` gets 0…1 from the left. */
export function drawColumns(
  context: DraftContext,
  image: DraftImage,
  target: Rectangle,
  place: (u: number) => Strip,
  count = 120,
): void {
  for (let index = 0; index < count; index++) {
    const left = Math.round((index / count) * target.width)
    const right = Math.round(((index + 1) / count) * target.width)
    const { start, length } = place((index + 0.5) / count)
    const sx = (left / target.width) * image.width
    const sw = ((right - left) / target.width) * image.width
    drawPart(
      context,
      image,
      sx,
      0,
      sw,
      image.height,
      Math.round(target.x) + left,
      start,
      right - left,
      length,
    )
  }
}
