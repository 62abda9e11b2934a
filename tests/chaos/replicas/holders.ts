// Which process holds what, as the database says it: read beside the servers, which know nothing of it.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface Holders {
  /** The generations that are under way and held by this process. */
  heldBy(pid: number): Promise<string[]>
  /** Milliseconds until each of these had another holder, or had ended. Throws what is still the dead one's after `limitMs`. */
  takenOver(ids: readonly string[], pid: number, limitMs: number): Promise<number[]>
  close(): Promise<void>
}

const LOOK_EVERY_MS = 50

export async function readHolders(url: string): Promise<Holders> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const heldBy = async (pid: number) => {
    const { rows } = await client.query<{ id: string }>(
      // The name of a replica is its host, its process and something that no other has.
      `select id from generations where is_active = 1 and lease_owner like '%-' || $1 || '-%'`,
      [pid],
    )
    return rows.map(({ id }) => id)
  }
  return {
    heldBy,
    async takenOver(ids, pid, limitMs) {
      const since = performance.now()
      const waiting = new Set(ids)
      const times: number[] = []
      while (waiting.size > 0) {
        const left = new Set(await heldBy(pid))
        const after = performance.now() - since
        for (const id of waiting) {
          if (left.has(id)) continue
          waiting.delete(id)
          times.push(after)
        }
        if (after > limitMs && waiting.size > 0)
          throw new Error(`nobody took over after ${limitMs} ms: ${[...waiting].join(', ')}`)
        await sleep(LOOK_EVERY_MS)
      }
      return times
    },
    close: () => client.end(),
  }
}
