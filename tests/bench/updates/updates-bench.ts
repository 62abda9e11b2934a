import type { Bench, Findings } from '../bench.ts'
import { median, percentile } from '../report/numbers.ts'
import { openStage } from './stage.ts'
import type { Heard } from './ways.ts'

/** How long news of a generation take to reach a component. */
export const updatesBench: Bench = {
  name: 'updates',
  says: 'from a line that the runner writes to the callback of who watches, beside fal.subscribe',
  rounds: 8,
  async run({ rounds, isQuick, note }): Promise<Findings> {
    const stage = await openStage(isQuick ? 3 : 20)
    try {
      const heard: { name: string; prompt: string; found: Heard }[] = []
      for (let round = 0; round < rounds; round++) {
        note(`round ${round + 1} of ${rounds}`)
        // All at the same time: what else the machine does touches each alike.
        heard.push(
          ...(await Promise.all(
            stage.ways.map(async ({ name, submit, watch }) => {
              const prompt = `${name}, round ${round}`
              return { name, prompt, found: await watch(await submit(prompt)) }
            }),
          )),
        )
      }
      const written = await stage.written()
      const sides = stage.ways.map(({ name }) => {
        const own = heard.filter((one) => one.name === name)
        const latencies = own.flatMap(({ found }) =>
          [...found.lines].flatMap(([line, at]) => {
            const from = written.lines[line]
            return from === undefined ? [] : [at - from]
          }),
        )
        const videos = own.map(({ prompt, found }) => found.video - (written.videos[prompt] ?? Number.NaN))
        return { name, latencies, videos }
      })
      const [ours, polling] = sides as [(typeof sides)[number], (typeof sides)[number]]
      return {
        tables: [
          {
            title: 'From what happens at the provider to the callback',
            rows: sides.map(({ name, latencies, videos }) => ({
              'watched by': name,
              'updates heard': latencies.length,
              'p50 ms': median(latencies),
              'p95 ms': percentile(latencies, 95),
              'longest ms': percentile(latencies, 100),
              'until the video, p50 ms': median(videos),
            })),
          },
        ],
        charts: [
          {
            name: 'updates',
            title: 'How late an update is heard',
            unit: 'milliseconds, median and 95th percentile; less is better',
            groups: [50, 95].map((percent) => ({
              label: percent === 50 ? 'Half of all updates within' : '95 of 100 within',
              bars: sides.map(({ name, latencies }, index) => ({
                label: index === 0 ? name : name.replace(/ each.*$/, ''),
                value: percentile(latencies, percent),
                isOurs: index === 0,
              })),
            })),
          },
        ],
        goals: [
          {
            says: 'the median by that of fal.subscribe as it is by default',
            measured: median(ours.latencies) / median(polling.latencies),
            atMost: 1 / 20,
          },
        ],
      }
    } finally {
      await stage.end()
    }
  },
}
