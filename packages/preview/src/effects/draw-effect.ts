import type { CreateCanvas, DraftImage } from '../canvas.ts'
import type { Drawer, Drawing } from '../drawer.ts'
import { progress } from '../toolkit/easing.ts'
import { canvasOf } from '../toolkit/pictures.ts'
import { draftFont, textOf } from '../toolkit/text.ts'
import { effectDrawing, effectDrawings } from './registry.ts'
import { stageOf } from './stage.ts'

/** Seconds at the end during which an effect's last state stands. */
const REST_SECONDS = 0.25

/** The frame of an effect, and what makes it the same again. */
export interface EffectFrame {
  /** Pixels. */
  width: number
  height: number
  /** Seconds. */
  duration: number
  seed: number
  createCanvas: CreateCanvas
}

/**
 * Prepares one effect on one image, without an operation around it: all that a tile of `EffectPicker` needs. The first frame
 * is the picture itself, so that a draft may follow a still. A name that is none of `effectDrawings` is drawn as a sketch.
 */
export function prepareEffect(name: string, image: DraftImage, frame: EffectFrame): Drawing {
  const { width, height, duration, seed, createCanvas } = frame
  const { motion, staging, isSketch } = effectDrawing(name)
  const { scene, leadIn, paintGround } = stageOf(createCanvas, image, { width, height, seed }, staging)
  const paint = motion(scene)

  return {
    stages: [{ start: 0, note: `effect: ${name}${isSketch ? ' (sketch)' : ''}` }],
    draw(context, seconds) {
      context.save()
      paintGround(context, progress(seconds, 0, leadIn))
      context.restore()
      context.save()
      if (seconds >= leadIn)
        paint(context, progress(seconds, leadIn, duration - REST_SECONDS), seconds - leadIn)
      context.restore()
      if (!isSketch) return
      context.font = draftFont(600, Math.min(width, height) * 0.045)
      context.textAlign = 'center'
      context.fillStyle = '#ffffff'
      context.fillText(`${name}: this draft only sketches it`, width / 2, height * 0.94)
    },
  }
}

/** An effect happens to the picture of an operation's input. */
export const drawEffect: Drawer = ({ operation, input, images, ...frame }) => {
  // Found by what it offers, not by its name, so that another operation may call it something else.
  const field = operation.fields.find(({ choices }) => choices?.some(({ value }) => value in effectDrawings))
  const name = textOf(input[field?.name ?? 'effect']) || 'Effect'
  const image = images[0] ?? canvasOf(frame.createCanvas, frame.width, frame.height).canvas
  return prepareEffect(name, image, frame)
}
