import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Scene } from '../drawer.ts'
import { easeOut, mix, progress, smoother } from '../toolkit/easing.ts'
import { drawGroundShadow, drawLightSweep } from '../toolkit/light.ts'
import { canvasOf, coverPicture, drawPicture, type Rectangle, roundedPath } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { groundPatch } from '../toolkit/subject/ground.ts'
import { textOf } from '../toolkit/text.ts'
import { type Actor, castActor, fadeBorder, meanTone } from './actor.ts'
import { regionOf, tintOf } from './region.ts'
import { trackOf } from './track.ts'
import { type Sight, watcher } from './watch.ts'

/** Paints a change over a frame of a video that is drawn already. */
export type Change = (context: DraftContext, frame: DraftImage, seconds: number) => void

/**
 * What the words (`modifyRegion`, else the prompt) name is replaced. The subject of the video is taken out, its ground
 * filled in, and the image's subject put in its place, in the film's light. Without an image the region gets the colour
 * that the prompt speaks of. Sky, ground and sides are filled from their border inwards.
 */
export function swapOf({ input, images, videos, width, height, seed, prompt, createCanvas }: Scene): Change {
  const random = createRandom(seed)
  const wish = textOf(input['modifyRegion'])
  const region = regionOf(wish || (images[0] ? '' : prompt))
  const tint = tintOf(prompt || wish, random())
  const watch = watcher(createCanvas, width, height)
  const track =
    region === 'subject' ? trackOf(createCanvas, videos[0]?.stills ?? [], width, height) : undefined
  const image = images[0]
  const isPlace = region !== 'subject' && region !== 'head'
  const actor =
    image && !isPlace ? castActor(createCanvas, image, Math.max(width, height) * 0.7, 'soft') : undefined
  const veil = isPlace ? placeVeil() : undefined
  const layer = canvasOf(createCanvas, width, height)

  /** The whole region as a layer, with its inner border faded out. */
  function placeVeil(): DraftImage {
    const area = areaOf(region, width, height)
    const { canvas, context } = canvasOf(createCanvas, width, height)
    if (image)
      drawPicture(context, coverPicture(createCanvas, image, area.width, area.height), area.x, area.y)
    else {
      context.fillStyle = `hsl(${tint.hue} ${tint.saturation}% ${tint.lightness}%)`
      context.fillRect(area.x, area.y, area.width, area.height)
    }
    context.globalCompositeOperation = 'destination-in'
    const isUpright = region === 'sky' || region === 'ground'
    const fade = isUpright
      ? context.createLinearGradient(
          0,
          region === 'sky' ? 0 : height,
          0,
          region === 'sky' ? area.height : area.y,
        )
      : context.createLinearGradient(
          region === 'left' ? 0 : width,
          0,
          region === 'left' ? area.width : area.x,
          0,
        )
    for (let stop = 0; stop <= 6; stop++)
      fade.addColorStop(stop / 6, `rgba(0, 0, 0, ${1 - smoother((stop / 6 - 0.55) / 0.45)})`)
    context.fillStyle = fade
    context.fillRect(0, 0, width, height)
    return canvas
  }

  function drawPlace(context: DraftContext, sight: Sight, frame: DraftImage, shown: number): void {
    if (!veil) return
    context.globalAlpha = shown * (image ? 1 : 0.9)
    if (!image) context.globalCompositeOperation = 'color'
    drawPicture(context, veil, 0, 0)
    context.globalCompositeOperation = 'source-over'
    context.globalAlpha = 1
    if (sight.clarity < 0.5) return
    // What stands before the sky stays before it.
    const { canvas, context: over } = layer
    over.globalCompositeOperation = 'source-over'
    over.clearRect(0, 0, width, height)
    drawCover(over, frame, width, height)
    over.globalCompositeOperation = 'destination-in'
    drawPicture(over, sight.subject.mask, 0, 0, width, height)
    context.globalAlpha = shown * sight.clarity
    drawPicture(context, canvas, 0, 0)
    context.globalAlpha = 1
  }

  function drawActor(
    context: DraftContext,
    sight: Sight,
    shown: number,
    seconds: number,
    { width: wide, height: tall, litBy, isCut }: Actor,
  ): void {
    const isHead = region === 'head'
    const box = isHead ? sight.head : sight.box
    if (!isHead && sight.clarity > 0.02) {
      // A half erased subject is a ghost: soon all of it goes.
      context.globalAlpha = shown * Math.min(1, sight.clarity * 3)
      const patch = groundPatch(createCanvas, sight.small, boxMask(sight))
      drawPicture(context, patch, 0, 0, width, height)
      context.globalAlpha = 1
    }
    // As tall as what it replaces, or as wide where that is much wider: a lorry for a tree.
    const room = isHead ? 1.3 : 1.04
    const byHeight = (box.height * room) / tall
    const most = Math.min((box.width * room) / wide, byHeight * mix(1, 1.25, sight.clarity))
    const scale = Math.min(Math.max(byHeight, most), (width * 0.9) / wide)
    const w = wide * scale * mix(0.86, 1, shown)
    const h = tall * scale * mix(0.86, 1, shown) * (1 + 0.006 * Math.sin(seconds * 2))
    const x = box.x + box.width / 2
    const foot = isHead ? box.y + box.height * 1.08 : box.y + box.height
    if (!isHead && isCut) drawGroundShadow(context, x, foot, w * 0.5, h * 0.05, 0.5 * shown)
    context.globalAlpha = shown
    drawPicture(context, litBy(meanTone(createCanvas, sight.small)), x - w / 2, foot - h, w, h)
    context.globalAlpha = 1
  }

  /**
   * All that stands within the subject's box is taken out, not its mask alone: a part in the ground's own colours (a
   * white sail before a pale sky) is none of the mask, and would stay behind.
   */
  function boxMask({ small, box }: Sight): DraftImage {
    const scale = small.width / width
    const { canvas, context } = canvasOf(createCanvas, small.width, small.height)
    const margin = Math.min(box.width, box.height) * 0.2 * scale
    roundedPath(
      context,
      box.x * scale - margin,
      box.y * scale - margin,
      box.width * scale + margin * 2,
      box.height * scale + margin * 2,
      margin * 2,
    )
    context.fillStyle = '#ffffff'
    context.fill()
    return canvas
  }

  /** The region itself in another colour, with its light and shadow kept. */
  function drawTint(
    context: DraftContext,
    sight: Sight,
    frame: DraftImage,
    shown: number,
    seconds: number,
    isMasked: boolean,
  ): void {
    const { canvas, context: over } = layer
    const box = region === 'head' ? sight.head : sight.box
    over.globalCompositeOperation = 'source-over'
    over.clearRect(0, 0, width, height)
    drawCover(over, frame, width, height)
    over.fillStyle = `hsl(${tint.hue} ${tint.saturation}% ${tint.lightness}%)`
    for (const [operation, strength] of [
      ['color', 1],
      ['soft-light', 0.55],
      ['overlay', 0.3],
    ] as const) {
      over.globalCompositeOperation = operation
      over.globalAlpha = strength
      over.fillRect(0, 0, width, height)
    }
    over.globalAlpha = 1
    over.globalCompositeOperation = 'source-over'
    // A new surface shines when it is turned.
    drawLightSweep(over, width, height, (seconds / 2.4 + 0.1) % 1.3, 0.3)
    over.globalCompositeOperation = 'destination-in'
    if (isMasked && region === 'subject') drawPicture(over, sight.subject.mask, 0, 0, width, height)
    else {
      over.save()
      over.translate(box.x, box.y)
      fadeBorder(over, box.width, box.height)
      over.restore()
    }
    context.save()
    if (track) {
      // What the mask holds beside the thing that moves is something else.
      const margin = Math.min(box.width, box.height) * 0.1
      roundedPath(
        context,
        box.x - margin,
        box.y - margin,
        box.width + margin * 2,
        box.height + margin * 2,
        margin,
      )
      context.clip()
    }
    context.globalAlpha = shown
    drawPicture(context, canvas, 0, 0)
    context.restore()
  }

  return (context, frame, seconds) => {
    const shown = easeOut(progress(seconds, 0.25, 1))
    if (shown <= 0) return
    const seen = watch(frame)
    const sight = track ? { ...seen, box: track(seconds), clarity: 1 } : seen
    const isMasked = seen.clarity > 0.5 && (!track || isWithin(seen.box, sight.box))
    if (isPlace) drawPlace(context, sight, frame, shown)
    else if (actor) drawActor(context, sight, shown, seconds, actor)
    else drawTint(context, sight, frame, shown, seconds, isMasked)
  }
}

/** Whether the middle of one rectangle lies in the other. */
function isWithin(one: Rectangle, other: Rectangle): boolean {
  const x = one.x + one.width / 2 - other.x
  const y = one.y + one.height / 2 - other.y
  return x >= 0 && x <= other.width && y >= 0 && y <= other.height
}

/** Draws a frame of a video so that it covers the draft. */
export function drawCover(context: DraftContext, frame: DraftImage, width: number, height: number): void {
  const scale = Math.max(width / frame.width, height / frame.height)
  drawPicture(
    context,
    frame,
    (width - frame.width * scale) / 2,
    (height - frame.height * scale) / 2,
    frame.width * scale,
    frame.height * scale,
  )
}

function areaOf(region: string, width: number, height: number): Rectangle {
  if (region === 'sky') return { x: 0, y: 0, width, height: height * 0.62 }
  if (region === 'ground') return { x: 0, y: height * 0.52, width, height: height * 0.48 }
  return { x: region === 'left' ? 0 : width * 0.45, y: 0, width: width * 0.55, height }
}
