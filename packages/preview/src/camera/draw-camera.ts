import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { mix, smoother } from '../toolkit/easing.ts'
import { canvasOf, coverPicture, drawPicture } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { moveFor, type View } from './moves.ts'

/**
 * A camera moves over one image. The middle of the picture, softly cut out, moves a little more than the rest, which
 * reads as depth. A slow light drifts over it, so that a still does not look frozen.
 */
export const drawCamera: Drawer = ({ images, width, height, duration, seed, prompt, createCanvas }) => {
  const random = createRandom(seed)
  const move = moveFor(prompt, random)
  const lightAngle = random() * Math.PI * 2
  const image = images[0] ?? canvasOf(createCanvas, width, height).canvas
  // Twice as many pixels as the frame would show them all at the strongest zoom, but 1.36 is where zooms end.
  const far = coverPicture(createCanvas, image, width * 1.3, height * 1.3)
  const near = cutOut(far)

  function cutOut(picture: DraftImage): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, picture.width, picture.height)
    drawPicture(context, picture, 0, 0)
    context.globalCompositeOperation = 'destination-in'
    context.translate(picture.width / 2, picture.height * 0.56)
    context.scale(picture.width * 0.42, picture.height * 0.5)
    const mask = context.createRadialGradient(0, 0, 0.35, 0, 0, 1)
    for (let stop = 0; stop <= 5; stop++)
      mask.addColorStop(stop / 5, `rgba(0, 0, 0, ${1 - smoother(stop / 5)})`)
    context.fillStyle = mask
    context.fillRect(-2, -2, 4, 4)
    return canvas
  }

  function drawLayer(context: DraftContext, picture: DraftImage, { zoom, x, y }: View): void {
    const w = width * zoom
    const h = height * zoom
    drawPicture(context, picture, ((width - w) / 2) * (1 + x), ((height - h) / 2) * (1 + y), w, h)
  }

  return {
    stages: [{ start: 0, note: `camera: ${move.name}` }],
    draw(context, seconds) {
      const linear = seconds / duration
      // Mostly even speed: a camera that stops dead in the middle of a shot looks broken.
      const t = mix(linear, smoother(linear), 0.6)
      const view = {
        zoom: mix(move.from.zoom, move.to.zoom, t),
        x: mix(move.from.x, move.to.x, t),
        y: mix(move.from.y, move.to.y, t),
      }
      context.fillStyle = '#15171d'
      context.fillRect(0, 0, width, height)
      drawLayer(context, far, view)
      const lift = 0.035 * (0.4 + t * 0.6)
      const swing = move.isOrbit ? -1.15 : 0.75
      drawLayer(context, near, { zoom: view.zoom + lift, x: view.x * swing, y: view.y * 0.8 })

      const glow = {
        x: width * (0.5 + 0.45 * Math.cos(lightAngle + t * 1.6)),
        y: height * (0.4 + 0.4 * Math.sin(lightAngle + t * 1.6)),
      }
      const light = context.createRadialGradient(
        glow.x,
        glow.y,
        0,
        glow.x,
        glow.y,
        Math.max(width, height) * 0.6,
      )
      light.addColorStop(0, 'rgba(255, 240, 214, 0.13)')
      light.addColorStop(1, 'rgba(10, 14, 28, 0.12)')
      context.fillStyle = light
      context.fillRect(0, 0, width, height)
    },
  }
}
