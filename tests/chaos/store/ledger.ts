import { isDeepStrictEqual } from 'node:util'
import type { GenerationEvent, GenerationStore } from '@pika-kit/core'
import { happeningsOf, stateOf, type WriterLine } from './operations.ts'

/** What the writers were acknowledged, over all their lives, and what they were about when they died. */
export interface StoreLedger {
  read(line: string): void
  acknowledged: number
  /** Compares the store with it: one line for each difference. What a killed writer had begun may be there or not. */
  compare(store: GenerationStore): Promise<string[]>
}

type Row = { done: WriterLine | null; begun: WriterLine | null }

/** An empty one. */
export function createLedger(): StoreLedger {
  const rows = new Map<string, Row>()
  const ledger: StoreLedger = {
    acknowledged: 0,
    read(text) {
      const line = JSON.parse(text) as WriterLine
      if (line.id === undefined) return
      const row = rows.get(line.id) ?? { done: null, begun: null }
      if (line.at === 'begun') row.begun = line
      else {
        row.done = line
        row.begun = null
        ledger.acknowledged++
      }
      rows.set(line.id, row)
    },
    async compare(store) {
      const differences: string[] = []
      for (const [id, row] of rows) {
        const allowed = [row.done, ...(row.begun ? [row.begun] : [])]
        const found = await store.find(id)
        const events = await store.events(id, 0, 1_000)
        if (!allowed.some((line) => isAsSaid(id, line, found, events)))
          differences.push(
            `${id}: ${JSON.stringify({ ...row, found: found?.revision ?? null, events: events.length })}`,
          )
        // From here on what was found is what must stay.
        row.done = found
          ? { at: 'done', kind: 'update', id, revision: found.revision, events: events.length }
          : row.done && row.begun?.kind === 'delete'
            ? row.begun
            : row.done
        row.begun = null
      }
      return differences
    },
  }
  return ledger
}

/** Whether a generation and its log are what one line says; null says that nothing was written. */
function isAsSaid(
  id: string,
  line: WriterLine | null,
  found: unknown,
  events: readonly GenerationEvent[],
): boolean {
  if (line === null || line.kind === 'delete') return found === null && events.length === 0
  const { revision = 0 } = line
  const expected = Array.from({ length: revision }, (_, index) => happeningsOf(index + 1)).flat()
  return (
    isDeepStrictEqual(found, stateOf(id, revision)) &&
    events.length === line.events &&
    events.every(({ sequence }, index) => sequence === index + 1) &&
    isDeepStrictEqual(
      events.map((event) => 'queuePosition' in event && event.queuePosition),
      expected.map((happening) => 'queuePosition' in happening && happening.queuePosition),
    )
  )
}
