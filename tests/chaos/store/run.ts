// The embedded store under a process that is killed while it writes, and while it makes the store in the first place.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '@pika-kit/server/testing'
import SqliteDatabase from 'better-sqlite3'
import { withFolder } from '../../support/left-behind.ts'
import type { Report } from '../report.ts'
import { startProgram } from '../support/program.ts'
import { randomOf } from '../support/random.ts'
import { createLedger, type StoreLedger } from './ledger.ts'

export interface StoreResult {
  /** While it wrote. */
  kills: number
  /** While it opened a store that was not there yet. */
  killsAtStart: number
  acknowledged: number
  /** Of them, not in the store as they were acknowledged; and whatever else is wrong with it. */
  findings: string[]
}

export interface StoreOptions {
  seed: number
  kills: number
  killsAtStart: number
}

const WRITER = new URL('writer-program.ts', import.meta.url)
const LONGEST_LIFE_MS = 400
const LONGEST_START_MS = 40

/** The whole of it. */
export async function run(seed: number): Promise<Report> {
  const { findings, ...counts } = await runStore({ seed, kills: 50, killsAtStart: 20 })
  return { table: { 'embedded store': { ...counts, lost: findings.length } }, broken: findings }
}

/** Kills one writer after the other on one store, and looks into it after each. */
export async function runStore({ seed, kills, killsAtStart }: StoreOptions): Promise<StoreResult> {
  const random = randomOf(seed)
  const findings: string[] = []
  const ledger = createLedger()
  await withFolder(async (folder) => {
    for (let life = 0; life < kills; life++) {
      const directory = join(folder, 'data')
      await writeAndDie(directory, life, LONGEST_LIFE_MS * random(), ledger, 'done')
      findings.push(...(await lookInto(directory, ledger)))
    }
  })
  for (let life = 0; life < killsAtStart; life++)
    await withFolder(async (directory) => {
      const own = createLedger()
      // Twice: the second finds what the first has left half done.
      await writeAndDie(directory, 0, LONGEST_START_MS * random(), own, 'opening')
      await writeAndDie(directory, 1, LONGEST_START_MS * random(), own, 'opening')
      findings.push(...(await lookInto(directory, own)))
    })
  return { kills, killsAtStart, acknowledged: ledger.acknowledged, findings }
}

/** Starts a writer, and kills it so long after the first line of this kind. */
async function writeAndDie(
  directory: string,
  life: number,
  ms: number,
  ledger: StoreLedger,
  from: 'opening' | 'done',
): Promise<void> {
  let begin = () => {}
  const hasBegun = new Promise<void>((resolve) => (begin = resolve))
  const writer = startProgram(
    WRITER,
    { directory, life },
    {
      onLine(line) {
        ledger.read(line)
        if (line.includes(`"at":"${from}"`)) begin()
      },
    },
  )
  void writer.exited.then(begin)
  await hasBegun
  await sleep(ms)
  await writer.kill()
  if ((await writer.exited) !== 'SIGKILL') throw new Error('a writer ended before it was killed')
}

/** Opens the store as the next process would, and compares. */
async function lookInto(directory: string, ledger: StoreLedger): Promise<string[]> {
  const opened = await openStore({ directory })
  const differences = await ledger.compare(opened.store)
  await opened.close()
  const database = new SqliteDatabase(join(directory, 'pika-kit.sqlite'))
  const integrity = database.pragma('integrity_check', { simple: true })
  const orphans = database.pragma('foreign_key_check')
  database.close()
  if (integrity !== 'ok') differences.push(`integrity_check: ${String(integrity)}`)
  if (Array.isArray(orphans) && orphans.length > 0)
    differences.push(`foreign keys: ${JSON.stringify(orphans)}`)
  return differences
}
