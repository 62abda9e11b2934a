import type { CreateCanvas } from '../canvas.ts'
import { readableCanvas } from './pixels.ts'
import { draftFont } from './text.ts'

const SIZE = 24
/** A code point that no font has: how it looks is how every missing letter looks. */
const MISSING = '\u{10FFFD}'

/**
 * Leaves out of a text what no font of the host can draw: an empty box says less than nothing. A browser draws nearly
 * everything; Node on a bare machine has Latin letters alone. Answers an empty text when too little is left to be read.
 */
export function drawableText(createCanvas: CreateCanvas, text: string): string {
  const { context } = readableCanvas(createCanvas, SIZE * 2, SIZE * 2)
  context.font = draftFont(800, SIZE)
  context.textBaseline = 'middle'
  context.fillStyle = '#000000'
  const look = (letter: string): string => {
    context.clearRect(0, 0, SIZE * 2, SIZE * 2)
    context.fillText(letter, SIZE / 2, SIZE)
    return context.getImageData(0, 0, SIZE * 2, SIZE * 2).data.join()
  }
  const missingWidth = context.measureText(MISSING).width
  let missingLook: string | undefined
  const known = new Map<string, boolean>()
  const isDrawn = (letter: string): boolean => {
    const answer = known.get(letter)
    if (answer !== undefined) return answer
    let drawn = true
    if (context.measureText(letter).width === missingWidth) {
      missingLook ??= look(MISSING)
      drawn = look(letter) !== missingLook
    }
    known.set(letter, drawn)
    return drawn
  }
  const letters = [...text]
  const seen = letters.filter((letter) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(letter))
  const drawn = seen.filter((letter) => isDrawn(letter))
  if (drawn.length < seen.length * 0.6) return ''
  return letters
    .filter((letter) => /\s|\p{Cf}|\p{M}/u.test(letter) || isDrawn(letter))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
