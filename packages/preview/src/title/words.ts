import type { CreateCanvas, DraftContext } from '../canvas.ts'
import { easeOut, progress } from '../toolkit/easing.ts'
import { drawableText } from '../toolkit/glyphs.ts'
import { canvasOf } from '../toolkit/pictures.ts'
import { directionOfText, fitText } from '../toolkit/text.ts'

/** The words of a title, laid out for a frame. */
export interface TitleWords {
  /** Whether the host could draw so little of the prompt that it is left out. */
  isLeftOut: boolean
  draw(context: DraftContext, seconds: number): void
}

interface LayoutOptions {
  width: number
  height: number
  /** Seconds. */
  duration: number
  isCentered: boolean
  accent: string
}

/** Sets a prompt as a film's title: large, in even lines, in the direction of its script; a line appears after the other. */
export function layOutTitle(createCanvas: CreateCanvas, prompt: string, options: LayoutOptions): TitleWords {
  const { width, height, duration, accent } = options
  const text = drawableText(createCanvas, prompt)
  if (text === '') return { isLeftOut: prompt.trim() !== '', draw: () => {} }
  const unit = Math.min(width, height)
  const isTall = height > width * 1.05
  const isCentered = options.isCentered || isTall
  const { context: ruler } = canvasOf(createCanvas, 8, 8)
  // A single word may be very large, a paragraph is set to be read.
  const largest = unit * (text.length < 14 ? 0.19 : text.length < 60 ? 0.115 : 0.085)
  const block = fitText(ruler, text, width * (isCentered ? 0.8 : 0.7), height * 0.5, largest, unit * 0.032)
  const direction = directionOfText(text)
  const isFromRight = direction === 'rtl'
  const tall = block.lines.length * block.lineHeight
  const x = isCentered ? width / 2 : isFromRight ? width * 0.91 : width * 0.09
  const top = isCentered ? height * 0.47 - tall / 2 : height * 0.84 - tall
  const { font } = ruler
  const gap = Math.min(0.32, 1.6 / block.lines.length)

  return {
    isLeftOut: false,
    draw(context, seconds) {
      context.save()
      context.font = font
      context.direction = direction
      context.textBaseline = 'middle'
      context.textAlign = isCentered ? 'center' : isFromRight ? 'right' : 'left'
      const rule = easeOut(progress(seconds, 0.1, 1.1))
      const length = unit * 0.11 * rule
      const left = isCentered ? x - length / 2 : isFromRight ? x - length : x
      context.fillStyle = accent
      context.fillRect(left, top - block.size * 0.42, length, Math.max(2, unit * 0.0055))
      context.shadowColor = 'rgba(4, 6, 20, 0.55)'
      context.shadowBlur = block.size * 0.28
      context.fillStyle = '#ffffff'
      block.lines.forEach((line, row) => {
        const begin = Math.min(0.25 + row * gap, duration * 0.4)
        const shown = easeOut(progress(seconds, begin, begin + 0.9))
        if (shown <= 0) return
        context.globalAlpha = shown
        context.fillText(line, x, top + (row + 0.5) * block.lineHeight + (1 - shown) * block.size * 0.5)
      })
      context.restore()
    },
  }
}
