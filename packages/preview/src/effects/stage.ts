import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Scene } from '../drawer.ts'
import { mix, progress, smoother } from '../toolkit/easing.ts'
import {
  blurredPicture,
  canvasOf,
  containRectangle,
  drawPicture,
  type Rectangle,
  roundedPath,
} from '../toolkit/pictures.ts'

/** Share of the frame that the thing takes at rest. The rest is room for what happens to it. */
const SHARE = 0.64
/** Share of the draft in which the camera steps back from the picture to the stage. */
export const STEP_BACK = 0.13
/** Share of the draft at its end in which nothing new happens. */
export const HOLD = 0.06

/** The stage of an effect: the picture's own blurred light behind, a floor, and the picture as a thing on it. */
export interface EffectStage {
  thing: DraftImage
  place: Rectangle
  /** Paints backdrop and floor. */
  drawBackdrop(context: DraftContext): void
  /** The picture on its way from filling the frame (`t` 0) to its place (1). */
  drawArrival(context: DraftContext, t: number): void
}

/** Prepares the stage for the first image of the scene, or for a plain sheet where there is none. */
export function prepareStage({ images, width, height, createCanvas }: Scene): EffectStage {
  const picture = images[0] ?? sheet()
  const size = containRectangle(picture.width, picture.height, width * SHARE, height * SHARE)
  const place = {
    width: Math.max(2, Math.round(size.width)),
    height: Math.max(2, Math.round(size.height)),
    x: Math.round((width - size.width) / 2),
    y: Math.round(height * 0.84 - size.height),
  }
  const backdrop = paintBackdrop()
  const thing = paintThing()

  function sheet(): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.fillStyle = '#c9c3b8'
    context.fillRect(0, 0, width, height)
    return canvas
  }

  function paintThing(): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, place.width, place.height)
    context.imageSmoothingQuality = 'high'
    roundedPath(context, 0, 0, place.width, place.height, Math.min(width, height) * 0.025)
    context.clip()
    drawPicture(context, picture, 0, 0, place.width, place.height)
    return canvas
  }

  function paintBackdrop(): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.fillStyle = '#2a2c33'
    context.fillRect(0, 0, width, height)
    drawPicture(context, blurredPicture(createCanvas, picture, width, height, 0.42), 0, 0)
    const floor = context.createLinearGradient(0, height * 0.76, 0, height)
    floor.addColorStop(0, 'rgba(8, 9, 14, 0)')
    floor.addColorStop(0.14, 'rgba(8, 9, 14, 0.42)')
    floor.addColorStop(1, 'rgba(8, 9, 14, 0.14)')
    context.fillStyle = floor
    context.fillRect(0, height * 0.76, width, height * 0.24)
    return canvas
  }

  return {
    thing,
    place,
    drawBackdrop: (context) => drawPicture(context, backdrop, 0, 0),
    drawArrival(context, t) {
      const eased = smoother(progress(t, 0, 1))
      const start = Math.max(width / place.width, height / place.height)
      const scale = mix(start, 1, eased)
      const x = mix(width / 2, place.x + place.width / 2, eased)
      const y = mix(height / 2, place.y + place.height / 2, eased)
      const from = scale > 1.01 ? picture : thing
      const size = { width: place.width * scale, height: place.height * scale }
      drawShadow(context, x, y + size.height / 2, size.width * 0.52, eased)
      drawPicture(context, from, x - size.width / 2, y - size.height / 2, size.width, size.height)
    },
  }
}

/** The soft shadow of a thing that touches the ground at `x`, `y`; `reach` is half its width in pixels. */
export function drawShadow(context: DraftContext, x: number, y: number, reach: number, strength = 1): void {
  if (strength <= 0 || reach <= 1) return
  context.save()
  context.translate(x, y)
  context.scale(1, 0.09)
  const shade = context.createRadialGradient(0, 0, 0, 0, 0, reach)
  shade.addColorStop(0, `rgba(0, 0, 0, ${0.62 * strength})`)
  shade.addColorStop(0.75, `rgba(0, 0, 0, ${0.34 * strength})`)
  shade.addColorStop(1, 'rgba(0, 0, 0, 0)')
  context.fillStyle = shade
  context.fillRect(-reach, -reach, reach * 2, reach * 2)
  context.restore()
}
