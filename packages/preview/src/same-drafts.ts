// Drafts of every effect and every operation that draws with the host's canvas, to be compared between hosts: Node's Skia and a
// browser's. Transitions are in same-frames.ts, to the bit. Here each host rounds the edges of forms in its own way.
import { effects, pikaOperations } from '@pika-kit/core'
import {
  createDraft,
  type CreateCanvas,
  type DraftCanvas,
  type DraftMedia,
  type DraftVideo,
} from './index.ts'

/** Pixels of a compared frame. */
export const COMPARED_SIZE = { width: 320, height: 180 }
/** Shares of a draft's length. */
const MOMENTS = [0.1, 0.35, 0.6, 0.95]

const url = (name: string) => `https://media.test/${name}`
const inputs: Record<string, Record<string, unknown>> = {
  IMAGE_TO_VIDEO: { imageUrl: url('figure'), prompt: 'push in' },
  TEXT_TO_VIDEO: { prompt: 'a whale made of stars' },
  PIKASCENES: { imageUrls: [url('figure'), url('cut')], prompt: 'a picnic', ingredientsMode: 'precise' },
  'PIKASCENES creative': {
    imageUrls: [url('figure'), url('cut')],
    prompt: 'a picnic',
    ingredientsMode: 'creative',
  },
  PIKASWAPS: { videoUrl: url('clip'), imageUrl: url('cut'), modifyRegion: 'the disc' },
  PIKADDITIONS: { videoUrl: url('clip'), imageUrl: url('cut') },
  COLLECTION_TO_VIDEO: { images: [{ imageUrl: url('figure') }, { imageUrl: url('cut') }], prompt: 'a shelf' },
  ...Object.fromEntries(
    effects.map(({ value }) => [`PIKAFFECTS ${value}`, { imageUrl: url('figure'), pikaffect: value }]),
  ),
}

/** The drafts that are compared, by name. */
export const COMPARED_DRAFTS: readonly string[] = Object.keys(inputs)

/** The frames of one of them, in RGBA. */
export function comparedFrames(name: string, createCanvas: CreateCanvas): Uint8ClampedArray[] {
  const operation = pikaOperations.find(({ id }) => id === name.split(' ')[0])
  const parsed = operation?.parse(inputs[name])
  if (!operation || !parsed?.ok) throw new Error(`${name} refuses its input`)
  const { width, height } = COMPARED_SIZE
  const draft = createDraft(operation, parsed.input, mediaFor(createCanvas), {
    createCanvas,
    size: COMPARED_SIZE,
    seed: 7,
    // Its letters are the business of the host's fonts.
    mark: false,
  })
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the host has no 2D canvas')
  return MOMENTS.map((share) => {
    draft.draw(context, share * draft.duration)
    return context.getImageData(0, 0, width, height).data
  })
}

function mediaFor(createCanvas: CreateCanvas): DraftMedia {
  const clip: DraftVideo = {
    width: 320,
    height: 180,
    duration: 2,
    frameAt: (seconds) => figure(createCanvas, 320, 180, { x: 0.35 + 0.15 * seconds }),
  }
  return new Map<string, DraftCanvas | DraftVideo>([
    [url('figure'), figure(createCanvas, 480, 270, { x: 0.5 })],
    [url('cut'), figure(createCanvas, 240, 240, { x: 0.5, isCut: true })],
    [url('clip'), clip],
  ])
}

/** A round figure with a band and two eyes before a plain wall and floor, made of pixels: the same in every host. */
function figure(
  createCanvas: CreateCanvas,
  width: number,
  height: number,
  { x: middle, isCut = false }: { x: number; isCut?: boolean },
): DraftCanvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the host has no 2D canvas')
  const pixels = context.createImageData(width, height)
  const radius = height * 0.32
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x - width * middle) / radius
      const v = (y - height * 0.55) / radius
      const isFigure = u * u + v * v < 1
      const isEye = (Math.abs(u) - 0.35) ** 2 + (v + 0.25) ** 2 < 0.02
      const isBand = Math.abs(v - 0.3) < 0.12
      const wall = y < height * 0.7 ? 205 - (y * 30) / height : 150 + (y * 20) / height
      const light = 1 - 0.35 * (u + v + 1) * 0.5
      const color = !isFigure
        ? [wall, wall - 6, wall - 16]
        : isEye
          ? [24, 26, 34]
          : isBand
            ? [240 * light, 226 * light, 190 * light]
            : [206 * light, 74 * light, 52 * light]
      const at = (y * width + x) * 4
      pixels.data.set([...color, isCut && !isFigure ? 0 : 255], at)
    }
  }
  context.putImageData(pixels, 0, 0)
  return canvas
}
