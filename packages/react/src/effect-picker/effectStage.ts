import { type DraftImage, type Drawing, prepareEffect } from '@pika-kit/preview'
import { decodeImage } from '../draft-player/decodeMedia.ts'
import { CLIP_SECONDS } from './posterMoments.ts'
import { sampleFigure } from './sampleFigure.ts'

/** Pixels of a tile's canvas: sharp enough for a tile, and cheap enough to draw sixty times a second (docs/effects.md). */
const TILE = { width: 240, height: 150 }

/** One picture, and the effects that were prepared on it. */
export interface EffectStage {
  width: number
  height: number
  /** The drawing of an effect; prepared at the first call, which costs about a tenth of a second, and kept. */
  drawingOf(effect: string): Drawing
}

const createCanvas = (width: number, height: number) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

/** The stage of the viewer's picture. Rejects where it cannot be read: an address that leads nowhere, or that CORS forbids. */
export async function pictureStage(url: string): Promise<EffectStage> {
  return stageOf(await decodeImage(url))
}

/** The stage of the neutral figure that stands in where there is no picture. */
export function sampleStage(): EffectStage {
  return stageOf(sampleFigure(createCanvas(TILE.width * 2, TILE.height * 2)))
}

function stageOf(image: DraftImage): EffectStage {
  const drawings = new Map<string, Drawing>()
  return {
    ...TILE,
    drawingOf(effect) {
      let drawing = drawings.get(effect)
      if (!drawing) {
        drawing = prepareEffect(effect, image, {
          ...TILE,
          duration: CLIP_SECONDS,
          seed: 1,
          createCanvas,
        })
        drawings.set(effect, drawing)
      }
      return drawing
    },
  }
}
