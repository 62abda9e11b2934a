import type { DraftContext } from '../canvas.ts'
import type { Drawer } from '../drawer.ts'
import { paintCaption } from '../toolkit/caption.ts'
import { easeOut, mix, overshoot, progress, smoother } from '../toolkit/easing.ts'
import { drawGroundShadow, drawLightSweep, drawMotes, drawVignette } from '../toolkit/light.ts'
import { canvasOf, coverPicture, drawPart, drawPicture, softCopy } from '../toolkit/pictures.ts'
import { createRandom, hash } from '../toolkit/random.ts'
import { lineUp, type Place, stage } from './arrange.ts'
import { type Ingredient, prepareIngredient } from './ingredient.ts'
import { darkSet, leadingHue, paperSet } from './sets.ts'

/** How much larger than the frame the set is, so that the camera can travel. */
const SET = 1.16

/**
 * The ingredients of a scene, composed: each cut out of its picture, on one ground, with its shadow. Precise lines them up
 * in even light, whole and unhidden. Creative stages them: dark, lit from behind, in depth and overlapping, in motion.
 */
export const drawComposition: Drawer = ({
  input,
  images,
  width,
  height,
  duration,
  seed,
  prompt,
  createCanvas,
}) => {
  const isCreative = input['ingredientsMode'] === 'creative'
  const random = createRandom(seed)
  const direction = random() < 0.5 ? -1 : 1
  const unit = Math.min(width, height)
  const first = images[0] ?? canvasOf(createCanvas, width, height).canvas
  const hue = leadingHue(createCanvas, first)
  const setWidth = Math.round(width * SET)
  const setHeight = Math.round(height * SET)
  const set = isCreative
    ? darkSet(
        createCanvas,
        softCopy(createCanvas, coverPicture(createCanvas, first, setWidth / 16, setHeight / 16), 12),
        setWidth,
        setHeight,
        hue,
      )
    : paperSet(createCanvas, setWidth, setHeight, hue + mix(-24, 24, random()))
  const ratio = width / height
  const places = isCreative ? stage(images.length, ratio, seed) : lineUp(images.length, ratio)
  const actors = images.map((image, index) => {
    const place = places[index] as Place
    const ingredient = prepareIngredient(createCanvas, image, place.wide * width, place.tall * height)
    if (isCreative) light(ingredient)
    return { index, place, ingredient }
  })
  // What is far is drawn first.
  const inDepth = actors.toSorted((one, other) => one.place.depth - other.place.depth)
  const caption = paintCaption(createCanvas, prompt, width, unit)

  /** Light from behind on one side, shadow on the other, within the outline of the ingredient. */
  function light({ picture }: Ingredient): void {
    const context = picture.getContext('2d')
    if (!context) return
    const { width: w, height: h } = picture
    context.globalCompositeOperation = 'source-atop'
    const across = context.createLinearGradient(direction > 0 ? 0 : w, 0, direction > 0 ? w : 0, h * 0.3)
    across.addColorStop(0, `hsl(${hue + 8} 95% 72% / 0.42)`)
    across.addColorStop(0.3, `hsl(${hue + 8} 95% 60% / 0)`)
    across.addColorStop(1, `hsl(${hue + 215} 60% 8% / 0.72)`)
    context.fillStyle = across
    context.fillRect(0, 0, w, h)
    const down = context.createLinearGradient(0, h * 0.55, 0, h)
    down.addColorStop(0, `hsl(${hue + 215} 60% 6% / 0)`)
    down.addColorStop(1, `hsl(${hue + 215} 60% 6% / 0.6)`)
    context.fillStyle = down
    context.fillRect(0, 0, w, h)
    context.globalCompositeOperation = 'source-over'
  }

  function drawActor(
    context: DraftContext,
    { index, place, ingredient }: (typeof actors)[number],
    seconds: number,
    travel: number,
  ): void {
    // Under way at the first frame already, which may be shown as a still.
    const begin = -0.5 + (index / actors.length) * Math.min(1.6, duration * 0.3)
    const shown = progress(seconds, begin, begin + (isCreative ? 1.3 : 0.8))
    if (shown <= 0) return
    const { picture, shadow } = ingredient
    const phase = hash(index, 9, seed) * Math.PI * 2
    const strength = isCreative ? 0.15 : 0.03
    const x = width * (place.x + travel * strength * (0.25 + place.depth))
    const foot = height * place.foot + (isCreative ? travel * direction * height * 0.012 * place.depth : 0)
    const arrive = isCreative ? 1 - smoother(shown) : 0
    const sway = isCreative
      ? Math.sin(seconds * 1.2 + phase) * 0.022
      : Math.sin(seconds * 0.9 + phase) * 0.004
    const scale = isCreative ? 1 + 0.06 * place.depth * (seconds / duration) : mix(0.82, 1, overshoot(shown))
    const hover = isCreative ? unit * 0.012 * (0.5 + 0.5 * Math.sin(seconds * 1.5 + phase)) : 0

    context.save()
    context.globalAlpha = easeOut(shown * (isCreative ? 1.6 : 2.4))
    const w = picture.width * scale
    const h = picture.height * scale
    if (isCreative) {
      // The floor shines: what stands on it is seen in it.
      context.save()
      context.globalAlpha *= 0.16
      context.translate(x, foot)
      context.scale(1, -0.42)
      drawPicture(context, shadow, -w * 0.54, -h, w * 1.08, h)
      context.restore()
    } else {
      // Sunlight from the left: the outline lies on the paper, to the right.
      context.save()
      context.globalAlpha *= 0.3
      context.translate(x, foot)
      context.transform(1, 0, 0.75, -0.3, 0, 0)
      drawPicture(context, shadow, -w * 0.53, 0, w * 1.06, h)
      context.restore()
    }
    drawGroundShadow(context, x, foot, w * 0.52, Math.max(unit * 0.012, h * 0.05), isCreative ? 0.85 : 0.5)
    context.translate(x - arrive * direction * width * 0.5 * (index % 2 === 0 ? 1 : -1), foot - hover)
    context.rotate(sway + arrive * 0.2 * (index % 2 === 0 ? -1 : 1))
    drawPicture(context, picture, -w / 2, -h, w, h)
    context.restore()
  }

  const count = `${images.length} ingredient${images.length === 1 ? '' : 's'}`
  return {
    stages: [{ start: 0, note: `${count}, ${isCreative ? 'creative' : 'precise'}` }],
    draw(context, seconds) {
      const travel = (mix(seconds / duration, smoother(seconds / duration), 0.7) - 0.5) * direction
      const zoom = isCreative ? 1 + 0.05 * smoother(seconds / duration) : 1
      const room = { x: setWidth - width, y: setHeight - height }
      context.save()
      context.translate(width / 2, height * 0.6)
      context.scale(zoom, zoom)
      context.translate(-width / 2, -height * 0.6)
      drawPart(
        context,
        set,
        room.x * (0.5 - travel * (isCreative ? 0.8 : 0.3)),
        room.y * 0.6,
        width,
        height,
        0,
        0,
        width,
        height,
      )
      for (const actor of inDepth) drawActor(context, actor, seconds, travel)
      context.restore()
      if (isCreative) {
        const sweep = seconds / duration
        drawLightSweep(context, width, height, direction > 0 ? sweep : 1 - sweep, 0.22)
        drawMotes(context, width, height, {
          seconds,
          travel: travel * 0.4,
          seed,
          count: 60,
          color: `hsl(${hue + 10} 90% 80%)`,
        })
        drawVignette(context, width, height, 0.5)
      }
      if (caption) caption.draw(context, seconds, height)
    },
  }
}
