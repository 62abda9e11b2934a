import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { createCatalog } from '@pika-kit/core'
import { expect, onTestFinished, test } from 'vitest'
import { probeMedia, renderDraft, type RenderProgress } from './index.ts'
import { readVideoFrames } from './video-source.ts'

const catalog = createCatalog()

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'pika-render-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

function plain(
  colour: string,
  width = 400,
  height = 300,
  type: 'image/png' | 'image/jpeg' = 'image/png',
): Buffer {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg')
}

/** A JPEG, left half red and right half blue, whose EXIF says how it is to be turned. */
function turned(orientation: number): Buffer {
  const canvas = createCanvas(400, 200)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ff0000'
  context.fillRect(0, 0, 200, 200)
  context.fillStyle = '#0000ff'
  context.fillRect(200, 0, 200, 200)
  const jpeg = canvas.toBuffer('image/jpeg')
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

function operationInput(id: string, raw: Record<string, unknown>) {
  const operation = catalog.find(id)
  const parsed = operation?.parse(raw)
  if (!operation || !parsed?.ok) throw new Error(`${id} refuses ${JSON.stringify(parsed)}`)
  return { operation, input: parsed.input }
}

/** The colour near the upper left and lower right of each frame. */
async function coloursOf(file: string, width: number, height: number) {
  const colours: { first: number[]; last: number[] }[] = []
  for await (const frame of readVideoFrames(file, 'mov', width, height, 24)) {
    const at = (x: number, y: number) => [...frame.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
    colours.push({ first: at(8, 8), last: at(width - 8, Math.round(height / 2)) })
  }
  return colours
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))))
}

/** Levels of 256, of all channels of two frames. */
function meanDifference(a: Buffer, b: Buffer): number {
  let sum = Math.abs(a.length - b.length) * 255
  for (let index = 0; index < a.length; index++) sum += Math.abs((a[index] as number) - (b[index] ?? 0))
  return sum / a.length
}

test('two pictures become an MP4 of the asked length and size, which starts on one and ends on the other', async () => {
  const directory = await folder()
  const media = new Map<string, string>()
  for (const colour of ['red', 'blue']) {
    media.set(`https://x.test/${colour}`, join(directory, `${colour}.png`))
    await writeFile(join(directory, `${colour}.png`), plain(colour))
  }
  const out = join(directory, 'out.mp4')
  const seen: RenderProgress[] = []
  const request = operationInput('PIKAFRAMES', {
    imageUrls: [...media.keys()],
    transitions: [{ duration: 1 }],
    seed: 1,
  })
  const video = await renderDraft({
    ...request,
    media,
    out,
    onProgress: (progress) => void seen.push(progress),
  })

  expect(video).toMatchObject({ width: 960, height: 720, duration: 1 })
  expect(seen[0]).toEqual({ frame: 1, frames: 24, note: 'transition 1 of 1' })
  expect(seen.at(-1)).toEqual({ frame: 24, frames: 24 })
  const bytes = await readFile(out)
  expect(bytes).toHaveLength(video.fileSize)
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
  await expect(probeMedia(out)).resolves.toEqual({
    kind: 'video',
    width: 960,
    height: 720,
    duration: 1,
    contentType: 'video/mp4',
  })
  const colours = await coloursOf(out, 960, 720)
  expect(colours).toHaveLength(24)
  expect(distance(colours[0]?.first ?? [], [255, 0, 0])).toBeLessThan(12)
  expect(distance(colours[23]?.first ?? [], [0, 0, 255])).toBeLessThan(12)
  expect((await readdir(directory)).toSorted()).toEqual(['blue.png', 'out.mp4', 'red.png'])
})

test('a video is decoded, changed and encoded again, as long as it was', async () => {
  const directory = await folder()
  const media = new Map([['https://x.test/i', join(directory, 'green.png')]])
  await writeFile(join(directory, 'green.png'), plain('#00ff00', 640, 360))
  const source = join(directory, 'in.mp4')
  const still = operationInput('PIKAFRAMES', {
    imageUrls: ['https://x.test/i', 'https://x.test/i'],
    transitions: [{ duration: 1 }],
  })
  await renderDraft({ ...still, media, out: source })
  media.set('https://x.test/v', source)
  const swap = operationInput('PIKASWAPS', { videoUrl: 'https://x.test/v', prompt: 'a red ball' })
  const video = await renderDraft({ ...swap, media, out: join(directory, 'swap.mp4') })
  expect(video).toMatchObject({ width: 1280, height: 720, duration: 1 })
  expect(
    distance((await coloursOf(join(directory, 'swap.mp4'), 1280, 720))[20]?.first ?? [], [0, 255, 0]),
  ).toBeLessThan(12)
  expect((await readFile(source)).equals(await readFile(join(directory, 'swap.mp4')))).toBe(false)
})

test('a picture that EXIF turns is shown upright', async () => {
  const directory = await folder()
  const file = join(directory, 'turned.jpg')
  await writeFile(file, turned(6))
  await expect(probeMedia(file)).resolves.toMatchObject({ width: 200, height: 400 })
  const url = 'https://x.test/turned'
  const request = operationInput('PIKAFRAMES', { imageUrls: [url, url], transitions: [{ duration: 1 }] })
  const out = join(directory, 'out.mp4')
  await expect(renderDraft({ ...request, media: new Map([[url, file]]), out })).resolves.toMatchObject({
    width: 720,
    height: 1440,
  })
  // Turned clockwise, the red left half is above and the blue right half below.
  const frame = (await readVideoFrames(out, 'mov', 720, 1440, 24).next()).value as Buffer
  const at = (x: number, y: number) => [...frame.subarray((y * 720 + x) * 4, (y * 720 + x) * 4 + 3)]
  expect(distance(at(360, 100), [255, 0, 0])).toBeLessThan(12)
  expect(distance(at(360, 1300), [0, 0, 255])).toBeLessThan(12)
})

test('an abort ends the render and leaves nothing behind', async () => {
  const directory = await folder()
  const control = new AbortController()
  const request = operationInput('TEXT_TO_VIDEO', { prompt: 'stop me' })
  const rendering = renderDraft({
    ...request,
    media: new Map(),
    out: join(directory, 'out.mp4'),
    signal: control.signal,
    onProgress: () => control.abort(new Error('cancelled by the client')),
  })
  await expect(rendering).rejects.toThrow('cancelled by the client')
  await expect(readdir(directory)).resolves.toEqual([])
})

// The pictures, and not the bytes: x264 may choose otherwise for the same frames where it uses AVX-512.
test('a draft shows the same pictures whatever was drawn before it', async () => {
  const directory = await folder()
  const media = new Map<string, string>()
  for (const colour of ['red', 'blue', 'green']) {
    media.set(`https://x.test/${colour}`, join(directory, `${colour}.png`))
    await writeFile(join(directory, `${colour}.png`), plain(colour))
  }
  const render = async (colours: readonly string[], name: string) => {
    const imageUrls = colours.map((colour) => `https://x.test/${colour}`)
    const request = operationInput('PIKAFRAMES', { imageUrls, transitions: [{ duration: 1 }], seed: 1 })
    const out = join(directory, name)
    const { width, height } = await renderDraft({ ...request, media, out })
    const frames: Buffer[] = []
    for await (const frame of readVideoFrames(out, 'mov', width, height, 24)) frames.push(Buffer.from(frame))
    return frames
  }
  const first = await render(['red', 'blue'], 'first.mp4')
  await render(['green', 'red'], 'between.mp4')
  const again = await render(['red', 'blue'], 'again.mp4')
  expect(again).toHaveLength(first.length)
  for (const [index, frame] of again.entries())
    expect(meanDifference(frame, first[index] as Buffer)).toBeLessThan(1)
})

const hugePng = (() => {
  const bytes = plain('red')
  bytes.writeUInt32BE(20_000, 16)
  bytes.writeUInt32BE(20_000, 20)
  return bytes
})()

test.each([
  ['a file without a byte', Buffer.alloc(0), 'image_load_error'],
  ['HTML with the name of an image', Buffer.from('<!doctype html><p>no</p>'), 'image_load_error'],
  [
    'a playlist, which could name other files',
    Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'),
    'image_load_error',
  ],
  [
    'an SVG, which could name other files',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'unsupported_image_format',
  ],
  ['a PNG cut off in the middle', plain('red').subarray(0, 300), 'image_load_error'],
  ['a JPEG cut off in the middle', plain('red', 400, 300, 'image/jpeg').subarray(0, 900), 'image_load_error'],
  ['only the start of a PNG', plain('red').subarray(0, 12), 'image_load_error'],
  ['a PNG of 400 megapixels', hugePng, 'image_too_large'],
  [
    'an MP4 that ends after its brand',
    Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'),
    'unsupported_video_format',
  ],
])('%s is refused with the error that fal names', async (_, bytes, type) => {
  const file = join(await folder(), 'input.png')
  await writeFile(file, bytes)
  await expect(probeMedia(file)).rejects.toMatchObject({ name: 'MediaError', type })
})

test('an image whose pixels are broken fails with its URL', async () => {
  const directory = await folder()
  const broken = plain('red')
  broken.fill(0x55, 41, broken.length - 20)
  await writeFile(join(directory, 'broken.png'), broken)
  const url = 'https://x.test/broken'
  const request = operationInput('PIKAFFECTS', { imageUrl: url, pikaffect: 'Melt' })
  const rendering = renderDraft({
    ...request,
    media: new Map([[url, join(directory, 'broken.png')]]),
    out: join(directory, 'out.mp4'),
  })
  await expect(rendering).rejects.toMatchObject({ type: 'image_load_error', url })
  await expect(readdir(directory)).resolves.toEqual(['broken.png'])
})
