// Replicas on one PostgreSQL: what a generation costs them and the database, and how long news take from one to another. The
// replicas, the database and their clients share the cores of one machine: read what things cost, not how much goes through.
import type { Bench, Row } from '../bench.ts'
import { type Remote, startProgram } from '../process/calls.ts'
import { median, percentile } from '../report/numbers.ts'
import { engines, query, withPostgres } from './databases.ts'
import type { FalCalls } from './fal-program.ts'
import { openFeed } from './feed.ts'
import { ask, forEach, generate } from './requests.ts'
import type { ServerCalls } from './server-program.ts'

const REPLICAS = [1, 2, 3]
const VIEWERS = 100
const ONE = 'query ($id: ID!) { generation(id: $id) { id status } }'

export const replicasBench: Bench = {
  name: 'replicas',
  says: 'one, two and three replicas on one PostgreSQL',
  async run({ rounds, isQuick, note }) {
    if ((await engines(note)).length === 1)
      return { tables: [{ title: 'Not measured', rows: [{ why: 'there is no PostgreSQL here' }] }] }
    const work: Row[] = []
    const news: Row[] = []
    for (const replicas of REPLICAS) {
      note(`${replicas} replicas`)
      const row = await withPostgres(({ location }) =>
        measure(
          'url' in location ? location.url : '',
          replicas,
          isQuick ? 30 : 500,
          isQuick ? 10 : 100 * rounds,
        ),
      )
      work.push(row.work)
      news.push(row.news)
    }
    return {
      tables: [
        {
          title: 'Generations from the mutation to the stream of fal, 32 at once, and reads of one',
          rows: work,
        },
        { title: 'Milliseconds from a mutation to its first update at a watcher', rows: news },
      ],
    }
  },
}

async function measure(databaseUrl: string, replicas: number, generations: number, times: number) {
  const fal = startProgram<FalCalls>(new URL('fal-program.ts', import.meta.url))
  const falUrl = await fal.call('start')
  const servers: Remote<ServerCalls>[] = []
  const urls: string[] = []
  for (let number = 0; number < replicas; number++) {
    const server = startProgram<ServerCalls>(new URL('server-program.ts', import.meta.url))
    servers.push(server)
    urls.push(await server.call('start', { falUrl, database: { url: databaseUrl } }))
  }
  const turn = (number: number) => urls[number % urls.length]!
  const usedBy = async () => {
    const usages = await Promise.all(servers.map((server) => server.call('usage')))
    return usages.reduce((sum, usage) => sum + usage.cpuMicroseconds, 0)
  }
  const id = await generate(turn(0), 'warm')
  await forEach(200, 16, (number) => ask(turn(number), ONE, { id }))

  const [cpuBefore, before] = [await usedBy(), await written(databaseUrl)]
  const since = performance.now()
  const streams = await fal.call('streams')
  await forEach(generations, 32, (number) =>
    generate(turn(number), 'a heron that lifts off from a still lake', `viewer-${number % VIEWERS}`),
  )
  while ((await fal.call('streams')) < streams + generations);
  const seconds = (performance.now() - since) / 1_000
  const [cpu, after] = [(await usedBy()) - cpuBefore, await written(databaseUrl)]
  const readsSince = performance.now()
  await forEach(generations, 32, (number) => ask(turn(number), ONE, { id }))
  const readSeconds = (performance.now() - readsSince) / 1_000

  // The mutation goes to the first; the watchers are at each.
  const feeds = await Promise.all(urls.map((url) => openFeed(url)))
  const own: number[] = []
  const others: number[] = []
  for (let number = 0; number < times; number++) {
    const sentAt = performance.now()
    const started = await generate(urls[0]!, 'news')
    const told = await Promise.all(feeds.map((feed) => feed.told(started)))
    own.push(told[0]! - sentAt)
    others.push(...told.slice(1).map((at) => at - sentAt))
  }
  for (const feed of feeds) await feed.close()
  for (const server of servers) await server.end()
  await fal.end()
  return {
    work: {
      replicas,
      'generations/s': generations / seconds,
      'CPU ms each': cpu / 1_000 / generations,
      'commits each': (after.commits - before.commits) / generations,
      'WAL kB each': (after.walBytes - before.walBytes) / 1_024 / generations,
      'reads/s': generations / readSeconds,
    },
    news: {
      replicas,
      'own replica, p50': median(own),
      'own replica, p95': percentile(own, 95),
      'other replica, p50': others.length > 0 ? median(others) : '–',
      'other replica, p95': others.length > 0 ? percentile(others, 95) : '–',
    },
  }
}

/** What the database has committed, and written into its log, so far. */
async function written(url: string): Promise<{ commits: number; walBytes: number }> {
  // The counters are brought together once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const [row] = await query<{ commits: string; bytes: string }>(
    url,
    `select xact_commit as commits, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bytes
     from pg_stat_database where datname = current_database()`,
  )
  return { commits: Number(row?.commits), walBytes: Number(row?.bytes) }
}
