import type { CreateCanvas, DraftContext } from '../canvas.ts'
import { easeOut, progress } from './easing.ts'
import { drawableText } from './glyphs.ts'
import { canvasOf, drawPicture, roundedPath } from './pictures.ts'
import { directionOfText, fitText } from './text.ts'

/** Words at the foot of a draft that say what a draft cannot paint. */
export interface Caption {
  draw(context: DraftContext, seconds: number, frameHeight: number): void
}

/**
 * Sets a caption: at most two lines, in the middle, on a dark plate that leaves the draft's mark free. Undefined without
 * words, or without a font that has them.
 */
export function paintCaption(
  createCanvas: CreateCanvas,
  words: string,
  width: number,
  unit: number,
): Caption | undefined {
  const text = drawableText(createCanvas, words)
  if (text === '') return undefined
  const { canvas, context } = canvasOf(createCanvas, width, unit * 0.15)
  // The mark stands in the lower right corner; a caption as wide as the frame would run into it.
  const block = fitText(context, text, width * 0.6, unit * 0.092, unit * 0.036, unit * 0.025)
  context.direction = directionOfText(text)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const wide = Math.max(...block.lines.map((line) => context.measureText(line).width)) + block.size * 1.8
  const tall = block.lines.length * block.lineHeight + block.size * 0.85
  const top = canvas.height - tall
  roundedPath(context, (width - wide) / 2, top, wide, tall, unit * 0.022)
  context.fillStyle = 'rgba(12, 14, 20, 0.58)'
  context.fill()
  context.fillStyle = '#ffffff'
  block.lines.forEach((line, row) =>
    context.fillText(line, width / 2, top + block.size * 0.43 + (row + 0.52) * block.lineHeight),
  )
  return {
    draw(target, seconds, frameHeight) {
      const shown = easeOut(progress(seconds, 0.3, 0.9))
      if (shown <= 0) return
      target.globalAlpha = shown
      drawPicture(target, canvas, 0, frameHeight - canvas.height - unit * 0.03 + (1 - shown) * unit * 0.02)
      target.globalAlpha = 1
    },
  }
}
