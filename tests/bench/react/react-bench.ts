import type { Page } from 'playwright'
import type { Bench } from '../bench.ts'
import { median, percentile } from '../report/numbers.ts'
import { drags, frameTimes } from './drag.ts'
import { openPage, SLOWDOWN } from './open-page.ts'
import type { BenchPage } from './page.tsx'
import { sizes } from './sizes.ts'

declare const bench: BenchPage
declare const componentNames: string[]

/** A frame of a screen that shows sixty of them in a second. */
const FRAME_MS = 16

/** What the kit costs a browser: frames of a drag, mounting, bytes. */
export const reactBench: Bench = {
  name: 'react',
  says: `the components in Chromium on a processor slowed ${SLOWDOWN} times, and what they weigh`,
  async run({ rounds, isQuick, note }) {
    const { page, close } = await openPage()
    try {
      note('frames of drags')
      const frames = await measureDrags(page, rounds, isQuick ? 6 : 240)
      note('mounting')
      const mounted = await measureMounts(page, isQuick ? 1 : rounds * 7)
      note('bytes')
      const weights = await sizes(isQuick)
      return {
        tables: [
          // The last row is what the browser itself needs.
          { title: `Work of the main thread for a frame of a drag, ${SLOWDOWN} × slowed`, rows: frames },
          { title: `Time to mount and lay out, ${SLOWDOWN} × slowed`, rows: mounted },
          { title: 'Bytes that travel, minified, by brotli, without React, urql and graphql', rows: weights },
        ],
        goals: frames.slice(0, -1).map((row) => ({
          says: `95 % of frames while dragging ${row.dragged}, ms`,
          measured: row['p95 ms'],
          atMost: FRAME_MS,
        })),
      }
    } finally {
      await close()
    }
  },
}

async function measureDrags(page: Page, rounds: number, moves: number) {
  const names = Object.keys(drags) as (keyof typeof drags)[]
  const times = new Map(names.map((name) => [name, [] as number[][]]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) times.get(name)?.push(await frameTimes(page, name, moves))
  return names.map((dragged) => {
    const runs = times.get(dragged) ?? []
    const of = (percent: number) => median(runs.map((run) => percentile(run, percent)))
    return {
      dragged,
      frames: median(runs.map((run) => run.length)),
      'median ms': of(50),
      'p95 ms': of(95),
      'p99 ms': of(99),
    }
  })
}

async function measureMounts(page: Page, times: number) {
  const names = await page.evaluate(() => componentNames)
  const measured = new Map(names.map((name) => [name, [] as number[]]))
  // The first time is apart: the functions have not been compiled yet, as when a page is opened.
  for (let time = 0; time <= times; time++)
    for (const name of names)
      measured.get(name)?.push(await page.evaluate((component) => bench.mount(component), name))
  return names.map((component) => {
    const [first = Number.NaN, ...others] = measured.get(component) ?? []
    return { component, 'first ms': first, 'median ms': median(others), 'p95 ms': percentile(others, 95) }
  })
}
