// Generations that are under way in one process: what each costs while it waits, and how long it takes until all are followed
// again when the process was killed.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench, Row } from '../bench.ts'
import { startProgram } from '../process/calls.ts'
import { type BenchDatabase, engines, insertion, query } from './databases.ts'
import type { FalCalls } from './fal-program.ts'
import { generate } from './requests.ts'
import type { ServerCalls } from './server-program.ts'

const COUNTS = [100, 1_000, 10_000]
const LOOK_EVERY_MS = 20
/** For so long they only wait, and what that costs is counted. */
const WAIT_MS = 10_000
const KILOBYTE = 1024

export const inFlightBench: Bench = {
  name: 'in-flight',
  says: 'a hundred to ten thousand generations under way in one process: memory, CPU, and recovery after a kill',
  async run({ isQuick, note }) {
    const waiting: Row[] = []
    const recovered: Row[] = []
    for (const lend of await engines(note))
      for (const count of isQuick ? [20, 50] : COUNTS) {
        const row = await lend((database) => measure(database, count, isQuick ? 500 : WAIT_MS, note))
        waiting.push(row.waiting)
        recovered.push(row.recovered)
      }
    return {
      tables: [
        { title: 'While they wait, each with a status stream of fal open', rows: waiting },
        {
          title:
            'Seconds until all are followed again: after a restart (SQLite), or by another replica (PostgreSQL)',
          rows: recovered,
        },
      ],
      goals: [
        {
          says: `kB of memory for each of ${waiting.at(-1)?.['in flight']}`,
          measured: Number(waiting.at(-1)?.['resident kB each']),
          atMost: 100,
        },
      ],
    }
  },
}

async function measure(
  database: BenchDatabase,
  count: number,
  waitMs: number,
  note: (line: string) => void,
): Promise<{ waiting: Row; recovered: Row }> {
  const { engine, location, run } = database
  note(`${engine}: ${count.toLocaleString('en')} in flight`)
  const fal = startProgram<FalCalls>(new URL('fal-program.ts', import.meta.url))
  const falUrl = await fal.call('start')
  const followed = async (all: number) => {
    while ((await fal.call('streams')) < all) await sleep(LOOK_EVERY_MS)
  }
  const start = () => startProgram<ServerCalls>(new URL('server-program.ts', import.meta.url))
  const first = start()
  const url = await first.call('start', { falUrl, database: location })
  // What every server has once it has served something is not counted to the followers.
  await generate(url, 'the first')
  await followed(1)
  const before = await first.call('usage')
  // As another replica would have left them: the sweep takes them up.
  await run(insertion(engine, 1, count, 'under-way'))
  await followed(count)
  const then = await first.call('usage')
  const commitsBefore = await commits(location)
  await sleep(waitMs)
  const now = await first.call('usage')
  const commitsNow = await commits(location)

  // On PostgreSQL another replica is there already.
  const other = start()
  const started = 'url' in location ? other.call('start', { falUrl, database: location }) : null
  await started
  const killedAt = performance.now()
  await first.call('die').catch(() => undefined)
  // What is open from here on are streams of the other.
  while ((await fal.call('streams')) > 0) await sleep(LOOK_EVERY_MS)
  if (!started) await other.call('start', { falUrl, database: location })
  await followed(Math.ceil(count / 2))
  const half = performance.now() - killedAt
  await followed(count)
  const all = performance.now() - killedAt
  await fal.call('finish')
  await other.end()
  await fal.end()
  return {
    waiting: {
      store: engine,
      'in flight': count,
      'resident kB each': Math.max(0.1, (then.residentBytes - before.residentBytes) / KILOBYTE / count),
      'heap kB each': Math.max(0.1, (then.heapBytes - before.heapBytes) / KILOBYTE / count),
      'CPU %': (now.cpuMicroseconds - then.cpuMicroseconds) / (waitMs * 10),
      'commits/s': commitsNow === null ? '–' : ((commitsNow - (commitsBefore ?? 0)) / waitMs) * 1_000,
    },
    recovered: { store: engine, 'in flight': count, 'half, s': half / 1_000, 'all, s': all / 1_000 },
  }
}

/** Transactions of the whole database so far; SQLite counts none. */
async function commits(location: BenchDatabase['location']): Promise<number | null> {
  if (!('url' in location)) return null
  const [row] = await query<{ commits: string }>(
    location.url,
    'select xact_commit as commits from pg_stat_database where datname = current_database()',
  )
  return Number(row?.commits)
}
