import type { DraftCanvas, DraftContext } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { canvasOf, coverPicture, drawPicture } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { type Bend, type Raster, rasterOf, wordsOf } from '../toolkit/warp.ts'
import { createFramePainter } from './frame-painter.ts'
import { type Course, courseOf, createMorph, type Morph } from './morph.ts'
import { placeInTransitions, transitionPrompts, transitionSeconds } from './timing.ts'

/**
 * Stills become one video. Each stands, pixel for pixel, at its own second; between two, what they share moves from where
 * the one has it to where the other has it.
 */
export const drawTransitions: Drawer = ({ operation, input, images, width, height, seed, createCanvas }) => {
  const durations = transitionSeconds(operation, input)
  const prompts = transitionPrompts(operation, input)
  const random = createRandom(seed)
  const courses = durations.map((_, index) => courseOf(random, prompts[index] ?? ''))
  const stills = images.map((image) => opaque(coverPicture(createCanvas, image, width, height)))
  const painter = createFramePainter(width, height, (index) => pixelsOf(stills[index] as DraftCanvas))
  // Motion is searched when a transition is first shown: a storyboard of five is there at once and not after a second.
  const morphs = new Map<number, Morph>()
  let frame: ReturnType<DraftContext['createImageData']> | undefined

  function opaque(still: DraftCanvas): DraftCanvas {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.fillStyle = '#15171d'
    context.fillRect(0, 0, width, height)
    drawPicture(context, still, 0, 0)
    return canvas
  }

  // Read off its own canvas: drawn to another first, a filter would soften it, and the picture would jump at its keyframe.
  function pixelsOf(still: DraftCanvas) {
    const context = still.getContext('2d')
    if (!context) throw new Error('createCanvas gave a canvas without a 2D context: drafts need one')
    return context.getImageData(0, 0, still.width, still.height)
  }

  function bendAt(index: number, t: number): Bend {
    let morph = morphs.get(index)
    if (!morph) {
      const [from, to] = [index, index + 1].map((still) => rasterOf(pixelsOf(stills[still] as DraftCanvas)))
      morph = createMorph(from as Raster, to as Raster, courses[index] as Course)
      morphs.set(index, morph)
    }
    return morph(t)
  }

  /** The still that stands alone at a second, or the two between which it is. */
  function at(seconds: number): { still: number } | { index: number; t: number } {
    const { index, progress: t } = placeInTransitions(durations, seconds)
    if (t <= 0 || index + 1 >= stills.length) return { still: index }
    return t >= 1 ? { still: index + 1 } : { index, t }
  }

  function fill(words: Int32Array, seconds: number): void {
    const place = at(seconds)
    if ('still' in place) painter.still(words, place.still)
    else painter.between(words, place.index, bendAt(place.index, place.t))
  }

  let start = 0
  const stages = durations.map((seconds, index) => {
    const stage = { start, note: `transition ${index + 1} of ${durations.length}` }
    start += seconds
    return stage
  })

  return {
    stages,
    draw(context, seconds) {
      const place = at(seconds)
      if ('still' in place) {
        drawPicture(context, stills[place.still] as DraftCanvas, 0, 0)
        return
      }
      frame ??= context.createImageData(width, height)
      fill(wordsOf(frame), seconds)
      context.putImageData(frame, 0, 0)
    },
    fill,
  }
}
