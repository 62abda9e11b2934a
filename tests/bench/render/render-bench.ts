import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCatalog } from '@pika-kit/core'
import { renderDraft } from '@pika-kit/emulator'
import type { Bench } from '../bench.ts'
import { median } from '../report/numbers.ts'
import { writePictures } from './pictures.ts'
import { encodeXfade } from './xfade.ts'

const SECONDS_EACH = 5
const QUICK_SECONDS_EACH = 1
const FRAMES_PER_SECOND = 24
const cases = [
  { keyframes: 2, resolution: '720p', width: 1280, height: 720 },
  { keyframes: 5, resolution: '720p', width: 1280, height: 720 },
  { keyframes: 2, resolution: '1080p', width: 1920, height: 1080 },
  { keyframes: 5, resolution: '1080p', width: 1920, height: 1080 },
] as const

/** Our MP4 of a storyboard against FFmpeg's own cross-fade of the same pictures: wall and CPU time, in turn. */
export const renderBench: Bench = {
  name: 'render',
  says: 'a Pikaframes draft against xfade of the same pictures, x264 veryfast, crf 20',
  async run({ rounds, isQuick }) {
    const secondsEach = isQuick ? QUICK_SECONDS_EACH : SECONDS_EACH
    const folder = await mkdtemp(join(tmpdir(), 'pika-bench-'))
    try {
      const rows = []
      for (const { keyframes, resolution, width, height } of isQuick ? cases.slice(0, 1) : cases) {
        const pictures = await writePictures(folder, keyframes, width, height)
        const ours = () => renderOurs(folder, pictures, resolution, secondsEach)
        const theirs = () =>
          encodeXfade({
            pictures,
            secondsEach,
            framesPerSecond: FRAMES_PER_SECOND,
            out: join(folder, 'xfade.mp4'),
          })
        const times = { ours: [] as Time[], theirs: [] as Time[] }
        for (let round = 0; round < rounds; round++) {
          times.ours.push(await timed(ours))
          times.theirs.push(await timed(theirs))
        }
        const wall = [medianOf(times.ours, 'wall'), medianOf(times.theirs, 'wall')] as const
        const cpu = [medianOf(times.ours, 'cpu'), medianOf(times.theirs, 'cpu')] as const
        rows.push({
          storyboard: `${keyframes} keyframes at ${resolution}`,
          'video s': (keyframes - 1) * secondsEach,
          'our wall s': wall[0],
          'xfade wall s': wall[1],
          'wall ratio': wall[0] / wall[1],
          'our CPU s': cpu[0],
          'xfade CPU s': cpu[1],
          'CPU ratio': cpu[0] / cpu[1],
        })
      }
      return { tables: [{ title: 'Seconds to encode one storyboard', rows }] }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function renderOurs(
  folder: string,
  pictures: readonly string[],
  resolution: string,
  secondsEach: number,
): Promise<void> {
  const operation = createCatalog().find('PIKAFRAMES')
  const imageUrls = pictures.map((_, index) => `https://bench.test/${index}.png`)
  const transitions = pictures.slice(1).map(() => ({ duration: secondsEach }))
  const parsed = operation?.parse({ imageUrls, transitions, resolution, seed: 1 })
  if (!operation || !parsed?.ok) throw new Error('PIKAFRAMES does not take the storyboard of the bench')
  await renderDraft({
    operation,
    input: parsed.input,
    media: new Map(imageUrls.map((url, index) => [url, pictures[index] as string])),
    out: join(folder, 'ours.mp4'),
  })
}

/** Seconds. */
interface Time {
  wall: number
  cpu: number
}

/** CPU time is that of the whole process: our workers and FFmpeg's threads alike. */
async function timed(work: () => Promise<void>): Promise<Time> {
  const start = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - start) / 1_000, cpu: (user + system) / 1e6 }
}

function medianOf(times: readonly Time[], of: keyof Time): number {
  return median(times.map((time) => time[of]))
}
