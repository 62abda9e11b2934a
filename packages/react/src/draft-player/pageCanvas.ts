import type { CreateCanvas } from '@pika-kit/preview'

/** In-between canvases of drafts that are drawn on the page. */
export const createPageCanvas = ((width: number, height: number) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}) as never as CreateCanvas
