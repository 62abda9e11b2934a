import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { createCatalog, type Operation } from '@pika-kit/core'
import { AV_LOG_ERROR, avGetPixFmtName, Demuxer, Log } from 'node-av'
import { readFile } from 'node:fs/promises'
import { renderDraft } from '../render/index.ts'
import { encodeVideo } from '../render/encode-video.ts'

/** One draft to render, and what its file must be. */
export interface DraftCase {
  operation: Operation
  /** In words, for example `16:9 1080p`. */
  name: string
  input: Record<string, unknown>
  /** Pixels. */
  width: number
  height: number
  /** Seconds that the file lasts when the input is rendered as it stands. */
  duration: number
}

const SHORT: Record<string, number> = { '720p': 720, '1080p': 1080 }
const url = (name: string) => `https://media.test/${name}`

/** What each operation is given; a wide picture first, so that those without a ratio of their own are 4:3. */
const inputs: Record<string, Record<string, unknown>> = {
  PIKAFRAMES: { imageUrls: [url('wide'), url('tall')], transitions: [{ duration: 5 }] },
  IMAGE_TO_VIDEO: { imageUrl: url('wide'), prompt: 'push in' },
  TEXT_TO_VIDEO: { prompt: 'a whale made of stars' },
  PIKASCENES: { imageUrls: [url('tall'), url('wide'), url('cut')], prompt: 'a picnic' },
  PIKASWAPS: { videoUrl: url('clip'), imageUrl: url('cut'), modifyRegion: 'the disc' },
  PIKADDITIONS: { videoUrl: url('clip'), imageUrl: url('cut') },
  PIKAFFECTS: { imageUrl: url('wide'), pikaffect: 'Melt' },
  COLLECTION_TO_VIDEO: { images: [{ imageUrl: url('tall') }, { imageUrl: url('cut') }], prompt: 'a shelf' },
}
/** The ratio of what an operation without a ratio field is given. */
const OWN_RATIO = '4:3'

/** Every operation in every ratio and resolution that it offers. */
export function draftCases(): DraftCase[] {
  return createCatalog().operations.flatMap((operation) => {
    const choices = (name: string) =>
      operation.fields.find((field) => field.name === name)?.choices?.map(({ value }) => value)
    const ratios = choices('aspectRatio')
    const resolutions = choices('resolution')
    return (ratios ?? [OWN_RATIO]).flatMap((ratio) =>
      (resolutions ?? ['720p']).map((resolution): DraftCase => {
        const parsed = operation.parse({
          ...inputs[operation.id],
          seed: operation.fields.some(({ name }) => name === 'seed') ? 1 : undefined,
          ...(ratios && { aspectRatio: ratio }),
          ...(resolutions && { resolution }),
        })
        if (!parsed.ok) throw new Error(`${operation.id}: ${JSON.stringify(parsed.issues)}`)
        const [x = 1, y = 1] = ratio.split(':').map(Number)
        const short = SHORT[resolution] ?? 720
        return {
          operation,
          name: `${ratios ? ratio : 'as its input'} ${resolution}`,
          input: parsed.input,
          width: x >= y ? (short * x) / y : short,
          height: x >= y ? short : (short * y) / x,
          duration: operation.draft === 'edit' ? CLIP_SECONDS : 5,
        }
      }),
    )
  })
}

/** The same draft, but of a few frames: the renderer takes any length, what fal allows is checked before it. */
export function shortened({ input, ...draftCase }: DraftCase, seconds: number): DraftCase {
  const isEdit = draftCase.operation.draft === 'edit'
  const short = 'transitions' in input ? { transitions: [{ duration: seconds }] } : { duration: seconds }
  return {
    ...draftCase,
    input: isEdit ? input : { ...input, ...short },
    duration: isEdit ? draftCase.duration : seconds,
  }
}

/** Seconds of the input video. */
const CLIP_SECONDS = 0.5

/** Writes the media that the cases name. Answers from URL to file. */
export async function writeMedia(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [name, width, height, ground] of [
    ['wide', 800, 600, '#5b8aa6'],
    ['tall', 450, 800, '#d7c9a8'],
    ['cut', 400, 400, ''],
  ] as const) {
    const file = join(folder, `${name}.png`)
    await writeFile(file, disc(width, height, ground, 0.5).toBuffer('image/png'))
    files.set(url(name), file)
  }
  files.set(url('clip'), await writeClip(join(folder, 'clip.mp4'), 640, 480, 30, CLIP_SECONDS))
  return files
}

/** A silent video of a disc that moves to the right. */
export async function writeClip(
  file: string,
  width: number,
  height: number,
  framesPerSecond: number,
  seconds: number,
): Promise<string> {
  const count = Math.round(framesPerSecond * seconds)
  // oxlint-disable-next-line require-await -- the encoder takes frames that come one by one
  async function* frames(): AsyncGenerator<Uint8Array> {
    for (let frame = 0; frame < count; frame++)
      yield disc(width, height, '#7d9c86', 0.35 + (0.3 * frame) / count).data()
  }
  await encodeVideo(file, frames(), { width, height, framesPerSecond, pixelFormat: 'rgba' })
  return file
}

function disc(width: number, height: number, ground: string, x: number) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  if (ground !== '') {
    context.fillStyle = ground
    context.fillRect(0, 0, width, height)
  }
  context.fillStyle = '#c8472f'
  context.beginPath()
  context.arc(width * x, height * 0.55, Math.min(width, height) * 0.22, 0, Math.PI * 2)
  context.fill()
  return canvas
}

/** What a rendered file says of itself. */
export interface FileFacts {
  width: number
  height: number
  pixelFormat: string
  /** Seconds. */
  duration: number
  /** The index stands before the frames. */
  isFastStart: boolean
}

/** Renders a case and reads the file by FFmpeg's own libraries, which is what ffprobe does too. */
export async function renderCase(
  { operation, input }: DraftCase,
  media: ReadonlyMap<string, string>,
  out: string,
): Promise<FileFacts> {
  await renderDraft({ operation, input, media, out })
  Log.setLevel(AV_LOG_ERROR)
  await using file = await Demuxer.open(out)
  const codec = file.video()?.codecpar
  if (!codec) throw new Error(`there is no video in ${out}`)
  const bytes = await readFile(out)
  return {
    width: codec.width,
    height: codec.height,
    pixelFormat: avGetPixFmtName(codec.format as never) ?? '',
    duration: file.duration,
    isFastStart: bytes.indexOf('moov') < bytes.indexOf('mdat'),
  }
}
