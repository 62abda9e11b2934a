// Each keyframe stands at its second: in the frame that is drawn, and in the frame that a player decodes from the MP4.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { createCatalog } from '@pika-kit/core'
import { createDraft, type DraftImage, FRAMES_PER_SECOND } from '@pika-kit/preview'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  KEYFRAME_SIZE,
  type KeyframePicture,
  keyframePictures,
  type Surface,
} from '../testing/keyframe-pictures.ts'
import { likenessOfPictures, likenessOfVideo } from '../testing/likeness.ts'
import { decodeImage } from './decode-image.ts'
import { probeMedia, renderDraft } from './index.ts'

const TRANSITIONS = [1, 2, 1, 1]
const SECONDS = [0, 1, 3, 4, 5]
/**
 * What is drawn is the picture but for rounding. What is decoded has lost what x264 takes at crf 20: next to nothing of a
 * smooth picture, and of a grainy one the grain, whose structure cannot be had at that size.
 */
const LEAST_DRAWN = 0.999
const LEAST_DECODED: Record<Surface, number> = { smooth: 0.99, grainy: 0.965 }
/** Frames that are compared on either side. */
const AROUND = 6
const LAST_FRAME = 5 * FRAMES_PER_SECOND - 1
/** Between two frames that look the same, the encoder's choices decide: a key frame has more bits than the next. */
const SAME = 0.001

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pika-likeness-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function prepare(surface: Surface) {
  const pictures = await keyframePictures(surface)
  const media = new Map<string, string>()
  for (const [index, { bytes }] of pictures.entries()) {
    const file = join(folder, `${surface}-${index}`)
    await writeFile(file, bytes)
    media.set(`https://media.test/${index}`, file)
  }
  const operation = createCatalog().find('PIKAFRAMES')
  const parsed = operation?.parse({
    imageUrls: [...media.keys()],
    transitions: TRANSITIONS.map((duration) => ({ duration })),
    seed: 1,
  })
  if (!operation || !parsed?.ok) throw new Error('PIKAFRAMES refuses its input')
  return { pictures, media, operation, input: parsed.input }
}

/** The likeness of the frames around each keyframe's second to it, drawn without the draft's mark. */
async function drawnLikeness({ pictures, media, operation, input }: Awaited<ReturnType<typeof prepare>>) {
  const decoded = new Map<string, DraftImage>()
  for (const [url, file] of media)
    decoded.set(url, await decodeImage(file, await probeMedia(file), KEYFRAME_SIZE))
  const draft = createDraft(operation, input, decoded, { createCanvas, mark: false })
  expect(draft).toMatchObject(KEYFRAME_SIZE)
  const canvas = createCanvas(draft.width, draft.height)
  const around = SECONDS.map((second) => {
    const frames = [-1, 0, 1].map((offset) => second + offset / FRAMES_PER_SECOND)
    return frames.map((at) => {
      draft.draw(canvas.getContext('2d'), Math.min(draft.duration, Math.max(0, at)))
      return new Uint8Array(canvas.data())
    })
  })
  return Promise.all(
    pictures.map(({ shown }, index) => likenessOfPictures(around[index] ?? [], shown, KEYFRAME_SIZE)),
  )
}

/** The frame that shows a keyframe. The last one's second is the end of the last frame. */
function frameOf(keyframe: number): number {
  return Math.min((SECONDS[keyframe] ?? 0) * FRAMES_PER_SECOND, LAST_FRAME)
}

/** What the page says, by picture: the likeness drawn, and decoded. */
async function documented(surface: Surface): Promise<Map<string, readonly [drawn: number, decoded: number]>> {
  const page = await readFile(new URL('../../../../docs/drafts.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| (.+?) +\| (smooth|grainy) +\| ([\d.]+) +\| ([\d.]+) +\|$/gm)]
  return new Map(
    rows
      .filter(([, , of]) => of === surface)
      .map(([, what = '', , drawn, decoded]) => [what, [Number(drawn), Number(decoded)]]),
  )
}

describe.each(['smooth', 'grainy'] as const)('five keyframes of %s pictures', (surface) => {
  let drawn: number[][]
  let decoded: Map<number, number>[]
  let pictures: KeyframePicture[]
  beforeAll(async () => {
    const storyboard = await prepare(surface)
    pictures = storyboard.pictures
    const out = join(folder, `${surface}.mp4`)
    await renderDraft({ ...storyboard, out })
    drawn = await drawnLikeness(storyboard)
    decoded = []
    for (const [index, { shown }] of pictures.entries()) {
      const at = frameOf(index)
      const range = [Math.max(0, at - AROUND), Math.min(LAST_FRAME, at + AROUND)] as const
      const frames = new Map<number, number>()
      for (const [offset, likeness] of (await likenessOfVideo(out, range, shown, KEYFRAME_SIZE)).entries())
        frames.set(range[0] + offset, likeness)
      decoded.push(frames)
    }
  }, 120_000)

  test('the frame drawn at a keyframe’s second is its picture, and no other frame is', () => {
    for (const [index, { what }] of pictures.entries()) {
      const [before = 1, at = 0, after = 1] = drawn[index] ?? []
      expect(at, what).toBeGreaterThan(LEAST_DRAWN)
      // Before the first and after the last there is nothing.
      const beside = [...(index > 0 ? [before] : []), ...(index < pictures.length - 1 ? [after] : [])]
      expect(Math.max(...beside), what).toBeLessThan(at)
    }
  })

  test('the frame decoded at a keyframe’s second shows its picture, and is the one that shows it best', () => {
    for (const [index, { what }] of pictures.entries()) {
      const frames = decoded[index] ?? new Map<number, number>()
      const at = frames.get(frameOf(index)) ?? 0
      expect(at, what).toBeGreaterThan(LEAST_DECODED[surface])
      for (const [frame, likeness] of frames) {
        // Beside it stands nearly the same picture; two frames away it has begun to move.
        const isBeside = Math.abs(frame - frameOf(index)) <= 1
        expect(likeness, `${what}, frame ${frame}`).toBeLessThanOrEqual(isBeside ? at + SAME : at)
      }
    }
  })

  test('docs/drafts.md says so', async () => {
    const rows = await documented(surface)
    expect([...rows.keys()]).toEqual(pictures.map(({ what }) => what))
    for (const [index, { what }] of pictures.entries()) {
      const [saysDrawn = 0, saysDecoded = 0] = rows.get(what) ?? []
      const at = frameOf(index)
      // x264 divides its work by the cores there are, which moves the third decimal.
      expect(Math.abs(saysDrawn - (drawn[index]?.[1] ?? 0)), what).toBeLessThan(0.001)
      expect(Math.abs(saysDecoded - (decoded[index]?.get(at) ?? 0)), what).toBeLessThan(0.004)
    }
  })
})
