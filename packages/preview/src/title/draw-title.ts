import type { DraftContext } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { easeOut, mix, progress, smoother } from '../toolkit/easing.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { createRandom, hash, noise } from '../toolkit/random.ts'
import { fitText } from '../toolkit/text.ts'
import { paletteFor } from './palette.ts'

const HILLS = 4
const MOTES = 46

/** A moving title scene: a landscape in colours that the prompt suggests, and the prompt itself, word by word. */
export const drawTitle: Drawer = ({ width, height, duration, seed, prompt, createCanvas }) => {
  const random = createRandom(seed)
  const palette = paletteFor(prompt, random)
  // High at one side, where it does not stand behind the words.
  const sunX = mix(0.07, 0.11, random())
  const isSunRight = random() < 0.5
  const sunSize = mix(0.09, 0.13, random()) * Math.min(width, height)
  const direction = random() < 0.5 ? -1 : 1
  const sky = paintSky()
  const hills = Array.from({ length: HILLS }, (_, layer) => paintHill(layer))
  const unit = Math.min(width, height)
  const words = layOutWords(prompt || 'Untitled')

  function paintSky() {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    const gradient = context.createLinearGradient(0, 0, 0, height * 0.85)
    palette.sky.forEach((color, index) => gradient.addColorStop(index / 2, color))
    context.fillStyle = gradient
    context.fillRect(0, 0, width, height)
    return canvas
  }

  /** Wider than the frame by what it will travel. */
  function paintHill(layer: number) {
    const { canvas, context } = canvasOf(createCanvas, width * 1.3, height)
    const base = height * (0.58 + layer * 0.1)
    context.beginPath()
    context.moveTo(0, height)
    for (let x = 0; x <= width * 1.3 + 4; x += 4) {
      const place = (x / height) * (1.1 + layer * 0.35)
      const rise = noise(place, layer * 7.3, seed) * 0.26 + noise(place * 3.1, layer * 3.7, seed + 1) * 0.05
      context.lineTo(x, base - rise * height * (1 - layer * 0.12))
    }
    context.lineTo(width * 1.3 + 4, height)
    context.closePath()
    const color = palette.hills[layer] ?? palette.hills[0]
    const gradient = context.createLinearGradient(0, base - height * 0.25, 0, height)
    gradient.addColorStop(0, color)
    gradient.addColorStop(1, palette.hills[Math.min(HILLS - 1, layer + 1)] ?? color)
    context.fillStyle = gradient
    context.fill()
    return canvas
  }

  function layOutWords(text: string) {
    const { context } = canvasOf(createCanvas, 8, 8)
    const block = fitText(context, text, width * 0.84, height * 0.46, unit * 0.13, unit * 0.045)
    const top = height * 0.42 - (block.lines.length * block.lineHeight) / 2
    let order = 0
    const placed = block.lines.flatMap((line, row) => {
      const space = context.measureText(' ').width
      let x = (width - context.measureText(line).width) / 2
      return line.split(' ').map((word) => {
        const at = { word, x, y: top + (row + 0.5) * block.lineHeight, order: order++ }
        x += context.measureText(word).width + space
        return at
      })
    })
    return { placed, font: context.font, size: block.size, count: order }
  }

  function drawSun(context: DraftContext, t: number): void {
    const x = width * (isSunRight ? 1 - sunX : sunX)
    const y = height * mix(0.36, 0.18, smoother(t))
    const glow = context.createRadialGradient(x, y, 0, x, y, sunSize * 5)
    glow.addColorStop(0, `${palette.light}cc`)
    glow.addColorStop(0.2, `${palette.light}55`)
    glow.addColorStop(1, `${palette.light}00`)
    context.fillStyle = glow
    context.fillRect(0, 0, width, height)
    context.fillStyle = palette.light
    context.beginPath()
    context.arc(x, y, sunSize, 0, Math.PI * 2)
    context.fill()
  }

  /** Stars that twinkle, or motes that rise. */
  function drawMotes(context: DraftContext, seconds: number): void {
    context.fillStyle = palette.light
    for (let index = 0; index < MOTES; index++) {
      const depth = 0.3 + hash(index, 1, seed)
      const size = unit * 0.0022 * (0.6 + depth * 1.4)
      const speed = palette.hasStars ? 0.004 : 0.03 * depth
      const x = (hash(index, 2, seed) + seconds * speed * 0.4 * direction + 2) % 1
      const y =
        (hash(index, 3, seed) * (palette.hasStars ? 0.6 : 1) - seconds * (palette.hasStars ? 0 : speed) + 3) %
        1
      context.globalAlpha = 0.25 + 0.5 * (0.5 + 0.5 * Math.sin(seconds * (1 + depth) + index))
      context.beginPath()
      context.arc(x * width, y * height, size, 0, Math.PI * 2)
      context.fill()
    }
    context.globalAlpha = 1
  }

  function drawWords(context: DraftContext, seconds: number): void {
    const spread = Math.min(duration * 0.4, words.count * 0.16)
    const leaving = progress(seconds, duration - 0.55, duration)
    context.font = words.font
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    for (const { word, x, y, order } of words.placed) {
      const begin = 0.25 + (order / Math.max(1, words.count)) * spread
      const shown = easeOut(progress(seconds, begin, begin + 0.75))
      if (shown <= 0) continue
      const drift = (seconds - duration / 2) * unit * 0.004 * direction
      const lift = (1 - shown) * words.size * 0.75 - smoother(leaving) * words.size * 0.35
      context.globalAlpha = shown * (1 - smoother(leaving))
      context.fillStyle = 'rgba(10, 10, 30, 0.4)'
      context.fillText(word, x + drift, y + lift + words.size * 0.045)
      context.fillStyle = '#ffffff'
      context.fillText(word, x + drift, y + lift)
    }
    context.globalAlpha = 1
  }

  return {
    stages: [{ start: 0, note: 'title scene from the prompt' }],
    draw(context, seconds) {
      const t = seconds / duration
      drawPicture(context, sky, 0, 0)
      if (palette.hasStars) drawMotes(context, seconds)
      drawSun(context, t)
      hills.forEach((hill, layer) => {
        const travel = width * 0.3 * ((layer + 1) / HILLS) * 0.9
        const x = direction > 0 ? -travel * t : -travel * (1 - t)
        drawPicture(context, hill, x, Math.round(height * 0.02 * (layer + 1) * (1 - smoother(t))))
        if (layer === 1) drawWords(context, seconds)
      })
      if (!palette.hasStars) drawMotes(context, seconds)
    },
  }
}
