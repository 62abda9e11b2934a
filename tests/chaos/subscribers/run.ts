// Subscribers who come and go, on running generations: what each of them was told is compared with the store.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '../../support/answers.ts'
import { freePorts } from '../../support/cli.ts'
import { withFolder } from '../../support/left-behind.ts'
import type { Report } from '../report.ts'
import { NO_FAULT, requestOf } from '../support/fate.ts'
import { startProvider } from '../support/provider.ts'
import { startServer } from '../support/server.ts'
import { compare, type Comparison, type Truth } from './compare.ts'
import { runControl } from './control.ts'
import { watchAll } from './crowd.ts'
import { readTruth } from './truth.ts'

export interface SubscribersOptions {
  seed: number
  subscribers: number
  generations: number
  /** How often the server itself is killed under them. */
  kills: number
}

const ENDS_WITHIN_MS = 60_000
const KILL_EVERY_MS = 2_500

/** The whole of it. */
export async function run(seed: number): Promise<Report> {
  const calm = await runSubscribers({ seed, subscribers: 1_000, generations: 20, kills: 0 })
  const killed = await runSubscribers({ seed, subscribers: 300, generations: 10, kills: 3 })
  const control = await runControl({ seed, subscribers: 300 })
  const { findings: _expected, ...controlCounts } = control
  const columns = ({ findings: _findings, ...counts }: Comparison) => counts
  return {
    table: {
      'server lives': columns(calm),
      'server killed 3 times': columns(killed),
      'control: plain pub/sub': controlCounts,
    },
    broken: [
      ...calm.findings,
      ...killed.findings,
      ...(control.hung + control.wrongLogs > 0 ? [] : ['the control lost nothing: the test proves nothing']),
    ],
  }
}

/** Runs it in a folder of its own, and leaves nothing behind. */
export async function runSubscribers(options: SubscribersOptions): Promise<Comparison> {
  const { seed, generations, kills } = options
  return withFolder(async (folder) => {
    // Slow enough that a generation is watched for seconds, with a line that moves and logs that grow.
    const provider = await startProvider({
      seed,
      directory: join(folder, 'provider'),
      speed: 0.5,
      concurrency: 4,
    })
    const [port = 0] = await freePorts(1)
    const start = () => startServer({ port, falUrl: provider.url, directory: join(folder, 'data') })
    let server = await start()
    const { url } = server
    const ids: string[] = []
    for (let number = 0; number < generations; number++) {
      const { mutation, inputType, input } = requestOf(number, NO_FAULT)
      const { result } = await ask(url, mutation, inputType, input)
      ids.push(result?.generation?.id ?? '')
    }
    const deadline = AbortSignal.timeout(ENDS_WITHIN_MS)
    const watching = watchAll(url, ids, options, deadline)
    for (let kill = 0; kill < kills; kill++) {
      await sleep(KILL_EVERY_MS)
      await server.program.kill()
      server = await start()
    }
    const all = await watching
    const truths = new Map<string, Truth>()
    for (const id of ids) truths.set(id, await readTruth(url, id))
    await server.program.end()
    await provider.end()
    return compare(all, truths)
  })
}
