// Generations under faults while the server is killed again and again. It knows what the API answers and nothing else.
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { freePorts, type RunningCli, startCli } from '../../support/cli.ts'
import type { Report } from '../report.ts'
import { generateToTheEnd } from '../support/client.ts'
import { type Ending, judge, type Verdict } from '../support/judge.ts'
import { withFolder } from '../../support/left-behind.ts'
import { startProvider } from '../support/provider.ts'
import { randomOf } from '../support/random.ts'
import { isCancelled, plannedRequest } from './plan.ts'

export interface KillsOptions {
  seed: number
  generations: number
  /** Whether one in twenty is cancelled. */
  hasCancels: boolean
  /** Longest time between two kills; the shortest is a quarter of it. */
  killWithinMs: number
  /** Milliseconds after which whatever is not final counts as stuck. */
  deadlineMs: number
}

export interface KillsResult extends Verdict {
  kills: number
  /** Mutations that got no answer and were sent again. */
  askedAgain: number
  seconds: number
}

/** Under way at once; the server lets one viewer have 50. */
export const CLIENTS_AT_ONCE = 24

/** The whole of it. */
export async function run(seed: number): Promise<Report> {
  const result = await runKills({
    seed,
    generations: 500,
    hasCancels: true,
    killWithinMs: 8_000,
    deadlineMs: 15 * 60_000,
  })
  const { findings, ...counts } = result
  return { table: { 'Pika Kit, 500 generations': { ...counts } }, broken: findings }
}

/** Runs it in a folder of its own, and leaves nothing behind. */
export async function runKills(options: KillsOptions): Promise<KillsResult> {
  const { seed } = options
  return withFolder(async (folder) => {
    const startedAt = performance.now()
    const provider = await startProvider({ seed, directory: join(folder, 'provider'), hasStorms: true })
    const [port] = await freePorts(1)
    const start = () =>
      startCli({
        PORT: String(port),
        FAL_BASE_URL: provider.url,
        FAL_KEY: 'chaos',
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DATA_DIR: join(folder, 'data'),
        // The emulator's list shows a request at once; fal's may not, hence the long default.
        SUBMISSION_LOST_AFTER: '5',
        LOG_LEVEL: 'silent',
      })
    let server: RunningCli = await start()
    const work = generateAll(server.url, options)
    const random = randomOf(seed)
    let kills = 0
    while (!(await isOver(work, options.killWithinMs * (0.25 + 0.75 * random())))) {
      await server.end('SIGKILL')
      kills++
      server = await start()
    }
    const endings = await work
    const verdict = judge(endings, await provider.ledger())
    await server.end('SIGKILL')
    await provider.end()
    const askedAgain = endings.reduce((sum, { asked }) => sum + asked - 1, 0)
    return { ...verdict, kills, askedAgain, seconds: Math.round((performance.now() - startedAt) / 1_000) }
  })
}

/** Waits so long, or until the work is over; answers whether it is. */
export async function isOver(work: Promise<unknown>, ms: number): Promise<boolean> {
  const waiting = new AbortController()
  const isOver = await Promise.race([
    work.then(() => true),
    sleep(ms, false, { signal: waiting.signal }).catch(() => false),
  ])
  waiting.abort()
  return isOver
}

/** Every number, by a few clients; each goes on to the next when its generation is final. */
async function generateAll(
  url: string,
  { seed, generations, hasCancels, deadlineMs }: KillsOptions,
): Promise<Ending[]> {
  const deadline = performance.now() + deadlineMs
  const endings: Ending[] = []
  let next = 0
  const client = async () => {
    while (next < generations) {
      const number = next++
      const request = plannedRequest(seed, number)
      const cancel = hasCancels && isCancelled(number) ? ('at-once' as const) : undefined
      endings.push(await generateToTheEnd({ url, request, cancel, deadline }))
    }
  }
  await Promise.all(Array.from({ length: CLIENTS_AT_ONCE }, client))
  return endings
}
