import { samplePixel } from '../toolkit/bend.ts'
import { easeIn, mix, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { copyPart, grown, pixelLayerOf, showPixels } from '../toolkit/layers.ts'
import { castOf } from '../toolkit/shadows.ts'
import type { EffectMotion } from './effect.ts'
import { PAPER } from './stage.ts'

/** It turns out to be a sticker: the lower right corner comes off, rolls over with its white back showing, and flies away. */
export const peel: EffectMotion = ({ subject, box, width, height, unit, createCanvas }) => {
  const margin = unit * 1.2
  const part = grown(box, margin * 1.5, { width, height })
  const sticker = dieCut()
  const source = copyPart(createCanvas, sticker, part)
  const plain = copyPart(createCanvas, subject, part)
  // What rolls over reaches far beyond its place, up and to the left.
  const target = pixelLayerOf(createCanvas, {
    x: part.x - part.width,
    y: part.y - part.height,
    width: part.width * 2,
    height: part.height * 2,
  })
  const cast = castOf(createCanvas, target.width, target.height, unit * 1.6)
  const direction = Math.atan2(box.height * 0.9, box.width)
  const nx = Math.cos(direction)
  const ny = Math.sin(direction)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const radius = Math.max(unit * 2.4, Math.min(box.width, box.height) * 0.11)
  const [nearest, farthest] = extent()
  return (context, t) => {
    const edge = smoother(progress(t, 0, 0.12))
    // The corner is loosened first, then it goes on evenly.
    const off = smoother(progress(t, 0.06, 0.98)) * 0.6 + progress(t, 0.06, 0.98) * 0.4
    const away = easeIn(progress(t, 0.88, 1))
    const fold = mix(farthest, nearest - radius, off)
    const half = Math.PI * radius
    const from = edge < 1 ? plain : source
    target.data.fill(0)
    for (let y = 0; y < target.height; y++) {
      const py = y + target.y
      for (let x = 0; x < target.width; x++) {
        const px = x + target.x
        // How far the pixel is beyond the line where the sheet leaves the ground.
        const beyond = (px - middle.x) * nx + (py - middle.y) * ny - fold
        if (beyond > radius) break
        const at = (y * target.width + x) * 4
        const turn = beyond > 0 ? Math.asin(beyond / radius) : 0
        const back = beyond > 0 ? radius * (Math.PI - turn) - beyond : half - beyond - beyond
        if (isInside(px + back * nx, py + back * ny)) {
          samplePixel(source, target.data, at, px + back * nx - source.x, py + back * ny - source.y, 1)
          if ((target.data[at + 3] as number) > 100) {
            paintBack(at, beyond > 0 ? turn / (Math.PI / 2) : 0, -beyond / radius)
            continue
          }
        }
        const front = beyond > 0 ? radius * turn - beyond : 0
        if (!isInside(px + front * nx, py + front * ny)) continue
        const shade =
          beyond > 0 ? 1 - turn * 0.34 : 1 - 0.3 * Math.exp(beyond / (radius * 0.9)) * Math.min(1, off * 8)
        samplePixel(from, target.data, at, px + front * nx - from.x, py + front * ny - from.y, shade)
      }
    }
    showPixels(target)
    const rise = away * Math.hypot(width, height) * 0.45
    // It falls further where the sheet is lifted.
    const lying = edge * (1 - progress(away, 0, 0.4))
    cast(context, target.canvas, target.x + unit * 0.3, target.y + unit * 0.6, lying * 0.36)
    cast(
      context,
      target.canvas,
      target.x + unit * 2,
      target.y + unit * 2.6,
      lying * 0.26 * Math.min(1, off * 5),
    )
    context.save()
    context.translate(-nx * rise, -ny * rise)
    if (edge > 0 && edge < 1) {
      context.globalAlpha = edge
      drawPicture(context, sticker, 0, 0)
      context.globalAlpha = 1
    }
    drawPicture(context, target.canvas, target.x, target.y)
    context.restore()
  }

  /** How far the sticker reaches to both sides along the way that it is peeled. */
  function extent(): [nearest: number, farthest: number] {
    let [near, far] = [Infinity, -Infinity]
    for (let y = 0; y < source.height; y++)
      for (let x = 0; x < source.width; x++) {
        if ((source.data[(y * source.width + x) * 4 + 3] as number) < 128) continue
        const along = (x + source.x - middle.x) * nx + (y + source.y - middle.y) * ny
        near = Math.min(near, along)
        far = Math.max(far, along)
      }
    return near < far ? [near, far] : [0, 1]
  }

  function isInside(x: number, y: number): boolean {
    return x > part.x - 1 && y > part.y - 1 && x < part.x + part.width && y < part.y + part.height
  }

  /** The back of the sheet: white, darker where it turns away, with a shine along the roll. */
  function paintBack(at: number, turned: number, beyond: number): void {
    const shine = Math.exp(-(((turned - 0.35) / 0.2) ** 2)) * 16
    const light = turned > 0 ? 250 - turned * turned * 92 + shine : 250 - 26 * Math.exp(-beyond * 0.8)
    const { data } = target
    for (let channel = 0; channel < 3; channel++)
      data[at + channel] = light * 0.94 + (data[at + channel] as number) * 0.05 - channel * 2
  }

  /** The subject with a white rim around its outline, as stickers are cut. */
  function dieCut() {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    for (let step = 0; step < 20; step++) {
      const angle = (step / 20) * Math.PI * 2
      drawPicture(context, subject, Math.cos(angle) * margin, Math.sin(angle) * margin)
    }
    context.globalCompositeOperation = 'source-in'
    context.fillStyle = PAPER
    context.fillRect(0, 0, width, height)
    context.globalCompositeOperation = 'source-over'
    drawPicture(context, subject, 0, 0)
    return canvas
  }
}
