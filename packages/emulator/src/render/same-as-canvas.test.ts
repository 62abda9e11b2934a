import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { createCatalog } from '@pika-kit/core'
import { createDraft, type DraftMedia } from '@pika-kit/preview'
import { expect, onTestFinished, test } from 'vitest'
import { decodeImage } from './decode-image.ts'
import { registerFonts } from './fonts.ts'
import { renderDraft } from './index.ts'
import { readVideoFrames } from './video-source.ts'

const WIDTH = 1280
const HEIGHT = 720
const FRAMES = [0, 7, 12, 18, 23]
/** Of 255, on the mean of all channels. The quality of the encoder (crf 20) and halved colours make up all of it. */
const TOLERANCE = 2

/** Discs over a gradient of this hue, moved to the right. */
function picture(hue: number, shift: number) {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  const sky = context.createLinearGradient(0, 0, WIDTH, HEIGHT)
  sky.addColorStop(0, `hsl(${hue} 60% 70%)`)
  sky.addColorStop(1, `hsl(${hue + 50} 55% 30%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, WIDTH, HEIGHT)
  for (let disc = 0; disc < 30; disc++) {
    context.fillStyle = `hsl(${disc * 37} 60% ${35 + (disc % 5) * 8}%)`
    context.beginPath()
    context.arc(((disc * 397) % WIDTH) + shift, (disc * 211) % HEIGHT, 20 + (disc % 4) * 15, 0, 7)
    context.fill()
  }
  return canvas
}

test('a decoded MP4 shows the frames that a canvas does, within two levels on the mean', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pika-same-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const files = new Map<string, string>()
  for (const [index, canvas] of [picture(200, 0), picture(30, 60)].entries()) {
    files.set(`https://x.test/${index}`, join(folder, `${index}.png`))
    await writeFile(join(folder, `${index}.png`), canvas.toBuffer('image/png'))
  }
  const operation = createCatalog().find('PIKAFRAMES')
  const parsed = operation?.parse({ imageUrls: [...files.keys()], transitions: [{ duration: 1 }], seed: 4 })
  if (!operation || !parsed?.ok) throw new Error('PIKAFRAMES does not take two pictures')
  const out = join(folder, 'out.mp4')
  await renderDraft({ operation, input: parsed.input, media: files, out })

  registerFonts()
  const size = { width: WIDTH, height: HEIGHT }
  const media: DraftMedia = new Map(
    await Promise.all(
      [...files].map(async ([url, file]) => [url, await decodeImage(file, size, size)] as const),
    ),
  )
  const draft = createDraft(operation, parsed.input, media, { createCanvas })
  const canvas = createCanvas(WIDTH, HEIGHT)
  const differences: number[] = []
  let frame = 0
  for await (const decoded of readVideoFrames(out, 'mov', WIDTH, HEIGHT, draft.framesPerSecond)) {
    if (FRAMES.includes(frame)) {
      draft.draw(canvas.getContext('2d'), frame / draft.framesPerSecond)
      differences.push(meanDifference(decoded, canvas.data()))
    }
    frame++
  }
  expect(frame).toBe(24)
  expect(differences).toHaveLength(FRAMES.length)
  expect(Math.max(...differences)).toBeLessThan(TOLERANCE)
})

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += Math.abs((a[index] as number) - (b[index] as number))
  return sum / ((a.length * 3) / 4)
}
