import type { Bench, Findings, Row } from '../bench.ts'
import { openStage } from './stage.ts'

/** What watchers cost the provider, and so the account that pays it. */
export const upstreamBench: Bench = {
  name: 'upstream',
  says: "requests to fal's queue for one generation, by how many watch it",
  async run({ isQuick, note }): Promise<Findings> {
    const counts = isQuick ? [1, 3] : [1, 10, 100]
    const stage = await openStage(isQuick ? 2 : 20)
    try {
      const rows: Row[] = []
      const requestsOf = new Map<string, number>()
      for (const { name, submit, watch } of stage.ways) {
        note(name)
        const row: Record<string, string | number> = { 'watched by': name }
        for (const watchers of counts) {
          await stage.requests()
          const id = await submit(`${name}, ${watchers} watchers`)
          await Promise.all(Array.from({ length: watchers }, () => watch(id)))
          const requests = await stage.requests()
          row[`${watchers} ${watchers === 1 ? 'watcher' : 'watchers'}`] = requests
          requestsOf.set(`${name}: ${watchers}`, requests)
        }
        rows.push(row)
      }
      const [ours] = stage.ways
      const [few, many] = [counts[0], counts.at(-1)].map((count) => requestsOf.get(`${ours.name}: ${count}`))
      return {
        rounds: 1,
        tables: [{ title: 'Requests for one generation of about three seconds', rows }],
        charts: [
          {
            name: 'upstream',
            title: 'Requests to fal for one generation',
            unit: 'of about three seconds, by how many watch it; less is better',
            groups: counts.map((watchers) => ({
              label: `${watchers} ${watchers === 1 ? 'watcher' : 'watchers'}`,
              bars: stage.ways.map(({ name }, index) => ({
                label: index === 0 ? name : name.replace(/ each.*$/, ''),
                value: requestsOf.get(`${name}: ${watchers}`) ?? 0,
                isOurs: index === 0,
              })),
            })),
          },
        ],
        goals: [
          {
            says: `requests with ${counts.at(-1)} watchers by those with one`,
            measured: (many ?? 0) / (few ?? 1),
            atMost: 1,
          },
        ],
      }
    } finally {
      await stage.end()
    }
  },
}
