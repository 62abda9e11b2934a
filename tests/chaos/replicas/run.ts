// Three replicas behind a load balancer, on one PostgreSQL: each is restarted in turn, then each is killed in turn, while
// viewers generate and watch. What they were told is compared with the store, and with the provider's ledger.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts, type RunningCli, startCli } from '../../support/cli.ts'
import { withDatabase } from '../../support/database.ts'
import { withFolder } from '../../support/left-behind.ts'
import { plannedRequest } from '../kills/plan.ts'
import type { Report } from '../report.ts'
import { compare, type Truth } from '../subscribers/compare.ts'
import { type Seen, watchToTheEnd } from '../subscribers/subscriber.ts'
import { readTruth } from '../subscribers/truth.ts'
import { generateToTheEnd } from '../support/client.ts'
import { type Ending, judge } from '../support/judge.ts'
import { startProvider } from '../support/provider.ts'
import { randomOf } from '../support/random.ts'
import { openBalancer } from './balancer.ts'
import { readHolders } from './holders.ts'

export interface ReplicasOptions {
  seed: number
  /** How many restarts there are, and then kills: of one replica after the other. */
  restarts: number
  kills: number
  /** Viewers who generate, one after the other. */
  clients: number
}

export interface ReplicasResult {
  generations: number
  completed: number
  paidTwice: number
  lost: number
  notFinal: number
  wrong: number
  /** Mutations that got no answer while replicas were restarted, and while they were killed. */
  unansweredByRestarts: number
  unansweredByKills: number
  /** Requests of the provider that two followed at once. */
  followedTwice: number
  watchers: number
  /** Watchers who were not told the end, the whole log, or the states in order. */
  misinformed: number
  restarts: number
  longestStopMs: number
  kills: number
  /** Generations that a killed replica had, and how long until another one had them. */
  orphans: number
  medianTakeoverMs: number
  longestTakeoverMs: number
  findings: string[]
}

const REPLICAS = 3
const DRAIN_SECONDS = 1
/** Between two restarts: long enough that what the last one left is followed again. */
const PAUSE_MS = 1_500
/** A replica counts as gone after six seconds, and is looked for every second; the rest is for a busy machine. */
const TAKEOVER_WITHIN_MS = 20_000
const ENDS_WITHIN_MS = 120_000

/** The whole of it. */
export async function run(seed: number): Promise<Report> {
  const result = await runReplicas({ seed, restarts: 6, kills: 6, clients: 16 })
  const { findings, ...counts } = result
  return {
    table: Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, { value }])),
    broken: findings,
  }
}

/** Runs it on a database and in a folder of its own, and leaves nothing behind. */
export async function runReplicas(options: ReplicasOptions): Promise<ReplicasResult> {
  return withDatabase((databaseUrl) => withFolder((folder) => play(options, databaseUrl, folder)))
}

async function play(
  { seed, restarts, kills, clients }: ReplicasOptions,
  databaseUrl: string,
  folder: string,
): Promise<ReplicasResult> {
  // Slow enough that each generation lives through a restart or two.
  const provider = await startProvider({ seed, directory: join(folder, 'provider'), speed: 4 })
  const ports = await freePorts(REPLICAS)
  const balancer = await openBalancer(ports)
  const start = (port: number) =>
    startCli({
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      // Of the archive: all replicas see the same folder.
      DATA_DIR: join(folder, 'data'),
      FAL_BASE_URL: provider.url,
      FAL_KEY: 'chaos',
      PUBLIC_URL: balancer.url,
      SUBMISSION_LOST_AFTER: '5',
      DRAIN_SECONDS: String(DRAIN_SECONDS),
      LOG_LEVEL: 'silent',
    })
  const running: RunningCli[] = []
  for (const port of ports) running.push(await start(port))
  const holders = await readHolders(databaseUrl)
  const viewers = startViewers(balancer.url, seed, clients)

  const findings: string[] = []
  const stops: number[] = []
  for (let turn = 0; turn < restarts; turn++) {
    const index = turn % REPLICAS
    await sleep(PAUSE_MS)
    const since = performance.now()
    const code = await running[index]!.end('SIGTERM')
    stops.push(performance.now() - since)
    if (code !== 0) findings.push(`a replica that was told to stop ended with ${code}`)
    running[index] = await start(ports[index]!)
  }
  await sleep(PAUSE_MS)
  const unansweredByRestarts = viewers.unanswered()

  const takeovers: number[] = []
  for (let turn = 0; turn < kills; turn++) {
    const index = turn % REPLICAS
    await sleep(PAUSE_MS)
    const { pid } = running[index]!
    const orphans = await holders.heldBy(pid)
    await running[index]!.end('SIGKILL')
    takeovers.push(...(await holders.takenOver(orphans, pid, TAKEOVER_WITHIN_MS)))
    running[index] = await start(ports[index]!)
  }

  const { endings, seen } = await viewers.stop()
  const { findings: judged, ...verdict } = judge(endings, await provider.ledger())
  const truths = new Map<string, Truth>()
  for (const id of new Set(seen.map(({ generationId }) => generationId)))
    truths.set(id, await readTruth(balancer.url, id))
  const told = compare(seen, truths)
  const streams = Object.entries(await provider.streams()).filter(([, most]) => most > 1)

  await holders.close()
  await balancer.close()
  await Promise.all(running.map((replica) => replica.end('SIGKILL')))
  await provider.end()
  const sorted = takeovers.toSorted((a, b) => a - b)
  return {
    generations: endings.length,
    completed: verdict.completed,
    paidTwice: verdict.paidTwice,
    lost: verdict.lost,
    notFinal: verdict.notFinal,
    wrong: verdict.wrong,
    unansweredByRestarts,
    unansweredByKills: viewers.unanswered() - unansweredByRestarts,
    followedTwice: streams.length,
    watchers: seen.length,
    misinformed: told.hung + told.wrongLogs + told.wrongStates + told.backwards,
    restarts: stops.length,
    longestStopMs: Math.round(Math.max(0, ...stops)),
    kills,
    orphans: sorted.length,
    medianTakeoverMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    longestTakeoverMs: Math.round(sorted.at(-1) ?? 0),
    findings: [
      ...findings,
      ...judged,
      ...told.findings,
      ...streams.map(([request, most]) => `followed by ${most} at once: ${request}`),
    ],
  }
}

/** People who generate one after the other, each with two who watch: the log and the state. */
function startViewers(url: string, seed: number, clients: number) {
  const endings: Ending[] = []
  const watching: Promise<Seen>[] = []
  let unanswered = 0
  let next = 0
  let isOver = false
  const watch = (generationId: string, kind: Seen['kind']) =>
    watchToTheEnd({
      url,
      generationId,
      kind,
      random: randomOf(seed * 10_007 + watching.length),
      // They stay for as long as they can: what cuts them off are the restarts.
      dropWithinMs: null,
      deadline: AbortSignal.timeout(ENDS_WITHIN_MS),
    })
  const client = async () => {
    while (!isOver) {
      const request = plannedRequest(seed, next++)
      const ending = await generateToTheEnd({
        url,
        request,
        deadline: performance.now() + ENDS_WITHIN_MS,
        onUnanswered: () => void unanswered++,
        onAccepted: (id) => void watching.push(watch(id, 'log'), watch(id, 'state')),
      })
      endings.push(ending)
    }
  }
  const all = Promise.all(Array.from({ length: clients }, client))
  return {
    unanswered: () => unanswered,
    async stop() {
      isOver = true
      await all
      return { endings, seen: await Promise.all(watching) }
    },
  }
}
