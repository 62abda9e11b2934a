import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium } from 'playwright'
import { args, chromiumPath } from '../../../scripts/browser.mjs'
import type { Bench, Row } from '../bench.ts'
import { servePage } from '../browser/serve-page.ts'
import { median, percentile } from '../report/numbers.ts'
import { writePictures } from '../render/pictures.ts'
import { type Played, watchPage } from './watch-page.ts'

const KEYFRAMES = 5
const SECONDS_EACH = 5
const QUICK_SECONDS_EACH = 1

/** The live draft of a storyboard in a browser, with a worker and without, beside a canvas that shows one colour. */
export const draftBench: Bench = {
  name: 'draft',
  says: `the draft of ${KEYFRAMES} keyframes, played at 1280 × 720 in Chromium`,
  async run({ rounds, isQuick, note }) {
    const secondsEach = isQuick ? QUICK_SECONDS_EACH : SECONDS_EACH
    const seconds = (KEYFRAMES - 1) * secondsEach
    const folder = await mkdtemp(join(tmpdir(), 'pika-bench-'))
    const executablePath = await chromiumPath()
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), args })
    const pictures = await writePictures(folder, KEYFRAMES, 1280, 720)
    const server = await servePage(new URL('page.ts', import.meta.url), pictures)
    try {
      const names = pictures.map((file) => `picture=${server.url}${basename(file)}`).join('&')
      const draft = `${server.url}?seconds=${secondsEach}&${names}`
      const cases = [
        { page: 'plain canvas', url: `${server.url}?seconds=${seconds}`, hasWorkers: true },
        { page: 'draft, no worker', url: draft, hasWorkers: false },
        { page: 'draft', url: draft, hasWorkers: true },
      ].map((one) => ({ ...one, played: [] as Played[] }))
      for (let round = 0; round < rounds; round++)
        for (const { page, url, hasWorkers, played } of cases) {
          note(`round ${round + 1}: ${page}`)
          played.push(await watchPage(browser, url, { hasWorkers }))
        }
      const shown = cases.map(({ page, played }) => ({ page, value: framesPerSecond(played, seconds) }))
      const [plain, , own] = shown
      return {
        tables: [
          {
            title: 'What is seen',
            rows: cases.map(({ page, played }) => ({ page, ...seen(played, seconds) })),
          },
          { title: 'What it costs', rows: cases.map(({ page, played }) => ({ page, ...costs(played) })) },
        ],
        charts: [
          {
            name: 'draft-frames',
            title: 'Frames shown of a storyboard at 720p',
            unit: 'a second, more is better',
            groups: [
              {
                label: `${KEYFRAMES} keyframes`,
                bars: shown.map(({ page, value }, index) => ({ label: page, value, isOurs: index > 0 })),
              },
            ],
          },
        ],
        goals: [
          { says: 'frames a second of the draft', measured: own?.value ?? 0, atLeast: 58 },
          {
            says: 'the same against a plain canvas in the same run',
            measured: (own?.value ?? 0) / (plain?.value ?? 1),
            atLeast: 0.97,
          },
        ],
      }
    } finally {
      server.close()
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function framesPerSecond(rounds: readonly Played[], seconds: number): number {
  return median(rounds.map(({ painted }) => painted.length / seconds))
}

function seen(rounds: readonly Played[], seconds: number): Row {
  const apart = rounds.flatMap(({ painted }) => between(painted.map(({ at }) => at)))
  return {
    'frames a second': framesPerSecond(rounds, seconds),
    'apart ms, median': percentile(apart, 50),
    '95 %': percentile(apart, 95),
    '99 %': percentile(apart, 99),
    'longest ms': Math.max(...apart),
    'first frame ms': median(rounds.map(({ firstFrame }) => firstFrame)),
    'longest wait where a transition starts ms': Math.max(
      ...rounds.flatMap((round) => waits(round, seconds / (KEYFRAMES - 1))),
    ),
  }
}

function costs(rounds: readonly Played[]): Row {
  const called = rounds.flatMap(({ called }) => between(called))
  const took = rounds.flatMap(({ painted }) => painted.map((frame) => frame.took))
  const longTasks = rounds.flatMap(({ longTasks }) => longTasks)
  const perFrame = (of: 'mainCpu' | 'otherCpu' | 'graphicsCpu') =>
    median(rounds.map((round) => (round[of] * 1_000) / round.painted.length))
  return {
    'drawing ms, median': percentile(took, 50),
    'drawing 95 %': percentile(took, 95),
    'main thread called every ms, 95 %': percentile(called, 95),
    'tasks of 50 ms there': longTasks.length,
    'longest ms': Math.max(0, ...longTasks),
    'CPU ms a frame: main': perFrame('mainCpu'),
    worker: perFrame('otherCpu'),
    'in place of a graphics card': perFrame('graphicsCpu'),
  }
}

/** How long before the first frame of each transition none had come, where that was after it was due. */
function waits({ painted }: Played, secondsEach: number): number[] {
  const times = painted.map(({ at }) => at)
  return Array.from({ length: KEYFRAMES - 1 }, (_, transition) => {
    const due = (times[0] ?? 0) + transition * secondsEach * 1_000
    // A search starts with the first frame that needs it, which may be the second one after the keyframe.
    const near = times.filter((at) => at >= due - 100 && at <= due + 5_000).slice(0, 8)
    return Math.max(...between(near))
  })
}

function between(times: readonly number[]): number[] {
  return times.slice(1).map((at, index) => at - (times[index] ?? at))
}
