import type { Scene } from '../drawer.ts'
import { mix, progress, smoother } from '../toolkit/easing.ts'
import { drawGroundShadow } from '../toolkit/light.ts'
import { canvasOf, drawPicture } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { castActor, meanTone } from './actor.ts'
import { drawCover, type Change } from './swap.ts'

/**
 * The image's subject comes into the video: from the side that the prompt names, or from above where it says that it
 * flies or falls. It walks in, in the film's light and with its shadow on the ground, and stays, breathing.
 */
export function additionOf({ images, width, height, seed, prompt, createCanvas }: Scene): Change {
  const image = images[0]
  if (!image) return () => {}
  const random = createRandom(seed)
  const side = sideOf(prompt) ?? (random() < 0.5 ? -1 : 1)
  const phase = random() * Math.PI * 2
  const flies = /\b(fl(y|ies|ying)|soar(s|ing)?|float(s|ing)?|hover(s|ing)?|descend(s|ing)?)\b/i.test(prompt)
  const unit = Math.min(width, height)
  const isTall = height > width
  const actor = castActor(createCanvas, image, unit * 0.8, 'print')
  const scale = Math.min((height * (isTall ? 0.36 : 0.56)) / actor.height, (width * 0.46) / actor.width)
  const { canvas: small, context: reading } = canvasOf(createCanvas, 32, 18)
  const x1 = width * (0.5 + side * 0.27)

  return (context, frame, seconds) => {
    drawCover(reading, frame, 32, 18)
    const arrived = smoother(progress(seconds, 0.1, flies ? 2.2 : 1.9))
    if (arrived <= 0) return
    const steps = seconds * 7 + phase
    const walking = 1 - arrived
    const w = actor.width * scale * mix(0.94, 1, arrived)
    const h = actor.height * scale * mix(0.94, 1, arrived) * (1 + 0.006 * Math.sin(seconds * 2 + phase))
    const x = mix(width * (0.5 + side * 0.5) + side * w * 0.6, x1, arrived)
    const ground = height * 0.88
    const hop = flies
      ? height * (0.16 + 0.5 * walking + 0.015 * Math.sin(seconds * 2.2 + phase))
      : Math.abs(Math.sin(steps)) * unit * 0.03 * Math.min(1, walking * 3)
    const high = Math.min(1, hop / (height * 0.3))
    drawGroundShadow(context, x, ground, w * mix(0.55, 0.4, high), h * 0.045, mix(0.62, 0.2, high))
    context.save()
    context.translate(x, ground - hop)
    context.rotate(
      Math.sin(steps) * 0.05 * Math.min(1, walking * 3) - side * 0.05 * walking * (flies ? 2 : 1),
    )
    drawPicture(context, actor.litBy(meanTone(createCanvas, small)), -w / 2, -h, w, h)
    context.restore()
  }
}

/** −1 for left, 1 for right; undefined where the words name neither. */
function sideOf(words: string): -1 | 1 | undefined {
  if (/\bleft\b/i.test(words)) return -1
  return /\bright\b/i.test(words) ? 1 : undefined
}
