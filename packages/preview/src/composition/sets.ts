import type { CreateCanvas, DraftCanvas, DraftImage } from '../canvas.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { pixelsOf } from '../toolkit/pixels.ts'
import { drawVignette } from '../toolkit/light.ts'

/** The colour that a picture has most of, among its clear colours, in degrees; a cool blue for a grey one. */
export function leadingHue(createCanvas: CreateCanvas, image: DraftImage): number {
  const { data } = pixelsOf(createCanvas, image, 24, 24)
  const weights = new Float64Array(24)
  for (let index = 0; index < data.length; index += 4) {
    const [red, green, blue] = [data[index] as number, data[index + 1] as number, data[index + 2] as number]
    const high = Math.max(red, green, blue)
    const chroma = high - Math.min(red, green, blue)
    if (chroma < 8) continue
    const turn =
      high === red
        ? ((green - blue) / chroma + 6) % 6
        : high === green
          ? (blue - red) / chroma + 2
          : (red - green) / chroma + 4
    const bin = Math.floor(turn * 4) % 24
    weights[bin] = (weights[bin] as number) + (chroma * (data[index + 3] as number)) / 255
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return 220
  return weights.indexOf(Math.max(...weights)) * 15 + 7
}

/** A photographer's set: a pale paper that runs from the wall to the floor, lit from above. */
export function paperSet(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
  hue: number,
): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, width, height)
  const paper = context.createLinearGradient(0, 0, 0, height)
  paper.addColorStop(0, `hsl(${hue} 24% 90%)`)
  paper.addColorStop(0.5, `hsl(${hue} 26% 84%)`)
  paper.addColorStop(0.64, `hsl(${hue} 24% 77%)`)
  paper.addColorStop(0.8, `hsl(${hue} 24% 83%)`)
  paper.addColorStop(1, `hsl(${hue} 26% 74%)`)
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  const lamp = context.createRadialGradient(
    width * 0.4,
    height * 0.2,
    0,
    width * 0.4,
    height * 0.2,
    width * 0.6,
  )
  lamp.addColorStop(0, 'rgba(255, 255, 255, 0.55)')
  lamp.addColorStop(1, 'rgba(255, 255, 255, 0)')
  context.fillStyle = lamp
  context.fillRect(0, 0, width, height)
  return canvas
}

/** A dark stage: the colours of a picture out of focus, deep shadow, a glow behind where things stand, a shining floor. */
export function darkSet(
  createCanvas: CreateCanvas,
  soft: DraftImage,
  width: number,
  height: number,
  hue: number,
): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, width, height)
  drawPicture(context, soft, 0, 0, width, height)
  context.fillStyle = `hsl(${hue + 200} 55% 9% / 0.72)`
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'screen'
  const glow = context.createRadialGradient(
    width / 2,
    height * 0.5,
    0,
    width / 2,
    height * 0.5,
    height * 0.75,
  )
  glow.addColorStop(0, `hsl(${hue} 85% 58% / 0.75)`)
  glow.addColorStop(0.5, `hsl(${hue + 24} 75% 38% / 0.3)`)
  glow.addColorStop(1, `hsl(${hue + 40} 75% 20% / 0)`)
  context.fillStyle = glow
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
  const floor = context.createLinearGradient(0, height * 0.66, 0, height)
  floor.addColorStop(0, `hsl(${hue + 190} 50% 6% / 0)`)
  floor.addColorStop(0.12, `hsl(${hue + 190} 50% 6% / 0.7)`)
  floor.addColorStop(1, `hsl(${hue} 60% 16% / 0.82)`)
  context.fillStyle = floor
  context.fillRect(0, height * 0.66, width, height * 0.34)
  drawVignette(context, width, height, 0.7)
  return canvas
}
