import { createCatalog, type Operation } from '@pika-kit/core'
import { draftInputOf } from '../draft-player/draftInput.ts'
import { type DraftRequest, loadDraft } from '../draft-player/loadDraft.ts'
import { createPageCanvas } from '../draft-player/pageCanvas.ts'
import { storyPicture } from '../story-support/pictures.ts'

export const pikaframes = createCatalog().find('PIKAFRAMES') as Operation
/** Two transitions between three pictures. */
export const storyboardInput = {
  imageUrls: [20, 110, 200].map(storyPicture),
  transitions: [{ duration: 2 }, { duration: 2 }],
  seed: 3,
}

/** The storyboard in a small size, as a stage takes it. */
export function storyboardRequest(): DraftRequest {
  const input = draftInputOf(pikaframes, storyboardInput)
  if (!input) throw new Error('PIKAFRAMES does not take the storyboard of the tests')
  const { draft, fields } = pikaframes
  return { operation: { draft, fields }, input, width: 320, height: 180 }
}

/** The pixels of a canvas, wherever it is painted. */
export function pixelsOf(canvas: HTMLCanvasElement, width = canvas.width, height = canvas.height) {
  const copy = Object.assign(document.createElement('canvas'), { width, height })
  const context = copy.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser has no 2D canvas')
  context.drawImage(canvas, 0, 0, width, height)
  return context.getImageData(0, 0, width, height).data
}

/** The pixels of a second of the storyboard, drawn here and now. */
export async function expectedPixels(request: DraftRequest, seconds: number) {
  const draft = await loadDraft(request, createPageCanvas)
  const canvas = Object.assign(document.createElement('canvas'), { width: draft.width, height: draft.height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('the browser has no 2D canvas')
  draft.draw(context, seconds)
  return pixelsOf(canvas)
}

/** The mean difference of two pictures, 0 (equal) to 255. */
export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  if (a.length !== b.length) return 255
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] as number)), 0) / a.length
}
