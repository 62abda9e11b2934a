import type { DraftCanvas, DraftContext, DraftImage, DraftPixels } from '../canvas.ts'
import type { Drawer, Drawing, Scene } from '../drawer.ts'
import { smoother } from '../toolkit/easing.ts'
import { once } from '../toolkit/once.ts'
import { drawCovering, drawPicture } from '../toolkit/pictures.ts'
import { readableCanvas } from '../toolkit/pixels.ts'
import { createRandom } from '../toolkit/random.ts'
import { wordsOf } from '../toolkit/warp.ts'
import { hasWarpKernel } from '../toolkit/warp-kernel.ts'
import { createFramePainter, type FramePainter } from './frame-painter.ts'
import { type Course, courseOf, createMorph, type Morph } from './morph.ts'
import { resizeMotion } from './motion.ts'
import { createMotionSearch, type MotionSearch } from './motion-search.ts'
import { placeInTransitions, transitionPrompts, transitionSeconds } from './timing.ts'
import { createYuvPainter } from './yuv-painter.ts'

/**
 * Stills become one video. Each stands, pixel for pixel, at its own second; between two, what they share moves from where
 * the one has it to where the other has it.
 */
export const drawTransitions: Drawer = (scene) => drawingOf(scene)

/** In another size than the first one, motion is that of the first. */
function drawingOf(scene: Scene, first?: { search: MotionSearch; width: number; height: number }): Drawing {
  const { operation, input, images, width, height, seed, createCanvas } = scene
  const durations = transitionSeconds(operation, input)
  const prompts = transitionPrompts(operation, input)
  const random = createRandom(seed)
  const courses = durations.map((_, index) => courseOf(random, prompts[index] ?? ''))
  const stills = images.map(stillOf)
  // Motion is searched when a transition is first shown, or ahead of that by `search`: a storyboard of five is there at once.
  const search = first?.search ?? createMotionSearch(stills.length, pixelsAt)
  let frame: ReturnType<DraftContext['createImageData']> | undefined

  // In memory: from a graphics card each reading would wait for all that it has still to draw, in Chromium without one for seconds.
  function stillOf(image: DraftImage): DraftCanvas {
    const { canvas, context } = readableCanvas(createCanvas, width, height)
    drawCovering(context, image, width, height)
    // Behind what is transparent. Drawn first, it would take a level off the picture here and there.
    context.globalCompositeOperation = 'destination-over'
    context.fillStyle = '#15171d'
    context.fillRect(0, 0, width, height)
    return canvas
  }

  // Read off its own canvas: drawn to another first, a filter would soften it, and the picture would jump at its keyframe. The
  // last one is kept, since the search and the painter ask for the same one in turn.
  let read: { index: number; pixels: DraftPixels } | undefined
  function pixelsAt(index: number): DraftPixels {
    if (read?.index !== index) {
      const context = (stills[index] as DraftCanvas).getContext('2d')
      if (!context) throw new Error('createCanvas gave a canvas without a 2D context: drafts need one')
      read = { index, pixels: context.getImageData(0, 0, width, height) }
    }
    return read.pixels
  }

  const morphAt = once((index): Morph => {
    const found = search.motionOf(index)
    const motion = first ? resizeMotion(found, width / first.width, height / first.height) : found
    return createMorph({ width, height }, motion, courses[index] as Course)
  })

  /** The still that stands alone at a second, or the two between which it is. */
  function at(seconds: number): { still: number } | { index: number; t: number } {
    const { index, progress: t } = placeInTransitions(durations, seconds)
    if (t <= 0 || index + 1 >= stills.length) return { still: index }
    return t >= 1 ? { still: index + 1 } : { index, t }
  }

  /** Writes the frame of a second by a painter that is made when it is first needed. */
  function filler<Frame>(create: () => FramePainter<Frame>): (frame: Frame, seconds: number) => void {
    let painter: FramePainter<Frame> | undefined
    return (frame, seconds) => {
      painter ??= create()
      const place = at(seconds)
      if ('still' in place) painter.still(frame, place.still)
      else painter.between(frame, place.index, morphAt(place.index)(place.t))
    }
  }
  const fill = filler(() => createFramePainter(width, height, pixelsAt))

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
    ...(hasWarpKernel() && { fillYuv: filler(() => createYuvPainter(width, height, pixelsAt)) }),
    search: {
      isDoneFor(seconds) {
        const place = at(seconds)
        return 'still' in place || search.isFound(place.index)
      },
      stepsFrom: (seconds) => search.stepsFrom(placeInTransitions(durations, seconds).index),
      drawMeanwhile(context, seconds) {
        const { index, progress: t } = placeInTransitions(durations, seconds)
        const from = stills[index] as DraftCanvas
        drawPicture(context, from, 0, 0)
        context.globalAlpha = smoother(t)
        drawPicture(context, stills[index + 1] ?? from, 0, 0)
        context.globalAlpha = 1
      },
    },
    resized: (size) =>
      drawingOf(
        { ...scene, ...size },
        { search, width: first?.width ?? width, height: first?.height ?? height },
      ),
  }
}
