import type { DraftCanvas, DraftContext } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { canvasOf, coverPicture, drawPicture } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { rasterOf, wordsOf } from '../toolkit/warp.ts'
import { courseOf, createMorph, type Morph } from './morph.ts'
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
  // Motion is searched when a transition is first shown: a storyboard of five is there at once and not after a second.
  const rasters = new Map<DraftCanvas, ReturnType<typeof rasterOf>>()
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

  function rasterFor(still: DraftCanvas) {
    let raster = rasters.get(still)
    if (!raster) rasters.set(still, (raster = rasterOf(pixelsOf(still))))
    return raster
  }

  function morphFor(
    index: number,
    from: DraftCanvas,
    to: DraftCanvas,
    prompt: (typeof courses)[number],
  ): Morph {
    let morph = morphs.get(index)
    if (!morph) morphs.set(index, (morph = createMorph(rasterFor(from), rasterFor(to), prompt)))
    return morph
  }

  function at(seconds: number) {
    const { index, progress: t } = placeInTransitions(durations, seconds)
    const from = stills[index]
    const course = courses[index]
    if (!from || !course) throw new Error('a draft of transitions needs at least one picture')
    return { from, to: stills[index + 1] ?? from, course, index, t }
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
      const { from, to, course, index, t } = at(seconds)
      if (t <= 0 || from === to) drawPicture(context, from, 0, 0)
      else if (t >= 1) drawPicture(context, to, 0, 0)
      else {
        frame ??= context.createImageData(width, height)
        morphFor(index, from, to, course)(wordsOf(frame), t)
        context.putImageData(frame, 0, 0)
      }
    },
    fill(words, seconds) {
      const { from, to, course, index, t } = at(seconds)
      if (t > 0 && t < 1 && from !== to) morphFor(index, from, to, course)(words, t)
      else words.set(rasterFor(t >= 1 ? to : from).data.subarray(0, width * height))
    },
  }
}
