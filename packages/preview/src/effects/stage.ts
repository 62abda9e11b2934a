import type { CreateCanvas, DraftCanvas, DraftContext, DraftImage } from '../canvas.ts'
import { mix, smoother } from '../toolkit/easing.ts'
import { canvasOf, coverPicture, drawPicture } from '../toolkit/pictures.ts'
import { paintPixels, pixelsOf } from '../toolkit/pixels.ts'
import { drawShadow, shadowOf } from '../toolkit/shadows.ts'
import { CLEAR_SUBJECT, cutOutSubject, fillGround, findSubject, type Subject } from '../toolkit/subject.ts'
import type { EffectScene } from './effect.ts'

/**
 * What an effect is shown on: `subject` moves what stands out of the picture in front of its ground; `standing` does too,
 * where that stands free of the frame's edges and can leave its place; `print` takes the whole picture as a sheet of paper.
 * Where a picture has no clear subject, it is always a print.
 */
export type Staging = 'subject' | 'standing' | 'print'

/** A prepared picture, and how it gets from filling the frame to what the effect takes hold of. */
export interface Stage {
  scene: EffectScene
  /** Seconds until the effect may begin. */
  leadIn: number
  /** Paints what an effect draws on. `progress` 0…1 is that of the lead-in, at whose start the picture fills the frame. */
  paintGround(context: DraftContext, progress: number): void
}

/** The white of paper. */
export const PAPER = '#f8f5ee'
/** The print's size in the frame, and its white border in units. */
const PRINT_SIZE = 0.7
const PRINT_BORDER = 1.6

/** A picture in the size of the frame, and the subject in it, searched at most once. */
interface Look {
  picture: DraftCanvas
  subjectOf(): Subject
}

// Sixteen tiles show sixteen effects on one picture. What was found in it goes with the picture; nobody draws on a picture that
// was handed in.
const looks = new WeakMap<DraftImage, Map<string, Look>>()

function lookAt(createCanvas: CreateCanvas, image: DraftImage, width: number, height: number): Look {
  const sizes = looks.get(image) ?? new Map<string, Look>()
  looks.set(image, sizes)
  const size = `${width} × ${height}`
  let look = sizes.get(size)
  if (!look) {
    const picture = coverPicture(createCanvas, image, width, height)
    let subject: Subject | undefined
    look = { picture, subjectOf: () => (subject ??= findSubject(createCanvas, picture)) }
    sizes.set(size, look)
  }
  return look
}

/** Sets the stage for an effect on a picture. */
export function stageOf(
  createCanvas: CreateCanvas,
  image: DraftImage,
  frame: { width: number; height: number; seed: number },
  staging: Staging,
): Stage {
  const { width, height } = frame
  const { picture, subjectOf } = lookAt(createCanvas, image, width, height)
  const unit = Math.sqrt(width * height) / 100
  const found = staging === 'print' ? undefined : subjectOf()
  if (found) {
    const { box, head, eyes } = found
    const slack = unit * 1.5
    const isFree = box.x > slack && box.x + box.width < width - slack && box.y + box.height < height - slack
    if (found.confidence >= CLEAR_SUBJECT && (staging === 'subject' || isFree)) {
      const ground = fillGround(createCanvas, picture, found)
      const subject = cutOutSubject(createCanvas, picture, found)
      return {
        leadIn: 0.3,
        scene: { ...frame, createCanvas, unit, subject, ground, box, head, eyes, isFlat: false },
        paintGround(context, progress) {
          // The ground is opaque, the picture need not be.
          drawPicture(context, ground, 0, 0)
          if (progress < 1) drawPicture(context, picture, 0, 0)
        },
      }
    }
  }
  return printStage(createCanvas, picture, frame, unit, found)
}

/** The camera draws back, and what filled the frame is a print with a white border on a table of its colours. */
function printStage(
  createCanvas: CreateCanvas,
  picture: DraftCanvas,
  frame: { width: number; height: number; seed: number },
  unit: number,
  found: Subject | undefined,
): Stage {
  const { width, height } = frame
  const ground = tableOf(createCanvas, picture)
  const border = Math.max(1, Math.round(unit * PRINT_BORDER))
  const box = {
    x: Math.round((width * (1 - PRINT_SIZE)) / 2) - border,
    y: Math.round((height * (1 - PRINT_SIZE)) / 2) - border,
    width: Math.round(width * PRINT_SIZE) + border * 2,
    height: Math.round(height * PRINT_SIZE) + border * 2,
  }
  const { canvas: subject, context } = canvasOf(createCanvas, width, height)
  context.fillStyle = PAPER
  context.fillRect(box.x, box.y, box.width, box.height)
  context.imageSmoothingQuality = 'high'
  drawPicture(
    context,
    picture,
    box.x + border,
    box.y + border,
    box.width - border * 2,
    box.height - border * 2,
  )
  const shadow = shadowOf(createCanvas, subject, unit * 2)
  const onPrint = <Place extends { x: number; y: number }>(place: Place) => ({
    ...place,
    x: (width * (1 - PRINT_SIZE)) / 2 + place.x * PRINT_SIZE,
    y: (height * (1 - PRINT_SIZE)) / 2 + place.y * PRINT_SIZE,
  })
  const eye = { y: height * 0.42, radius: unit * 4 }
  const [left, right] = found?.eyes ?? [
    { ...eye, x: width * 0.4 },
    { ...eye, x: width * 0.6 },
  ]
  const head = found?.head ?? { x: width * 0.25, y: 0, width: width * 0.5, height: height * 0.6 }
  return {
    leadIn: 0.8,
    scene: {
      ...frame,
      createCanvas,
      unit,
      subject,
      ground,
      box,
      isFlat: true,
      head: { ...onPrint(head), width: head.width * PRINT_SIZE, height: head.height * PRINT_SIZE },
      eyes: [
        { ...onPrint(left), radius: left.radius * PRINT_SIZE },
        { ...onPrint(right), radius: right.radius * PRINT_SIZE },
      ],
    },
    paintGround(painted, progress) {
      drawPicture(painted, ground, 0, 0)
      if (progress >= 1) return
      const back = smoother(progress)
      const scale = mix(1 / PRINT_SIZE, 1, back)
      painted.save()
      painted.translate(width / 2, height / 2)
      painted.scale(scale, scale)
      painted.translate(-width / 2, -height / 2)
      // It lies flat before and after.
      drawShadow(painted, shadow, Math.sin(Math.PI * back) * 0.5, 0, unit)
      drawPicture(painted, subject, 0, 0)
      painted.restore()
      if (back < 0.04) {
        painted.globalAlpha = 1 - back / 0.04
        drawPicture(painted, picture, 0, 0)
        painted.globalAlpha = 1
      }
    },
  }
}

/** Four colours of a picture, darker and without its shapes: a table that the print of it may lie on. */
function tableOf(createCanvas: CreateCanvas, picture: DraftCanvas): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, picture.width, picture.height)
  context.fillStyle = '#5b5f68'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const few = fourTones(createCanvas, picture)
  context.imageSmoothingQuality = 'high'
  // Of two by two pixels only what is between their middles is a gradient; the rest is cut off.
  drawPicture(context, few, -canvas.width / 2, -canvas.height / 2, canvas.width * 2, canvas.height * 2)
  context.fillStyle = 'rgba(10, 12, 18, 0.4)'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

/** The mean colours of a picture's quarters, as two by two pixels. Our own arithmetic: hosts scale down that far each in its way. */
function fourTones(createCanvas: CreateCanvas, picture: DraftCanvas): DraftCanvas {
  const { width, height, data } = pixelsOf(createCanvas, picture)
  return paintPixels(createCanvas, 2, 2, (target) => {
    for (let quarter = 0; quarter < 4; quarter++) {
      const sums = [0, 0, 0, 0]
      const [left, top] = [(quarter % 2) * (width >> 1), (quarter >> 1) * (height >> 1)]
      for (let y = top; y < top + (height >> 1); y++) {
        for (let x = left; x < left + (width >> 1); x++) {
          const at = (y * width + x) * 4
          const alpha = data[at + 3] as number
          sums[3] = (sums[3] as number) + alpha
          for (const channel of [0, 1, 2])
            sums[channel] = (sums[channel] as number) + (data[at + channel] as number) * alpha
        }
      }
      const [red = 0, green = 0, blue = 0, weight = 0] = sums
      if (weight === 0) continue
      target.set(
        [red / weight, green / weight, blue / weight, weight / ((width >> 1) * (height >> 1))],
        quarter * 4,
      )
    }
  })
}
