// Generations under faults while the server is killed again and again. It knows what the API answers and nothing else.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { LedgerEntry } from '@pika-kit/emulator'
import { ask } from '../support/answers.ts'
import { freePorts, type RunningCli, startCli } from '../support/cli.ts'
import { post } from '../support/graphql.ts'
import { type Ending, judge, type Verdict } from './judge.ts'
import { randomOf, requestOf } from './plan.ts'

export interface ChaosOptions {
  seed: number
  generations: number
  /** How often the server is killed while generations run, at most. */
  kills: number
  /** Longest time between two kills; the shortest is a quarter of it. */
  killWithinMs: number
  /** Milliseconds after which whatever is not final counts as stuck. */
  deadlineMs: number
}

export interface ChaosReport extends Verdict {
  seed: number
  generations: number
  kills: number
  seconds: number
  /** Of 100 equal mutations at once, with one key. */
  equal: { generations: number; replayed: number; submissions: number }
}

/** Unfinished at once; the server lets one viewer have 50. */
const WORKERS = 24
const EQUAL_REQUESTS = 100
/** The number of the request that the equal mutations make. */
const EQUAL_NUMBER = 4_000_000

/** Runs it in a folder of its own, and leaves nothing behind. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const startedAt = performance.now()
  const directory = await mkdtemp(join(tmpdir(), 'pika-chaos-'))
  const provider = await startProvider(options.seed)
  const [port] = await freePorts(1)
  const environment = {
    PORT: String(port),
    FAL_BASE_URL: provider.url,
    FAL_KEY: 'chaos',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: join(directory, 'data'),
    // The emulator's list shows a request at once; fal's may not, hence the long default.
    SUBMISSION_LOST_AFTER: '5',
    LOG_LEVEL: 'silent',
  }
  let server: RunningCli | null = null
  try {
    server = await startCli(environment)
    const { url } = server
    const equal = await askEqually(url)
    const work = generateAll(url, options)
    const progress = { isDone: false }
    const ended = work.finally(() => (progress.isDone = true))
    const random = randomOf(options.seed)
    let kills = 0
    while (!progress.isDone && kills < options.kills) {
      await Promise.race([ended, sleep(options.killWithinMs * (0.25 + 0.75 * random()))])
      if (progress.isDone) break
      await server.end('SIGKILL')
      kills++
      server = await startCli(environment)
    }
    const endings = await ended
    const ledger = await readLedger(provider.url)
    return {
      ...judge(options.seed, endings, ledger),
      seed: options.seed,
      generations: options.generations,
      kills,
      seconds: Math.round((performance.now() - startedAt) / 1_000),
      equal: { ...equal, submissions: ledger.filter(isEqualRequest).length },
    }
  } finally {
    await server?.end('SIGKILL')
    await provider.end()
    await rm(directory, { recursive: true, force: true })
  }
}

async function startProvider(seed: number): Promise<{ url: string; end(): Promise<void> }> {
  const program = fileURLToPath(new URL('provider.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@pika-kit/source', program, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    void exited.then(() => reject(new Error('the provider of the chaos run did not start')))
  })
  return {
    url,
    async end() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function askEqually(url: string): Promise<{ generations: number; replayed: number }> {
  const { mutation, inputType, input } = requestOf(EQUAL_NUMBER)
  const answers = await Promise.all(
    Array.from({ length: EQUAL_REQUESTS }, () =>
      ask(url, mutation, inputType, input, { idempotencyKey: 'equal' }),
    ),
  )
  return {
    generations: new Set(answers.map(({ result }) => result?.generation?.id)).size,
    replayed: answers.filter(({ result }) => result?.replayed === true).length,
  }
}

function isEqualRequest({ input }: LedgerEntry): boolean {
  return (input as { prompt?: unknown }).prompt === requestOf(EQUAL_NUMBER).input['prompt']
}

/** Every number, by a few workers; each goes on to the next when its generation is final. */
async function generateAll(url: string, { generations, deadlineMs }: ChaosOptions): Promise<Ending[]> {
  const deadline = performance.now() + deadlineMs
  const endings: Ending[] = []
  let next = 0
  const worker = async () => {
    while (next < generations) {
      const number = next++
      endings.push(await generateToTheEnd(url, number, deadline))
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, worker))
  return endings
}

const STATE = 'query ($id: ID!) { generation(id: $id) { status requestId error { code } } }'

async function generateToTheEnd(url: string, number: number, deadline: number): Promise<Ending> {
  const { mutation, inputType, input } = requestOf(number)
  let id: string | undefined
  let status = 'not accepted'
  while (performance.now() < deadline) {
    try {
      if (id === undefined) {
        const { result } = await ask(url, mutation, inputType, input, { idempotencyKey: `chaos-${number}` })
        id = result?.generation?.id
        status = id === undefined ? `not accepted: ${JSON.stringify(result)}` : 'accepted'
      } else {
        const { data } = await post(url, STATE, { id })
        if (data) {
          const state = data['generation'] as Omit<Ending, 'number'> & { error: { code: string } | null }
          // An answer without it: what was acknowledged is gone.
          if (!state) return { number, status: 'gone', requestId: null, code: null }
          ;({ status } = state)
          if (['COMPLETED', 'FAILED', 'CANCELLED'].includes(status))
            return { number, status, requestId: state.requestId, code: state.error?.code ?? null }
        }
      }
    } catch {
      // The server was killed: the same request again, with the same key.
    }
    await sleep(250)
  }
  return { number, status, requestId: null, code: null }
}

async function readLedger(url: string): Promise<LedgerEntry[]> {
  return (await (await fetch(`${url}/_emulator/requests`)).json()) as LedgerEntry[]
}
