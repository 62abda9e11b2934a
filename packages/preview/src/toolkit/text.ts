import type { DraftContext } from '../canvas.ts'

/**
 * The family that drafts are set in. A host has to make it known: the browser by CSS, Node by registering a font file.
 * The second name is for letters that the first file lacks; a host without either takes its own sans-serif.
 */
export const DRAFT_FONT_FAMILY = 'Inter, "Inter Extended", system-ui, sans-serif'

/** A CSS font value in the family of the drafts. `size` in pixels. */
export function draftFont(weight: 600 | 800, size: number): string {
  return `${weight} ${Math.round(size)}px ${DRAFT_FONT_FAMILY}`
}

/** Breaks a text into lines of at most `width` as `measure` sees them; a word that is too long stands alone. */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  return lines
}

/** A text set in lines, with the size that let it fit. */
export interface TextBlock {
  lines: string[]
  /** Pixels. */
  size: number
  lineHeight: number
}

/**
 * Sets a text as large as fits a box, between two sizes; what does not fit at the smallest is cut and ends in an ellipsis.
 * Leaves the context's font at the size found.
 */
export function fitText(
  context: DraftContext,
  text: string,
  width: number,
  height: number,
  largest: number,
  smallest: number,
): TextBlock {
  const measure = (part: string) => context.measureText(part).width
  for (let size = largest; ; size = Math.max(smallest, size * 0.9)) {
    context.font = draftFont(800, size)
    const lines = breakLines(text, width, measure)
    const lineHeight = size * 1.14
    const fits = lines.length * lineHeight <= height && lines.every((line) => measure(line) <= width)
    if (fits) return { lines, size, lineHeight }
    if (size <= smallest) {
      const shown = lines
        .slice(0, Math.max(1, Math.floor(height / lineHeight)))
        .map((line) => cut(line, width, measure))
      if (shown.length < lines.length) shown.push(cut(`${shown.pop() ?? ''} …`, width, measure))
      return { lines: shown, size, lineHeight }
    }
  }
}

function cut(line: string, width: number, measure: (text: string) => number): string {
  if (measure(line) <= width) return line
  const letters = [...line.replace(/ ?…$/, '')]
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('')}…`
}

/** A field of an input as text; empty where it holds something else, or nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
