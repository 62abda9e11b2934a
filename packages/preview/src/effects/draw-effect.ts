import { PIKAFFECTS } from '@pika-kit/core'
import type { DraftContext } from '../canvas.ts'
import type { Drawer, Scene } from '../drawer.ts'
import { progress } from '../toolkit/easing.ts'
import { roundedPath } from '../toolkit/pictures.ts'
import { createRandom } from '../toolkit/random.ts'
import { fitText } from '../toolkit/text.ts'
import { effectDrawings } from './registry.ts'
import { sketch } from './sketch.ts'
import { HOLD, prepareStage, STEP_BACK } from './stage.ts'

/** One effect on one image: the camera steps back, and then it happens to the picture as a thing. */
export const drawEffect: Drawer = (scene) => {
  const { width, height, duration, seed, createCanvas } = scene
  const name = effectName(scene)
  const known = PIKAFFECTS.find((value) => value === name)
  const drawing = known ? effectDrawings[known] : sketch
  const stage = prepareStage(scene)
  const paint = drawing.prepare({ ...stage, width, height, seed, random: createRandom(seed), createCanvas })
  return {
    stages: [{ start: 0, note: `effect ${name}` }],
    draw(context, seconds) {
      const t = seconds / duration
      stage.drawBackdrop(context)
      if (t < STEP_BACK) stage.drawArrival(context, t / STEP_BACK)
      else paint(context, progress(t, STEP_BACK, 1 - HOLD))
      if (drawing.isSketch) drawCaption(context, name, width, height)
    },
  }
}

/** The value of the operation's effect: its first field that offers effects as choices. */
function effectName({ operation, input }: Scene): string {
  const field = operation.fields.find(({ choices }) =>
    choices?.some(({ value }) => PIKAFFECTS.some((known) => known === value)),
  )
  return String(input[field?.name ?? 'pikaffect'] ?? 'unknown')
}

function drawCaption(context: DraftContext, name: string, width: number, height: number): void {
  const unit = Math.min(width, height)
  const { lines, size } = fitText(
    context,
    `${name} (sketch)`,
    width * 0.7,
    unit * 0.1,
    unit * 0.04,
    unit * 0.025,
  )
  const text = lines[0] ?? ''
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const wide = context.measureText(text).width + size * 2
  roundedPath(context, (width - wide) / 2, unit * 0.05, wide, size * 2, size)
  context.fillStyle = 'rgba(12, 14, 20, 0.6)'
  context.fill()
  context.fillStyle = '#ffffff'
  context.fillText(text, width / 2, unit * 0.05 + size)
}
