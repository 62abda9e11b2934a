// What a viewer's list and feed cost as the number of stored generations grows, through the whole server. All sizes are there
// at the same time and are asked in turn, so that whatever else the machine does touches all alike.
import type { Bench, Row } from '../bench.ts'
import { startProgram } from '../process/calls.ts'
import { median, percentile } from '../report/numbers.ts'
import { type BenchDatabase, engines, insertion, type Lend, withSeveral } from './databases.ts'
import type { FalCalls } from './fal-program.ts'
import { openFeed } from './feed.ts'
import { ask, timed } from './requests.ts'
import type { ServerCalls } from './server-program.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
/** So many rows by one statement. */
const INSERTED_AT_ONCE = 100_000
const LIST = `query ($first: Int!, $after: String, $filter: GenerationFilter) {
  generations(first: $first, after: $after, filter: $filter) {
    edges { node { id status createdAt completedAt operation { id title } video { url width height } retryOf { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** What is asked, and how often of a hundred rounds. */
const QUESTIONS = {
  'first page': { share: 1 },
  'middle page': { share: 1 },
  'failed only': { share: 0.5 },
  'rare tag': { share: 0.05 },
  feed: { share: 0.3 },
  metrics: { share: 0.05 },
} as const
type Question = keyof typeof QUESTIONS
type Times = Record<Question, number[]>

export const listsBench: Bench = {
  name: 'lists',
  says: 'a page of 20 and the feed of a viewer with a thousand to a million generations',
  async run({ rounds, isQuick, note }) {
    const sizes = isQuick ? [1_000, 3_000] : SIZES
    const times = isQuick ? 20 : 100 * rounds
    const rows: Row[] = []
    const goals = []
    for (const lend of await engines(note)) {
      const { engine, measured } = await measure(lend, sizes, times, note)
      for (const [index, size] of sizes.entries()) rows.push(rowOf(engine, size, measured[index]!))
      for (const question of ['first page', 'middle page'] as const) {
        const p95 = (of: Times | undefined) => percentile(of?.[question] ?? [], 95)
        goals.push({
          says: `${engine}: p95 of the ${question} of ${sizes.at(-1)?.toLocaleString('en')}, beside that of ${sizes[0]?.toLocaleString('en')}`,
          measured: p95(measured.at(-1)) / p95(measured[0]),
          atMost: 1.5,
        })
      }
    }
    return {
      tables: [
        {
          title: 'Milliseconds from the request to its answer; feed: from a mutation to its first update',
          rows,
        },
      ],
      goals,
    }
  },
}

function rowOf(engine: string, size: number, times: Times): Row {
  const row: Record<string, string | number> = { store: engine, stored: size }
  for (const question of ['first page', 'middle page', 'feed'] as const) {
    row[`${question}, p50 ms`] = median(times[question])
    row[`${question}, p95 ms`] = percentile(times[question], 95)
  }
  for (const question of ['failed only', 'rare tag', 'metrics'] as const)
    row[`${question}, p50 ms`] = median(times[question])
  return row
}

async function measure(lend: Lend, sizes: readonly number[], times: number, note: (line: string) => void) {
  return withSeveral(lend, sizes.length, async (databases) => {
    const fal = startProgram<FalCalls>(new URL('fal-program.ts', import.meta.url))
    const falUrl = await fal.call('start')
    const sides = []
    for (const [index, size] of sizes.entries()) {
      const database = databases[index]!
      note(`${database.engine}: storing ${size.toLocaleString('en')}`)
      await fill(database, size)
      sides.push(await startSide(database, falUrl, size))
    }
    note(`${databases[0]!.engine}: asking`)
    for (let round = 0; round < times; round++)
      for (const question of Object.keys(QUESTIONS) as Question[]) {
        // The rare ones are spread over the rounds.
        if (
          Math.floor((round + 1) * QUESTIONS[question].share) ===
          Math.floor(round * QUESTIONS[question].share)
        )
          continue
        for (const side of sides) side.times[question].push(...(await timed(1, side.questions[question])))
      }
    for (const side of sides) await side.end()
    await fal.end()
    return { engine: databases[0]!.engine, measured: sides.map((side) => side.times) }
  })
}

async function fill({ engine, run }: BenchDatabase, size: number): Promise<void> {
  for (let stored = 0; stored < size; stored += INSERTED_AT_ONCE)
    await run(insertion(engine, stored, Math.min(size, stored + INSERTED_AT_ONCE)))
  await run(engine === 'SQLite' ? 'analyze' : 'vacuum analyze generations')
}

/** A server on this database, with what it is asked. Each question was asked once, and its answer looked at. */
async function startSide({ location }: BenchDatabase, falUrl: string, size: number) {
  const server = startProgram<ServerCalls>(new URL('server-program.ts', import.meta.url))
  const url = await server.call('start', { falUrl, database: location })
  const feed = await openFeed(url)
  const list = async (variables: object, fewest: number) => {
    const { generations } = await ask<{ generations: { edges: unknown[] } }>(url, LIST, {
      first: 20,
      ...variables,
    })
    if (generations.edges.length < fewest)
      throw new Error(`a page has ${generations.edges.length} generations`)
  }
  const middle = { after: cursorAt(Math.floor(size / 2)) }
  const questions: Record<Question, () => Promise<unknown>> = {
    'first page': () => list({}, 20),
    'middle page': () => list(middle, 20),
    'failed only': () => list({ filter: { statuses: ['FAILED'] } }, 10),
    'rare tag': () => list({ filter: { tags: ['rare'] } }, 1),
    feed: () => feed.generate(),
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
  }
  const times = Object.fromEntries(Object.keys(questions).map((name) => [name, [] as number[]])) as Times
  for (const question of Object.values(questions)) await question()
  await timed(20, questions['first page'])
  const end = async () => {
    await feed.close()
    await server.end()
  }
  return { questions, times, end }
}

/** Where a generation of the bench lies: a cursor is its time and its id. */
function cursorAt(number: number): string {
  return `${number.toString(36)}.gen_${String(number).padStart(8, '0')}`
}
