import { createRequire } from 'node:module'
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { type Operation, pikaOperations } from '@pika-kit/core'
import { createDraft, type Draft, type DraftMedia, type DraftOptions } from '../index.ts'

// A bare machine has no font at all, and text would leave no trace.
const { resolve } = createRequire(import.meta.url)
GlobalFonts.registerFromPath(resolve('@fontsource/inter/files/inter-latin-600-normal.woff'), 'Inter')

/** Canvases of Skia, in the form that drafts ask for. */
export const skia = (width: number, height: number): Canvas => createCanvas(width, height)

/** A picture with detail everywhere: a gradient, a grid of discs and a dark figure, in the colours of a hue. */
export function picture(width: number, height: number, hue: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const sky = context.createLinearGradient(0, 0, width, height)
  sky.addColorStop(0, `hsl(${hue} 70% 75%)`)
  sky.addColorStop(1, `hsl(${hue + 40} 60% 35%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  for (let index = 0; index < 24; index++) {
    context.fillStyle = `hsl(${hue + index * 15} 65% 55%)`
    context.beginPath()
    context.arc(
      ((index % 6) + 0.5) * (width / 6),
      (Math.floor(index / 6) + 0.5) * (height / 4),
      height / 14,
      0,
      7,
    )
    context.fill()
  }
  context.fillStyle = '#1c1f28'
  context.fillRect(width * 0.42, height * 0.35, width * 0.16, height * 0.65)
  return canvas
}

/** Media under `https://media.test/NAME`. */
export function mediaOf(entries: Record<string, unknown>): DraftMedia {
  return new Map(
    Object.entries(entries).map(([name, medium]) => [`https://media.test/${name}`, medium]),
  ) as DraftMedia
}

/** One of Pika's operations. */
export function operationOf(id: string): Operation {
  const operation = pikaOperations.find((candidate) => candidate.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  return operation
}

/** The draft of an input that the operation accepts, small so that tests are fast. */
export function draftOf(
  id: string,
  input: unknown,
  media: DraftMedia,
  options: Partial<DraftOptions> = {},
): Draft {
  const operation = operationOf(id)
  const parsed = operation.parse(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return createDraft(operation, parsed.input, media, {
    createCanvas: skia,
    size: { width: 192, height: 108 },
    mark: false,
    ...options,
  })
}

/** The RGBA bytes of a second of a draft, painted on a fresh canvas. */
export function pixelsAt(draft: Draft, seconds: number): Buffer {
  const canvas = createCanvas(draft.width, draft.height)
  draft.draw(canvas.getContext('2d'), seconds)
  return Buffer.from(canvas.data())
}

/** The mean difference of two frames, 0 (equal) to 255. */
export function difference(a: Buffer, b: Buffer): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0))
  return sum / a.length
}
