import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { canvasOf, coverPicture, drawPicture } from '../toolkit/pictures.ts'
import { pixelsOf } from '../toolkit/pixels.ts'
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
  const rasters = new Map<DraftImage, ReturnType<typeof rasterOf>>()
  const morphs = new Map<number, Morph>()
  let frame: ReturnType<DraftContext['createImageData']> | undefined

  function opaque(still: DraftImage): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.fillStyle = '#15171d'
    context.fillRect(0, 0, width, height)
    drawPicture(context, still, 0, 0)
    return canvas
  }

  function rasterFor(still: DraftImage) {
    let raster = rasters.get(still)
    if (!raster) rasters.set(still, (raster = rasterOf(pixelsOf(createCanvas, still))))
    return raster
  }

  function morphFor(
    index: number,
    from: DraftImage,
    to: DraftImage,
    prompt: (typeof courses)[number],
  ): Morph {
    let morph = morphs.get(index)
    if (!morph) morphs.set(index, (morph = createMorph(rasterFor(from), rasterFor(to), prompt)))
    return morph
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
      const { index, progress: t } = placeInTransitions(durations, seconds)
      const from = stills[index]
      const to = stills[index + 1] ?? from
      const course = courses[index]
      if (!from || !to || !course) return
      if (t <= 0 || from === to) drawPicture(context, from, 0, 0)
      else if (t >= 1) drawPicture(context, to, 0, 0)
      else {
        frame ??= context.createImageData(width, height)
        morphFor(index, from, to, course)(wordsOf(frame), t)
        context.putImageData(frame, 0, 0)
      }
    },
  }
}
