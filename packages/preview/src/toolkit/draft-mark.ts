import type { DraftContext } from '../canvas.ts'
import { roundedPath } from './pictures.ts'
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
