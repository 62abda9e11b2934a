import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { easeOut, mix, smoother } from '../toolkit/easing.ts'
import { drawLightSweep, drawMotes } from '../toolkit/light.ts'
import { canvasOf, coverPicture, drawPart, drawPicture, softCopy } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { CLEAR_SUBJECT, cutOutSubject, fillGround, findSubject } from '../toolkit/subject.ts'
import { moveFor, type Pose, poseAt } from './moves.ts'

/** The picture is prepared larger than the frame by about what the strongest zoom needs. */
const OVERSIZE = 1.25
const STRIPS = 96

/**
 * A camera moves through one image. Its subject is cut out, and the ground filled in behind it, so that both can move
 * against each other and the ground can fall out of focus. A picture without a clear subject is taken for a view: what is
 * lower in it is nearer. The move comes to rest at the end.
 */
export const drawCamera: Drawer = ({ images, width, height, duration, seed, prompt, createCanvas }) => {
  const random = createRandom(seed)
  const image = images[0] ?? canvasOf(createCanvas, width, height).canvas
  const picture = opaque(coverPicture(createCanvas, image, width * OVERSIZE, height * OVERSIZE))
  const subject = findSubject(createCanvas, coverPicture(createCanvas, image, picture.width, picture.height))
  const isCut = subject.confidence >= CLEAR_SUBJECT
  const { box } = subject
  const foot = { x: (box.x + box.width / 2) / picture.width, y: (box.y + box.height) / picture.height }
  const aim = isCut ? { x: foot.x, y: (box.y + box.height * 0.4) / picture.height } : { x: 0.5, y: 0.5 }
  const move = moveFor(prompt, aim, random)
  const ground = isCut ? fillGround(createCanvas, picture, subject) : picture
  const softGround = softCopy(createCanvas, ground)
  const near = isCut ? cutOutSubject(createCanvas, picture, subject) : undefined
  const sweepBegin = mix(0.1, 0.4, random())
  const phase = random() * Math.PI * 2

  function opaque(still: DraftImage): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, still.width, still.height)
    context.fillStyle = '#d9dbe0'
    context.fillRect(0, 0, still.width, still.height)
    drawPicture(context, still, 0, 0)
    return canvas
  }

  function placeOf({ zoom, x, y }: Pose) {
    const w = width * zoom
    const h = height * zoom
    return { x: ((width - w) / 2) * (1 + x), y: ((height - h) / 2) * (1 + y), width: w, height: h }
  }

  function drawGround(context: DraftContext, pose: Pose): void {
    const place = placeOf(pose)
    drawPicture(context, ground, place.x, place.y, place.width, place.height)
    if (pose.blur <= 0.01) return
    context.globalAlpha = pose.blur
    drawPicture(context, softGround, place.x, place.y, place.width, place.height)
    context.globalAlpha = 1
  }

  function drawSubject(context: DraftContext, layer: DraftImage, pose: Pose, breath: number): void {
    const place = placeOf(pose)
    const x = place.x + foot.x * place.width
    const y = place.y + foot.y * place.height
    const scale = 1 + pose.lift
    // What leaves the picture at its lower edge must not come loose from it.
    const rise = foot.y > 0.97 ? Math.max(0, pose.rise) : pose.rise
    context.save()
    // About its foot, so that it stays where it stands.
    context.translate(x + pose.shift * width, y + (rise + pose.lift * 0.12) * height)
    context.transform(
      scale * (1 - 0.03 * Math.abs(pose.turn)),
      0,
      pose.turn * 0.035,
      scale * (1 + breath),
      0,
      0,
    )
    drawPicture(context, layer, place.x - x, place.y - y, place.width, place.height)
    context.restore()
  }

  /** The whole picture in rows that move the more, the lower they are: a ground that runs towards the viewer. */
  function drawView(context: DraftContext, pose: Pose): void {
    const place = placeOf(pose)
    drawGround(context, { ...pose, blur: 0 })
    const start = Math.max(0, Math.round(place.y + place.height * 0.5))
    for (let strip = 0; strip < STRIPS; strip++) {
      const top = Math.round(mix(start, height, strip / STRIPS))
      const bottom = Math.round(mix(start, height, (strip + 1) / STRIPS))
      const depth = smoother((top - start) / (height - start))
      const wide = place.width * (1 + (0.08 + pose.lift) * depth)
      // What a row gains in width is what it may be shifted by.
      const slack = (wide - place.width) / 2
      const left = place.x - slack + Math.max(-1, Math.min(1, pose.shift * 7)) * slack
      const sy = ((top - place.y) / place.height) * ground.height
      const sh = ((bottom - top) / place.height) * ground.height
      drawPart(context, ground, 0, sy, ground.width, sh, left, top, wide, bottom - top)
    }
  }

  return {
    stages: [{ start: 0, note: `camera: ${move.name}` }],
    draw(context, seconds) {
      const linear = seconds / duration
      // Under way soon, and at rest at the end.
      const t = mix(smoother(linear), easeOut(linear), 0.35)
      const rest = 1 - t
      const pose = poseAt(move, t)
      pose.x += Math.sin(seconds * 3.1 + phase) * move.sway * 12 * rest
      pose.y += Math.sin(seconds * 4.3 + phase * 2) * move.sway * 9 * rest
      if (near) {
        drawGround(context, pose)
        drawSubject(context, near, pose, Math.sin(seconds * 1.9 + phase) * 0.006)
      } else drawView(context, pose)
      const sweep = (linear - sweepBegin) / 0.55
      if (sweep > 0 && sweep < 1) drawLightSweep(context, width, height, sweep, 0.16)
      drawMotes(context, width, height, {
        seconds,
        travel: (pose.x * (pose.zoom - 1)) / 2 + pose.zoom * 0.1,
        seed,
        count: 22,
        color: '#fff3dc',
      })
    },
  }
}
