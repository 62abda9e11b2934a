// The subject of a picture, found without a model: what stands out from the border, in colour and place.
import type { CreateCanvas, DraftCanvas, DraftImage, DraftPixels } from '../canvas.ts'
import { canvasOf, drawPicture, type Rectangle } from './pictures.ts'
import { pixelsOf, readableCanvas } from './pixels.ts'
import { type Eye, guessEyes, guessHead } from './subject/face.ts'
import { groundPatch } from './subject/ground.ts'
import type { Grid } from './subject/grid.ts'
import { toLab } from './subject/lab.ts'
import { refineMask } from './subject/matte.ts'
import { saliencyOf } from './subject/saliency.ts'
import { segment } from './subject/segment.ts'
import { confidenceOf, keepSubject } from './subject/shape.ts'

export type { Eye } from './subject/face.ts'

/** What a picture is of. All places are in pixels of the picture that it was found in. */
export interface Subject {
  /** White, with the subject's coverage in its alpha. Smaller than the picture: stretch it over the whole of it. */
  mask: DraftCanvas
  /** Around the subject. The whole picture where nothing was found. */
  box: Rectangle
  /** 0 (a guess) to 1 (the picture's own alpha says so). Below `CLEAR_SUBJECT`, treat the whole picture as a card. */
  confidence: number
  /** Where the head is, or would be. */
  head: Rectangle
  /** Where the eyes are, or would be: the left one in the picture first. */
  eyes: readonly [left: Eye, right: Eye]
}

/** From this confidence on a mask is good enough to cut by it. */
export const CLEAR_SUBJECT = 0.5

/** Pixels of the copy that is searched: enough for an outline, and a few milliseconds. */
const SEARCHED_PIXELS = 9_600
/** Pixels of the mask's longer side. */
const MASK_SIDE = 640

/**
 * Finds the subject of a picture. Where the picture has transparent parts, what is opaque is the subject; else it is what
 * differs most from the picture's border. The same picture gives the same answer; takes some 30 ms, so prepare it once. A picture of
 * a video, which has less time, may be searched in fewer pixels.
 */
export function findSubject(
  createCanvas: CreateCanvas,
  picture: DraftImage,
  searchedPixels = SEARCHED_PIXELS,
): Subject {
  const { width, height } = searchSize(picture, searchedPixels)
  const small = pixelsOf(createCanvas, picture, width, height)
  const own = ownAlpha(small)
  const grid: Grid = { width, height, values: own ?? search(small) }
  const confidence = own ? 1 : confidenceOf(grid.values, toLab(small))
  const mask = own ? alphaMask(createCanvas, picture) : detailedMask(createCanvas, picture, grid, small)
  const share = boxOf(grid)
  const head = pixelsFrom(guessHead(grid, share), picture)
  return {
    mask,
    box: pixelsFrom(share, picture),
    confidence,
    head,
    eyes: guessEyes(createCanvas, picture, head),
  }
}

/** The subject alone, the rest transparent: a canvas of the picture's size. */
export function cutOutSubject(
  createCanvas: CreateCanvas,
  picture: DraftImage,
  subject: Subject,
): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, picture.width, picture.height)
  drawPicture(context, picture, 0, 0)
  context.globalCompositeOperation = 'destination-in'
  context.imageSmoothingQuality = 'high'
  drawPicture(context, subject.mask, 0, 0, canvas.width, canvas.height)
  context.globalCompositeOperation = 'source-over'
  return canvas
}

/**
 * The picture without its subject: a canvas of its size, opaque, where the ground runs on behind what stood there. It is
 * soft there, as nobody knows what it was. A cut-out has no ground: it gets a plain one, in its own colours.
 */
export function fillGround(createCanvas: CreateCanvas, picture: DraftImage, subject: Subject): DraftCanvas {
  const { canvas, context } = canvasOf(createCanvas, picture.width, picture.height)
  context.imageSmoothingQuality = 'high'
  drawPicture(context, picture, 0, 0)
  const patch = groundPatch(createCanvas, picture, subject.mask)
  drawPicture(context, patch, 0, 0, canvas.width, canvas.height)
  return canvas
}

function searchSize(
  { width, height }: DraftImage,
  searchedPixels: number,
): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(searchedPixels / (width * height)))
  const side = (pixels: number) => Math.min(400, Math.max(6, Math.round(pixels * scale)))
  return { width: side(width), height: side(height) }
}

/** The picture's own mask, 0…1, where it is transparent in part; undefined for an opaque picture, and for an empty one. */
function ownAlpha({ data, width, height }: DraftPixels): Float32Array | undefined {
  const values = Float32Array.from(
    { length: width * height },
    (_, index) => (data[index * 4 + 3] as number) / 255,
  )
  const open = values.filter((value) => value < 0.5).length
  return open > values.length * 0.02 && open < values.length * 0.995 ? values : undefined
}

function search(small: DraftPixels): Float32Array {
  const lab = toLab(small)
  return keepSubject(segment(lab, saliencyOf(lab)), small.width, small.height)
}

function alphaMask(createCanvas: CreateCanvas, picture: DraftImage): DraftCanvas {
  const scale = Math.min(1, MASK_SIDE / Math.max(picture.width, picture.height))
  const { canvas, context } = readableCanvas(createCanvas, picture.width * scale, picture.height * scale)
  drawPicture(context, picture, 0, 0, canvas.width, canvas.height)
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

function detailedMask(
  createCanvas: CreateCanvas,
  picture: DraftImage,
  grid: Grid,
  small: DraftPixels,
): DraftCanvas {
  const scale = Math.min(1, MASK_SIDE / Math.max(picture.width, picture.height))
  const large = pixelsOf(createCanvas, picture, picture.width * scale, picture.height * scale)
  return refineMask(createCanvas, grid, small, large)
}

/** The rectangle around a mask, in shares of it; the whole where the mask is empty. */
function boxOf({ width, height, values }: Grid): Rectangle {
  let [left, right, top, bottom] = [width, -1, height, -1]
  values.forEach((value, index) => {
    if (value < 0.5) return
    left = Math.min(left, index % width)
    right = Math.max(right, index % width)
    top = Math.min(top, Math.floor(index / width))
    bottom = Math.floor(index / width)
  })
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 }
  return {
    x: left / width,
    y: top / height,
    width: (right - left + 1) / width,
    height: (bottom - top + 1) / height,
  }
}

function pixelsFrom(share: Rectangle, { width, height }: DraftImage): Rectangle {
  return {
    x: share.x * width,
    y: share.y * height,
    width: share.width * width,
    height: share.height * height,
  }
}
