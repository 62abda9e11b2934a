// A process of its own that writes into the embedded store until it is killed. It says what it begins and what was
// acknowledged, each before it goes on.
import { writeSync } from 'node:fs'
import { openStore } from '@pika-kit/server/testing'
import { programOptions } from '../support/program.ts'
import { happeningsOf, LAST_REVISION, stateOf, type WriterLine } from './operations.ts'

const { directory, life } = programOptions() as { directory: string; life: number }
const OWNER = `writer-${life}`
const AT_ONCE = 4

/** At once, and past no buffer: a line that is lost with the process would be an acknowledgement that nobody checks. */
const say = (line: WriterLine) => void writeSync(1, `${JSON.stringify(line)}\n`)

say({ at: 'opening' })
const { store } = await openStore({ directory })

async function write(id: string, isDeleted: boolean): Promise<void> {
  let events = happeningsOf(1).length
  const insert = { kind: 'insert', id, revision: 1, events } as const
  say({ at: 'begun', ...insert })
  await store.insert(stateOf(id, 1), happeningsOf(1), OWNER, 1_000)
  say({ at: 'done', ...insert })
  for (let revision = 2; revision <= LAST_REVISION; revision++) {
    const happenings = happeningsOf(revision)
    events += happenings.length
    const update = { kind: 'update', id, revision, events } as const
    say({ at: 'begun', ...update })
    if (!(await store.update(stateOf(id, revision), happenings, revision)))
      throw new Error(`the update of ${id} to ${revision} was refused`)
    say({ at: 'done', ...update })
    // Writes that the log says nothing of, between those that it does.
    await store.keepAlive({ owner: OWNER, until: Date.now() + 60_000 }, Date.now())
  }
  await store.release(id, OWNER)
  if (!isDeleted) return
  say({ at: 'begun', kind: 'delete', id })
  if (!(await store.delete(id, Date.now()))) throw new Error(`the deletion of ${id} was refused`)
  say({ at: 'done', kind: 'delete', id })
}

let count = 0
async function writeAndClaim(): Promise<void> {
  for (;;) {
    const number = count++
    await write(`gen_${life}_${number}`, number % 3 === 0)
    const claimed = await store.claim(OWNER, Date.now(), 5)
    for (const { id } of claimed) await store.release(id, OWNER)
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, writeAndClaim))
