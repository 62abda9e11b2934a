import type { CreateCanvas, DraftCanvas, DraftContext } from '../canvas.ts'
import { canvasOf, drawPicture } from './pictures.ts'

/** The blurred, black silhouette of a picture: small, as what is blurred needs no pixels. */
export interface Shadow {
  canvas: DraftCanvas
  /** Pixels of the frame that it belongs to. */
  width: number
  height: number
}

/** Makes the shadow of a picture that has the frame's size. `blur` in pixels of the frame. */
export function shadowOf(createCanvas: CreateCanvas, picture: DraftCanvas, blur: number): Shadow {
  const { width, height } = picture
  const shrink = Math.min(1, Math.max(0.1, 3 / Math.max(1, blur)))
  const { canvas, context } = canvasOf(createCanvas, width * shrink, height * shrink)
  context.filter = `blur(${Math.max(0.5, blur * shrink).toFixed(1)}px)`
  drawPicture(context, picture, 0, 0, canvas.width, canvas.height)
  context.filter = 'none'
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = '#05060a'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, width, height }
}

/** Draws a shadow where its picture stands, moved by so many pixels. `strength` 0…1. */
export function drawShadow(
  context: DraftContext,
  shadow: Shadow,
  strength: number,
  dx: number,
  dy: number,
): void {
  if (strength <= 0) return
  const before = context.globalAlpha
  context.globalAlpha = before * strength
  drawPicture(context, shadow.canvas, dx, dy, shadow.width, shadow.height)
  context.globalAlpha = before
}

/** Draws the shadow of a canvas whose picture changes with every frame, at the place where that is drawn. */
export type Cast = (
  context: DraftContext,
  picture: DraftCanvas,
  x: number,
  y: number,
  strength: number,
) => void

/** Makes shadows of pictures of this size without a filter: copied small and drawn large, they are soft. */
export function castOf(createCanvas: CreateCanvas, width: number, height: number, softness: number): Cast {
  const shrink = Math.max(1, softness)
  const { canvas, context: small } = canvasOf(
    createCanvas,
    Math.ceil(width / shrink),
    Math.ceil(height / shrink),
  )
  return (context, picture, x, y, strength) => {
    if (strength <= 0) return
    small.globalCompositeOperation = 'source-over'
    small.clearRect(0, 0, canvas.width, canvas.height)
    drawPicture(small, picture, 0, 0, canvas.width, canvas.height)
    small.globalCompositeOperation = 'source-in'
    small.fillStyle = '#05060a'
    small.fillRect(0, 0, canvas.width, canvas.height)
    const before = context.globalAlpha
    context.globalAlpha = before * strength
    drawPicture(context, canvas, x, y, width, height)
    context.globalAlpha = before
  }
}

/** A soft dark ellipse, as something casts on the ground below it. Radii in pixels, `strength` 0…1 in its middle. */
export function drawContactShadow(
  context: DraftContext,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  strength: number,
): void {
  if (strength <= 0 || radiusX <= 0 || radiusY <= 0) return
  context.save()
  context.translate(x, y)
  context.scale(radiusX, radiusY)
  const dark = context.createRadialGradient(0, 0, 0, 0, 0, 1)
  dark.addColorStop(0, `rgba(8, 6, 12, ${strength})`)
  dark.addColorStop(0.5, `rgba(8, 6, 12, ${strength * 0.55})`)
  dark.addColorStop(1, 'rgba(8, 6, 12, 0)')
  context.fillStyle = dark
  context.fillRect(-1, -1, 2, 2)
  context.restore()
}
