import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftCases, renderCase, shortened, writeClip, writeMedia } from '../testing/draft-cases.ts'

// A few frames of a choice of cases; `npm run drafts:matrix` renders all of them, and docs/drafts-matrix.md is its table.
const FRAMES = 2

let folder: string
let media: Map<string, string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pika-operations-'))
  media = await writeMedia(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const cases = draftCases()
const isChosen = ({ operation, name }: (typeof cases)[number]) =>
  operation.id === 'TEXT_TO_VIDEO'
    ? name.endsWith('720p') || name === '9:16 1080p'
    : name.startsWith('as its input') || ['16:9 720p', '4:5 1080p'].includes(name)

test.each(
  cases.filter(isChosen).map((draftCase) => [draftCase.operation.id, draftCase.name, draftCase] as const),
)('%s in %s is the file that it should be', async (id, name, draftCase) => {
  const short = shortened(draftCase, FRAMES / 24)
  const facts = await renderCase(short, media, join(folder, `${id}-${name.replaceAll(/\W/g, '-')}.mp4`))
  expect(facts).toMatchObject({
    width: draftCase.width,
    height: draftCase.height,
    pixelFormat: 'yuv420p',
    isFastStart: true,
  })
  expect(Math.abs(facts.duration - short.duration)).toBeLessThan(0.05)
})

test('docs/drafts-matrix.md has a row for each case, and each is as wanted', async () => {
  const page = await readFile(new URL('../../../../docs/drafts-matrix.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| ([A-Z_]+) +\| (.+)\|$/gm)].map(([, id, cells = '']) => {
    const [name, size, pixels, , isFastStart, isRight] = cells.split('|').map((cell) => cell.trim())
    return { id, name, size, pixels, isFastStart, isRight }
  })
  expect(rows).toEqual(
    cases.map(({ operation, name, width, height }) => ({
      id: operation.id,
      name,
      size: `${width} × ${height}`,
      pixels: 'yuv420p',
      isFastStart: 'yes',
      isRight: 'yes',
    })),
  )
})

test.each([
  ['upright, 10 frames a second', 240, 426, 10],
  ['square, 60 frames a second', 240, 240, 60],
  ['odd in size', 322, 182, 25],
])('a video that is %s can be added to', async (name, width, height, framesPerSecond) => {
  const addition = cases.find(({ operation }) => operation.id === 'PIKADDITIONS')
  if (!addition) throw new Error('there is no PIKADDITIONS')
  const file = join(folder, `${width}-${height}.mp4`)
  await writeClip(file, width, height, framesPerSecond, 0.3)
  const clip = String(addition.input['videoUrl'])
  const facts = await renderCase(
    addition,
    new Map([...media, [clip, file]]),
    join(folder, `${width}-out.mp4`),
  )
  const long = Math.round((720 * Math.max(width, height)) / Math.min(width, height) / 2) * 2
  expect([facts.width, facts.height]).toEqual(width >= height ? [long, 720] : [720, long])
  expect(Math.abs(facts.duration - 0.3)).toBeLessThan(0.05)
})
