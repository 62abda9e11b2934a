import type { DraftContext } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { easeOut, mix, progress, smoother } from '../toolkit/easing.ts'
import { drawMotes, drawVignette } from '../toolkit/light.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { createRandom, hash } from '../toolkit/random.ts'
import { paletteFor } from './palette.ts'
import { drawWindows, fillRidge } from './ridges.ts'
import { layOutTitle } from './words.ts'

const LAYERS = 5
const STARS = 150
/** How much wider than the frame a layer is, so that the camera can pass by. */
const WIDE = 1.3

/**
 * The opening of a film that is not made: a landscape in the colours and shapes that the prompt suggests, through which a
 * camera travels and comes to rest, and the prompt as its title.
 */
export const drawTitle: Drawer = ({ width, height, duration, seed, prompt, createCanvas }) => {
  const random = createRandom(seed)
  const palette = paletteFor(prompt, random)
  const unit = Math.min(width, height)
  const direction = random() < 0.5 ? -1 : 1
  const isCentered = random() < 0.5
  const sun = {
    // Beside the words, where these stand in the middle.
    x: isCentered ? mix(0.08, 0.14, random()) : mix(0.16, 0.3, random()),
    size: mix(0.055, 0.085, random()) * unit,
  }
  if (random() < 0.5) sun.x = 1 - sun.x
  const sky = paintSky()
  const layers = Array.from({ length: LAYERS }, (_, index) => paintLayer(index / (LAYERS - 1)))
  const words = layOutTitle(createCanvas, prompt, {
    width,
    height,
    duration,
    isCentered,
    accent: palette.light,
  })
  const bar = width > height * 1.2 ? Math.round(height * 0.074) : 0

  function paintSky() {
    const { canvas, context } = canvasOf(createCanvas, width, height)
    const gradient = context.createLinearGradient(0, 0, 0, height * 0.8)
    palette.sky.forEach((color, index) => gradient.addColorStop(index / 2, color))
    context.fillStyle = gradient
    context.fillRect(0, 0, width, height)
    // Long thin clouds, or bands of light at night: a sky is never one gradient.
    context.globalCompositeOperation = 'screen'
    for (let index = 0; index < 7; index++) {
      const y = height * (0.1 + 0.42 * hash(index, 21, seed))
      const x = width * hash(index, 22, seed)
      context.save()
      context.translate(x, y)
      context.rotate((hash(index, 25, seed) - 0.5) * 0.12)
      context.scale(
        width * (0.25 + 0.3 * hash(index, 23, seed)),
        height * (0.012 + 0.03 * hash(index, 24, seed)),
      )
      const band = context.createRadialGradient(0, 0, 0, 0, 0, 1)
      band.addColorStop(0, `${palette.light}${palette.hasStars ? '16' : '2e'}`)
      band.addColorStop(1, `${palette.light}00`)
      context.fillStyle = band
      context.fillRect(-1, -1, 2, 2)
      context.restore()
    }
    return canvas
  }

  function paintLayer(near: number) {
    const { canvas, context } = canvasOf(createCanvas, width * WIDE, height * 1.1)
    const base = height * mix(0.66, 1.02, near ** 1.15)
    const options = { width: canvas.width, height, base, near, seed }
    const far = palette.hills[0]
    const place = near * (palette.hills.length - 1)
    const color = palette.hills[Math.round(place)] ?? far
    const gradient = context.createLinearGradient(0, base - height * 0.24, 0, base + height * 0.18)
    gradient.addColorStop(0, color)
    // Mist lies in the valleys between the layers.
    gradient.addColorStop(1, palette.hills[Math.max(0, Math.round(place) - 1)] ?? far)
    context.fillStyle = near === 1 ? color : gradient
    context.save()
    // Below the outline too: the canvas is taller than the frame by what the camera rises.
    fillRidge(context, palette.ground, options)
    context.fillRect(0, height - 1, canvas.width, height * 0.1 + 1)
    if (palette.ground === 'skyline' && near < 0.9) {
      context.globalCompositeOperation = 'source-atop'
      drawWindows(context, options, palette.light)
    }
    context.restore()
    return canvas
  }

  function drawSun(context: DraftContext, t: number): void {
    const x = width * (sun.x - direction * 0.015 * t)
    const y = height * mix(0.5, 0.27, t)
    const glow = context.createRadialGradient(x, y, 0, x, y, sun.size * 7)
    glow.addColorStop(0, `${palette.light}c0`)
    glow.addColorStop(0.14, `${palette.light}5c`)
    glow.addColorStop(0.4, `${palette.light}1f`)
    glow.addColorStop(1, `${palette.light}00`)
    context.fillStyle = glow
    context.fillRect(0, 0, width, height)
    context.fillStyle = palette.light
    context.beginPath()
    context.arc(x, y, sun.size, 0, Math.PI * 2)
    context.fill()
  }

  function drawStars(context: DraftContext, seconds: number): void {
    context.fillStyle = palette.light
    for (let index = 0; index < STARS; index++) {
      const bright = hash(index, 1, seed) ** 3
      context.globalAlpha =
        (0.2 + 0.8 * bright) * (0.75 + 0.25 * Math.sin(seconds * (1 + bright * 2) + index))
      const size = unit * mix(0.0009, 0.0026, bright)
      context.beginPath()
      context.arc(width * hash(index, 2, seed), height * 0.66 * hash(index, 3, seed), size, 0, Math.PI * 2)
      context.fill()
    }
    context.globalAlpha = 1
  }

  function drawBars(context: DraftContext, seconds: number): void {
    if (bar === 0) return
    const closed = Math.round(bar * mix(0.35, 1, easeOut(progress(seconds, 0, 1.2))))
    context.fillStyle = '#000000'
    context.fillRect(0, 0, width, closed)
    context.fillRect(0, height - closed, width, closed)
  }

  const note = words.isLeftOut
    ? 'title scene; the prompt is left out, as no font here has its letters'
    : 'title scene from the prompt'
  return {
    stages: [{ start: 0, note }],
    draw(context, seconds) {
      const linear = seconds / duration
      const t = mix(smoother(linear), easeOut(linear), 0.4)
      drawPicture(context, sky, 0, 0)
      if (palette.hasStars) drawStars(context, seconds)
      drawSun(context, t)
      layers.forEach((layer, index) => {
        const near = index / (LAYERS - 1)
        // The camera passes by, moves in, and rises: what is near moves most.
        const zoom = 1 + t * mix(0.02, 0.2, near)
        const w = layer.width * zoom
        const h = layer.height * zoom
        const slack = w - width
        const pass =
          direction > 0
            ? mix(0.5 - near * 0.4, 0.5 + near * 0.4, t)
            : mix(0.5 + near * 0.4, 0.5 - near * 0.4, t)
        drawPicture(
          context,
          layer,
          -slack * pass,
          height * (mix(-0.05, 0.03, t) * near) - (h - layer.height) * 0.55,
          w,
          h,
        )
      })
      if (!palette.hasStars)
        drawMotes(context, width, height, {
          seconds,
          travel: t * 0.1 * direction,
          seed,
          count: 34,
          color: palette.light,
        })
      drawVignette(context, width, height, 0.42)
      drawBars(context, seconds)
      words.draw(context, seconds)
    },
  }
}
