import type { CreateCanvas, DraftCanvas, DraftImage } from '../canvas.ts'
import { canvasOf, drawPart, drawPicture, roundedPath } from '../toolkit/pictures.ts'
import { CLEAR_SUBJECT, cutOutSubject, findSubject } from '../toolkit/subject.ts'

/** An ingredient ready to be placed: cut out, or as a print where it has no clear subject. */
export interface Ingredient {
  picture: DraftCanvas
  /** The same in black, to throw shadows. */
  shadow: DraftCanvas
  isCut: boolean
}

/** Prepares an ingredient at the size at which it will stand, `wide` × `tall` pixels at most. */
export function prepareIngredient(
  createCanvas: CreateCanvas,
  image: DraftImage,
  wide: number,
  tall: number,
): Ingredient {
  const subject = findSubject(createCanvas, image)
  const isCut = subject.confidence >= CLEAR_SUBJECT
  // A little more than the box, whose border is soft.
  const margin = isCut ? Math.max(subject.box.width, subject.box.height) * 0.03 : 0
  const left = isCut ? Math.max(0, subject.box.x - margin) : 0
  const top = isCut ? Math.max(0, subject.box.y - margin) : 0
  const right = isCut ? Math.min(image.width, subject.box.x + subject.box.width + margin) : image.width
  // Its foot is where the box ends, or it would float.
  const bottom = isCut
    ? Math.min(image.height, subject.box.y + subject.box.height + margin * 0.2)
    : image.height
  const scale = Math.min(wide / (right - left), (isCut ? tall : tall * 0.8) / (bottom - top))
  const { canvas, context } = canvasOf(createCanvas, (right - left) * scale, (bottom - top) * scale)
  context.imageSmoothingQuality = 'high'
  const source = isCut ? cutOutSubject(createCanvas, image, subject) : image
  if (!isCut) {
    // A print: a white border, as photographs have it.
    const border = Math.max(2, Math.min(canvas.width, canvas.height) * 0.035)
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    roundedPath(context, border, border, canvas.width - border * 2, canvas.height - border * 2, border * 0.3)
    context.clip()
  }
  drawPart(context, source, left, top, right - left, bottom - top, 0, 0, canvas.width, canvas.height)
  return { picture: canvas, shadow: silhouette(createCanvas, canvas), isCut }
}

function silhouette(createCanvas: CreateCanvas, picture: DraftCanvas): DraftCanvas {
  // Small: drawn larger again, a shadow is soft by itself.
  const scale = Math.min(1, 56 / Math.max(picture.width, picture.height))
  const room = 4
  const { canvas, context } = canvasOf(
    createCanvas,
    picture.width * scale + room * 2,
    picture.height * scale + room * 2,
  )
  context.imageSmoothingQuality = 'high'
  context.filter = 'blur(1.4px)'
  drawPicture(context, picture, room, room, canvas.width - room * 2, canvas.height - room * 2)
  context.filter = 'none'
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = '#0b0a14'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}
