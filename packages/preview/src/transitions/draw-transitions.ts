import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { mix, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf, coverPicture, drawPart, drawPicture } from '../toolkit/pictures.ts'
import { createRandom, type Random } from '../toolkit/random.ts'
import { placeInTransitions, transitionPrompts, transitionSeconds } from './timing.ts'
import { directionOf } from './direction.ts'

/** How one transition moves; drawn once from the seed. */
interface Motion {
  /** Direction of the camera and of the dissolve's front. */
  angle: number
  /** Share of the frame that the camera travels. */
  drift: number
  /** Extra size of a picture at its farthest. */
  push: number
  /** Share of the frame that the ripple at the front moves a strip. */
  ripple: number
  waves: number
  phase: number
}

const STRIPS = 72

/**
 * Stills become one video. Each stands, pixel for pixel, at its own second. Between two, the camera leaves the first and
 * arrives at the second in one movement, while a soft front with a ripple in it sweeps from one to the other.
 */
export const drawTransitions: Drawer = ({ operation, input, images, width, height, seed, createCanvas }) => {
  const durations = transitionSeconds(operation, input)
  const prompts = transitionPrompts(operation, input)
  const random = createRandom(seed)
  const stills = images.map((image) => opaque(coverPicture(createCanvas, image, width, height)))
  const motions = durations.map((_, index) => motionOf(random, prompts[index] ?? ''))
  const layer = canvasOf(createCanvas, width, height)

  function opaque(still: DraftImage): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    context.fillStyle = '#15171d'
    context.fillRect(0, 0, width, height)
    drawPicture(context, still, 0, 0)
    return canvas
  }

  function drawBetween(
    context: DraftContext,
    from: DraftImage,
    to: DraftImage,
    motion: Motion,
    t: number,
  ): void {
    const eased = smoother(t)
    drawMoved(context, from, motion, eased, 1)
    layer.context.globalCompositeOperation = 'source-over'
    layer.context.clearRect(0, 0, width, height)
    drawMoved(layer.context, to, motion, 1 - eased, -1)
    layer.context.globalCompositeOperation = 'destination-in'
    layer.context.fillStyle = front(layer.context, motion, eased)
    layer.context.fillRect(0, 0, width, height)
    drawPicture(context, layer.canvas, 0, 0)
  }

  /** A still on its way: `away` is 0 where it stands and 1 where it is farthest; `side` says to which side it leaves. */
  function drawMoved(
    context: DraftContext,
    still: DraftImage,
    motion: Motion,
    away: number,
    side: 1 | -1,
  ): void {
    const scale = 1 + motion.push * away
    const sourceWidth = width / scale
    const sourceHeight = height / scale
    // The picture is enlarged by more than it travels, so its border never comes into view.
    const room = { x: (width - sourceWidth) / 2, y: (height - sourceHeight) / 2 }
    const travel = Math.min(1, motion.drift / (motion.push / 2 + 1e-6))
    const x = room.x * (1 + Math.cos(motion.angle) * travel * side)
    const y = room.y * (1 + Math.sin(motion.angle) * travel * side)
    const bend = motion.ripple * Math.sin(Math.PI * Math.min(1, away)) * side
    const isWide = Math.abs(Math.cos(motion.angle)) >= Math.abs(Math.sin(motion.angle))
    for (let index = 0; index < STRIPS; index++) {
      const middle = (index + 0.5) / STRIPS
      const swing = Math.sin(middle * motion.waves * Math.PI * 2 + motion.phase + away * 3)
      if (isWide) {
        const top = Math.round((index / STRIPS) * height)
        const bottom = Math.round(((index + 1) / STRIPS) * height)
        const sx = within(x + swing * bend * width, width - sourceWidth)
        drawPart(
          context,
          still,
          sx,
          y + top / scale,
          sourceWidth,
          (bottom - top) / scale,
          0,
          top,
          width,
          bottom - top,
        )
      } else {
        const left = Math.round((index / STRIPS) * width)
        const right = Math.round(((index + 1) / STRIPS) * width)
        const sy = within(y + swing * bend * height, height - sourceHeight)
        drawPart(
          context,
          still,
          x + left / scale,
          sy,
          (right - left) / scale,
          sourceHeight,
          left,
          0,
          right - left,
          height,
        )
      }
    }
  }

  /** The soft edge behind which the next still shows; it enters at one side and has left at the other by t = 1. */
  function front(context: DraftContext, motion: Motion, t: number): object {
    const reach = Math.abs(Math.cos(motion.angle)) * width + Math.abs(Math.sin(motion.angle)) * height
    const softness = 0.75
    const place = mix(-0.5 - softness, 0.5, t)
    const at = (share: number) =>
      [
        width / 2 + Math.cos(motion.angle) * reach * share,
        height / 2 + Math.sin(motion.angle) * reach * share,
      ] as const
    const [x0, y0] = at(place)
    const [x1, y1] = at(place + softness)
    const gradient = context.createLinearGradient(x0, y0, x1, y1)
    for (let stop = 0; stop <= 6; stop++)
      gradient.addColorStop(stop / 6, `rgba(0, 0, 0, ${1 - smoother(stop / 6)})`)
    return gradient
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
      const motion = motions[index]
      if (!from || !to || !motion) return
      if (t <= 0) drawPicture(context, from, 0, 0)
      else if (t >= 1) drawPicture(context, to, 0, 0)
      else drawBetween(context, from, to, motion, t)
    },
  }
}

function motionOf(random: Random, prompt: string): Motion {
  const angle = random() * Math.PI * 2
  const motion = {
    push: mix(0.16, 0.26, random()),
    drift: mix(0.04, 0.09, random()),
    ripple: mix(0.012, 0.022, random()),
    waves: mix(0.8, 1.7, random()),
    phase: random() * Math.PI * 2,
  }
  return { angle: directionOf(prompt) ?? angle, ...motion }
}

function within(value: number, maximum: number): number {
  return progress(value, 0, Math.max(maximum, 1e-6)) * maximum
}
