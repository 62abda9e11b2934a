import type { DraftContext, DraftImage } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { easeOut, mix, overshoot, progress, smoother } from '../toolkit/easing.ts'
import {
  canvasOf,
  containRectangle,
  coverPicture,
  coverRectangle,
  drawPart,
  drawPicture,
  roundedPath,
} from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { fitText, textOf } from '../toolkit/text.ts'

/**
 * A video, changed. A swap (an operation that may name a region, `modifyRegion`) puts the image, or new colours where
 * there is none, into a soft region of the moving picture; an addition walks the image into it. What the words ask for
 * stands below, since a draft cannot paint it.
 */
export const drawEdit: Drawer = ({
  operation,
  input,
  images,
  videos,
  width,
  height,
  duration,
  seed,
  prompt,
  createCanvas,
}) => {
  const random = createRandom(seed)
  const isSwap = operation.fields.some(({ name }) => name === 'modifyRegion')
  const unit = Math.min(width, height)
  const video = videos[0]
  const image = images[0]
  const side = random() < 0.5 ? -1 : 1
  const phase = random() * Math.PI * 2
  const region = { width: unit * (isSwap ? 0.62 : 0.5), height: unit * (isSwap ? 0.62 : 0.5) }
  const patch = image && (isSwap ? softPatch(image) : sticker(image))
  const layer = canvasOf(createCanvas, region.width, region.height)
  const caption = captionOf(textOf(input['modifyRegion']), prompt)
  const label = caption ? paintCaption(caption) : undefined

  /** The image with an edge that fades out. */
  function softPatch(picture: DraftImage): DraftImage {
    const canvas = coverPicture(createCanvas, picture, region.width, region.height)
    const context = canvas.getContext('2d')
    if (context) fadeEdge(context)
    return canvas
  }

  function fadeEdge(context: DraftContext): void {
    context.save()
    context.globalCompositeOperation = 'destination-in'
    context.translate(region.width / 2, region.height / 2)
    const mask = context.createRadialGradient(0, 0, region.width * 0.34, 0, 0, region.width * 0.5)
    for (let stop = 0; stop <= 5; stop++)
      mask.addColorStop(stop / 5, `rgba(0, 0, 0, ${1 - smoother(stop / 5)})`)
    context.fillStyle = mask
    context.fillRect(-region.width, -region.height, region.width * 2, region.height * 2)
    context.restore()
  }

  /** The whole image, with rounded corners and a shadow; a cut-out with alpha keeps its own outline. */
  function sticker(picture: DraftImage): DraftImage {
    const part = containRectangle(picture.width, picture.height, region.width, region.height * 1.15)
    const margin = unit * 0.05
    const rounded = canvasOf(createCanvas, part.width, part.height)
    roundedPath(rounded.context, 0, 0, part.width, part.height, unit * 0.03)
    rounded.context.clip()
    drawPicture(rounded.context, picture, 0, 0, part.width, part.height)
    const { canvas, context } = canvasOf(createCanvas, part.width + margin * 2, part.height + margin * 2)
    context.shadowColor = 'rgba(0, 0, 0, 0.5)'
    context.shadowBlur = margin * 0.7
    context.shadowOffsetY = margin * 0.3
    drawPicture(context, rounded.canvas, margin, margin)
    return canvas
  }

  function paintCaption(text: string): DraftImage {
    const { canvas, context } = canvasOf(createCanvas, width, unit * 0.16)
    const block = fitText(context, text, width * 0.7, unit * 0.1, unit * 0.042, unit * 0.026)
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    const wide = Math.max(...block.lines.map((line) => context.measureText(line).width)) + block.size * 2
    const tall = block.lines.length * block.lineHeight + block.size * 0.9
    roundedPath(context, (width - wide) / 2, (canvas.height - tall) / 2, wide, tall, unit * 0.025)
    context.fillStyle = 'rgba(12, 14, 20, 0.62)'
    context.fill()
    context.fillStyle = '#ffffff'
    block.lines.forEach((line, row) =>
      context.fillText(
        line,
        width / 2,
        canvas.height / 2 + (row - (block.lines.length - 1) / 2) * block.lineHeight,
      ),
    )
    return canvas
  }

  function drawSwap(context: DraftContext, picture: DraftImage, seconds: number): void {
    const x = width * (0.5 + 0.1 * Math.sin(seconds * 0.8 + phase))
    const y = height * (0.5 + 0.06 * Math.sin(seconds * 1.3 + phase))
    const shown = easeOut(progress(seconds, 0.1, 0.9))
    const left = x - region.width / 2
    const top = y - region.height / 2
    context.globalAlpha = shown
    if (patch) {
      const size = region.width * mix(0.7, 1, shown)
      drawPicture(context, patch, x - size / 2, y - size / 2, size, size)
    } else {
      // No image to put in: the region itself gets other colours, so that one sees where the change will be.
      const { canvas, context: scratch } = layer
      scratch.globalCompositeOperation = 'source-over'
      scratch.clearRect(0, 0, region.width, region.height)
      drawPart(scratch, picture, ...sourceOf(picture, left, top), 0, 0, region.width, region.height)
      scratch.globalCompositeOperation = 'hue'
      scratch.fillStyle = `hsl(${Math.round(phase * 57 + seconds * 40)} 85% 55%)`
      scratch.fillRect(0, 0, region.width, region.height)
      scratch.globalCompositeOperation = 'soft-light'
      scratch.fillRect(0, 0, region.width, region.height)
      fadeEdge(scratch)
      drawPicture(context, canvas, left, top, region.width, region.height)
    }
    context.globalAlpha = 1
  }

  function drawAddition(context: DraftContext, seconds: number): void {
    if (!patch) return
    const arrived = overshoot(progress(seconds, 0.15, 1.35))
    const steps = Math.sin(seconds * 3.2 + phase)
    const x =
      mix(width * (0.5 + side * 0.9), width * (0.5 + side * 0.22), arrived) -
      side * width * 0.05 * (seconds / duration)
    const y = height * 0.6 - Math.abs(steps) * unit * 0.018
    context.save()
    context.translate(x, y)
    context.rotate(steps * 0.03)
    drawPicture(context, patch, -patch.width / 2, -patch.height / 2)
    context.restore()
  }

  function frame(seconds: number): DraftImage {
    return video?.frameAt(Math.min(seconds, video.duration)) ?? layer.canvas
  }

  /** A rectangle of the draft as one of the video's own frame. */
  function sourceOf(
    { width: w, height: h }: DraftImage,
    left: number,
    top: number,
  ): [number, number, number, number] {
    const part = coverRectangle(w, h, width, height)
    const scale = part.width / width
    return [part.x + left * scale, part.y + top * scale, region.width * scale, region.height * scale]
  }

  return {
    stages: [{ start: 0, note: isSwap ? 'swapping in the video' : 'adding to the video' }],
    draw(context, seconds) {
      const picture = frame(seconds)
      const part = coverRectangle(picture.width, picture.height, width, height)
      drawPart(context, picture, part.x, part.y, part.width, part.height, 0, 0, width, height)
      if (isSwap) drawSwap(context, picture, seconds)
      else drawAddition(context, seconds)
      if (label) drawPicture(context, label, 0, height - label.height - unit * 0.06)
    },
  }
}

function captionOf(region: string, prompt: string): string {
  // Only letters that the shipped font has: an arrow would be drawn as a box.
  if (region && prompt) return `${region}: ${prompt}`
  return prompt || region
}
