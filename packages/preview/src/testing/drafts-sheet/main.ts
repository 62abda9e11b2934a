// The contact sheet of the drafts of every operation that is neither an effect nor a transition: `npm run drafts:sheet`
// writes docs/drafts.png, a row per case, five moments each. `--out FILE` writes elsewhere, `--height 240` draws it larger.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { createDraft, type Draft, frameSizeOf } from '../../index.ts'
import { drawFigurine } from '../effects-sheet/figurine.ts'
import { drawPortrait } from '../effects-sheet/portrait.ts'
import { mediaOf, operationOf, skia } from '../pictures.ts'
import { drawBay, drawBoat, drawToucan } from './pictures.ts'

const { values: options } = parseArgs({
  options: {
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../../../../../docs/drafts.png', import.meta.url)),
    },
    height: { type: 'string', default: '150' },
  },
})
const tall = Number(options.height)
const wide = Math.round((tall * 16) / 9)
const MOMENTS = [0, 0.25, 0.5, 0.75, 1]
const [gap, margin] = [4, 150]

const painted = (width: number, height: number, paint: (context: SKRSContext2D) => void) => {
  const canvas = createCanvas(width, height)
  paint(canvas.getContext('2d'))
  return canvas
}
const videoFrame = createCanvas(1280, 720)
const stills = Array.from({ length: 17 }, (_, index) => ({
  seconds: index / 4,
  picture: painted(1280, 720, (context) => drawBoat(context, index / 4)),
}))
const media = mediaOf({
  figurine: painted(1280, 720, drawFigurine),
  portrait: painted(720, 960, drawPortrait),
  toucan: painted(600, 640, drawToucan),
  bay: painted(1280, 720, drawBay),
  video: {
    width: 1280,
    height: 720,
    duration: 4,
    stills,
    frameAt(seconds: number) {
      drawBoat(videoFrame.getContext('2d'), seconds)
      return videoFrame
    },
  },
})
const url = (name: string) => `https://media.test/${name}`
const three = ['figurine', 'toucan', 'portrait'].map(url)
const prompt = 'a picnic by the sea'

const rows: [label: string, operation: string, input: Record<string, unknown>][] = [
  ['push in', 'IMAGE_TO_VIDEO', { imageUrl: url('figurine'), prompt: 'push in' }],
  ['orbit', 'IMAGE_TO_VIDEO', { imageUrl: url('portrait'), prompt: 'orbit' }],
  ['a view, pan', 'IMAGE_TO_VIDEO', { imageUrl: url('bay'), prompt: 'pan right' }],
  ['a city', 'TEXT_TO_VIDEO', { prompt: 'Neon rain, and a robot that buys flowers' }],
  ['a forest', 'TEXT_TO_VIDEO', { prompt: 'A fox walks through the silent forest', seed: 4 }],
  ['precise', 'PIKASCENES', { imageUrls: three, prompt, ingredientsMode: 'precise' }],
  ['creative', 'PIKASCENES', { imageUrls: three, prompt, ingredientsMode: 'creative' }],
  [
    'many, precise',
    'COLLECTION_TO_VIDEO',
    {
      images: ['toucan', 'portrait', 'bay', 'figurine', 'toucan', 'bay'].map((name) => ({
        imageUrl: url(name),
      })),
      prompt: 'what we found',
      ingredientsMode: 'precise',
    },
  ],
  ['an image', 'PIKASWAPS', { videoUrl: url('video'), imageUrl: url('toucan'), modifyRegion: 'the boat' }],
  ['a colour', 'PIKASWAPS', { videoUrl: url('video'), modifyRegion: 'the boat', prompt: 'made of gold' }],
  [
    'from the left',
    'PIKADDITIONS',
    { videoUrl: url('video'), imageUrl: url('figurine'), prompt: 'comes in from the left' },
  ],
]
const inRatios: [operation: string, input: Record<string, unknown>][] = [
  ['TEXT_TO_VIDEO', { prompt: 'Snow' }],
  ['PIKASCENES', { imageUrls: three, prompt, ingredientsMode: 'creative' }],
]

const sheet = createCanvas(
  margin + MOMENTS.length * (wide + gap) + gap,
  gap + (rows.length + inRatios.length) * (tall + gap),
)
const context = sheet.getContext('2d')
context.fillStyle = '#16171c'
context.fillRect(0, 0, sheet.width, sheet.height)
context.textBaseline = 'middle'
context.imageSmoothingQuality = 'high'
for (const [row, [label, id, input]] of rows.entries()) {
  const y = gap + row * (tall + gap)
  writeName(id, label, y)
  const draft = draftOf(id, input)
  for (const [column, moment] of MOMENTS.entries())
    show(draft, moment * draft.duration, margin + column * (wide + gap), y)
}
for (const [row, [id, input]] of inRatios.entries()) {
  const y = gap + (rows.length + row) * (tall + gap)
  writeName(id, 'seven ratios', y)
  let x = margin
  const ratios = operationOf(id).fields.find(({ name }) => name === 'aspectRatio')?.choices ?? []
  for (const { value } of ratios) {
    const draft = draftOf(id, { ...input, aspectRatio: value })
    show(draft, draft.duration * 0.8, x, y)
    x += Math.round((tall * draft.width) / draft.height) + gap
  }
}
writeFileSync(options.out, sheet.toBuffer('image/png'))
console.log(`${options.out}: ${sheet.width} × ${sheet.height} pixels`)

/** A draft at half the size of the video: the sheet shows it smaller still. */
function draftOf(id: string, input: Record<string, unknown>): Draft {
  const operation = operationOf(id)
  const hasSeed = operation.fields.some(({ name }) => name === 'seed')
  const parsed = operation.parse({ ...(hasSeed && { seed: 12 }), ...input })
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.issues)}`)
  const { width, height } = frameSizeOf(operation, parsed.input, media)
  return createDraft(operation, parsed.input, media, {
    createCanvas: skia,
    size: { width: width / 2, height: height / 2 },
  })
}

function show(draft: Draft, seconds: number, x: number, y: number): void {
  const frame = createCanvas(draft.width, draft.height)
  draft.draw(frame.getContext('2d'), seconds)
  context.drawImage(frame, x, y, Math.round((tall * draft.width) / draft.height), tall)
}

function writeName(id: string, label: string, y: number): void {
  context.font = '600 14px Inter'
  context.fillStyle = '#f3f0ea'
  context.fillText(operationOf(id).title, gap * 3, y + tall / 2 - 10)
  context.font = '600 13px Inter'
  context.fillStyle = '#a9a59c'
  context.fillText(label, gap * 3, y + tall / 2 + 11)
}
