// The same requests, the same faults, the same kills, against the plain client: what a promise of Pika Kit is worth.
import { join } from 'node:path'
import { freePorts } from '../../support/cli.ts'
import { withFolder } from '../../support/left-behind.ts'
import { plannedRequest } from '../kills/plan.ts'
import { CLIENTS_AT_ONCE, isOver, type KillsOptions, runKills } from '../kills/run.ts'
import type { Report } from '../report.ts'
import { type Ending, judge, type Verdict } from '../support/judge.ts'
import { startProgram } from '../support/program.ts'
import { startProvider } from '../support/provider.ts'
import { randomOf } from '../support/random.ts'
import { GIVEN_UP_AFTER_MS, type PlainJob, type PlainMode, type PlainOptions, readJobs } from './plain.ts'

export interface PlainResult extends Verdict {
  /** Requests in the ledger beyond the first of each. */
  paidTooMuch: number
  kills: number
}

const GENERATIONS = 200
const LOOK_EVERY_MS = 500

/** The whole of it, side by side. A promise that the plain client breaks is no failure of the run. */
export async function run(seed: number): Promise<Report> {
  const options = {
    seed,
    generations: GENERATIONS,
    hasCancels: false,
    killWithinMs: 8_000,
    deadlineMs: 10 * 60_000,
  }
  const table: Report['table'] = {}
  const kit = await runKills(options)
  table['Pika Kit'] = columnsOf(kit, kit.kills)
  for (const mode of ['polling', 'streaming', 'webhook'] as const) {
    const plain = await runPlain({ ...options, mode })
    table[`plain client, ${mode}`] = columnsOf(plain, plain.kills)
  }
  return { table, broken: kit.findings }
}

function columnsOf(verdict: Verdict, kills: number) {
  return {
    'paid twice': verdict.paidTwice,
    lost: verdict.lost,
    wrong: verdict.wrong,
    'never ended': verdict.notFinal,
    'as it should': verdict.completed + verdict.failedAsTheyShould + verdict.cancelled,
    'absent, safe to retry': verdict.provedAbsent,
    kills,
  }
}

/** The app of the tutorials under the faults and kills of `seed`. */
export async function runPlain({
  seed,
  generations,
  killWithinMs,
  deadlineMs,
  mode,
}: Omit<KillsOptions, 'hasCancels'> & { mode: PlainMode }): Promise<PlainResult> {
  return withFolder(async (folder) => {
    const provider = await startProvider({ seed, directory: join(folder, 'provider'), hasStorms: true })
    const [port = 0] = await freePorts(1)
    const file = join(folder, 'queue.json')
    const options: PlainOptions = {
      seed,
      generations,
      atOnce: CLIENTS_AT_ONCE,
      file,
      falUrl: provider.url,
      port,
      mode,
    }
    const start = async () => {
      const app = startProgram(new URL('plain-program.ts', import.meta.url), options)
      await app.firstLine
      return app
    }
    let app = await start()
    const watching = watchToTheEnd(file, generations, deadlineMs)
    const random = randomOf(seed)
    let kills = 0
    while (!(await isOver(watching, killWithinMs * (0.25 + 0.75 * random())))) {
      await app.kill()
      kills++
      app = await start()
    }
    const jobs = await watching
    await app.kill()
    const ledger = await provider.ledger()
    await provider.end()
    const endings = jobs.map((job) => endingOf(seed, job))
    const started = jobs.filter(({ startedAt }) => startedAt !== undefined).length
    return { ...judge(endings, ledger), paidTooMuch: Math.max(0, ledger.length - started), kills }
  })
}

/** Waits until every job has ended, or has had its time. */
async function watchToTheEnd(file: string, generations: number, deadlineMs: number): Promise<PlainJob[]> {
  const deadline = Date.now() + deadlineMs
  for (;;) {
    const jobs = await readJobs(file)
    const isStuck = ({ startedAt }: PlainJob) =>
      startedAt !== undefined && Date.now() - startedAt > GIVEN_UP_AFTER_MS
    const areAllOver = jobs.every((job) => hasEnded(job) || isStuck(job))
    if ((jobs.length === generations && areAllOver) || Date.now() > deadline) return jobs
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

function hasEnded({ status }: PlainJob): boolean {
  return status === 'COMPLETED' || status === 'FAILED'
}

function endingOf(seed: number, job: PlainJob): Ending {
  const { fate } = plannedRequest(seed, job.number)
  return {
    number: job.number,
    fate,
    status: job.status,
    requestId: job.requestId ?? null,
    code: job.code ?? null,
    asked: 1,
  }
}
