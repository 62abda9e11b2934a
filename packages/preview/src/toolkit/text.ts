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

/**
 * Breaks a text into lines of at most `width` as `measure` sees them: at spaces, where a script has none (Chinese,
 * Japanese, Thai) between its words. A word that is wider than a line stands alone, or with `breakWords` is broken at its letters.
 */
export function breakLines(
  text: string,
  width: number,
  measure: (text: string) => number,
  breakWords = false,
): string[] {
  const lines: string[] = []
  let line = ''
  const add = (part: string, joint: string): void => {
    const longer = line === '' ? part : line + joint + part
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = part
    } else line = longer
  }
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const parts = hasNoSpaces.test(word)
      ? closedUp(segments(word, 'word'))
      : breakWords && measure(word) > width
        ? closedUp(segments(word, 'grapheme'))
        : [word]
    parts.forEach((part, index) => add(part, index === 0 ? ' ' : ''))
  }
  if (line !== '') lines.push(line)
  return lines
}

const hasNoSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Puts what may not begin a line (closing marks, small kana) with what stands before it. */
function closedUp(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    if (joined.length > 0 && /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょ々]/u.test(part))
      joined.push((joined.pop() ?? '') + part)
    else joined.push(part)
  }
  return joined
}

/** The same number of lines, as even in width as can be: a single word on the last line looks forgotten. */
export function breakEvenly(text: string, width: number, measure: (text: string) => number): string[] {
  const count = breakLines(text, width, measure).length
  let narrow = width / 3
  let wide = width
  for (let step = 0; step < 7; step++) {
    const middle = (narrow + wide) / 2
    const lines = breakLines(text, middle, measure)
    if (lines.length <= count && lines.every((line) => measure(line) <= width)) wide = middle
    else narrow = middle
  }
  return breakLines(text, wide, measure)
}

/** `rtl` where the first letter of a text belongs to a script that runs from right to left. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
    ? 'rtl'
    : 'ltr'
}

const LONGEST_SHOWN = 700

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
  // No box holds more than this; measuring ten thousand letters at twenty sizes takes seconds.
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text
  for (let size = largest; ; size = Math.max(smallest, size * 0.9)) {
    context.font = draftFont(800, size)
    const lines =
      size <= smallest ? breakLines(shown, width, measure, true) : breakEvenly(shown, width, measure)
    const lineHeight = size * 1.14
    const fits = lines.length * lineHeight <= height && lines.every((line) => measure(line) <= width)
    if (fits) return { lines, size, lineHeight }
    if (size <= smallest) {
      const kept = lines
        .slice(0, Math.max(1, Math.floor(height / lineHeight)))
        .map((line) => cut(line, width, measure))
      if (kept.length < lines.length) kept.push(cut(`${kept.pop() ?? ''} …`, width, measure))
      return { lines: kept, size, lineHeight }
    }
  }
}

function cut(line: string, width: number, measure: (text: string) => number): string {
  if (measure(line) <= width) return line
  const letters = segments(line.replace(/ ?…$/, ''), 'grapheme')
  while (letters.length > 1 && measure(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('')}…`
}

/** What a reader takes for one word, or one letter: an emoji of five code points is one. */
function segments(text: string, granularity: 'word' | 'grapheme'): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity }).segment(text), ({ segment }) => segment)
}

/** A field of an input as text; empty where it holds something else, or nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
