import type { Canvas, Image } from '@napi-rs/canvas'
import { createDraft, type Draft, type FrameSize } from '../../index.ts'
import { mediaOf, operationOf, skia } from '../pictures.ts'

/** The draft of one effect on a picture, with a fixed seed and without the mark. */
export function effectDraft(pikaffect: string, picture: Image | Canvas, size: FrameSize): Draft {
  const input = { imageUrl: 'https://media.test/picture', pikaffect, seed: 7 }
  return createDraft(operationOf('PIKAFFECTS'), input, mediaOf({ picture }), {
    createCanvas: skia,
    size,
    mark: false,
  })
}
