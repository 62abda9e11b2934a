import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas'
import { effectDraft } from './effect-draft.ts'

const GAP = 4
const MARGIN = 96

/** Draws a row for each effect: its name, then some moments of it on each picture, all `tall` pixels high. */
export function drawSheet(
  names: readonly string[],
  pictures: readonly (Image | Canvas)[],
  { tall, moments, isBlind }: { tall: number; moments: number; isBlind: boolean },
): Canvas {
  const widths = pictures.map(({ width, height }) => Math.round((tall * width) / height / 2) * 2)
  const sheet = createCanvas(
    MARGIN + widths.reduce((sum, width) => sum + moments * (width + GAP) + GAP * 3, GAP),
    GAP + names.length * (tall + GAP),
  )
  const context = sheet.getContext('2d')
  context.fillStyle = '#16171c'
  context.fillRect(0, 0, sheet.width, sheet.height)
  context.textBaseline = 'middle'
  context.font = '600 15px Inter'
  for (const [row, name] of names.entries()) {
    const y = GAP + row * (tall + GAP)
    context.fillStyle = '#f3f0ea'
    context.fillText(isBlind ? `${row + 1}` : name, GAP * 3, y + tall / 2)
    let x = MARGIN + GAP
    for (const [index, picture] of pictures.entries()) {
      const size = { width: widths[index] ?? tall, height: tall }
      const draft = effectDraft(name, picture, size)
      const canvas = createCanvas(size.width, size.height)
      for (let moment = 0; moment < moments; moment++) {
        // From soon after the start to shortly before the end.
        draft.draw(
          canvas.getContext('2d'),
          draft.duration * (0.09 + (0.85 * moment) / Math.max(1, moments - 1)),
        )
        context.drawImage(canvas, x, y)
        x += size.width + GAP
      }
      x += GAP * 3
    }
  }
  return sheet
}
