import type { Clock } from '../ports/clock.ts'

/** A clock that stands still until `runUntil` moves it: a test of two minutes takes no time and always goes the same way. */
export interface SimulatedClock extends Clock {
  /** How many are asleep. Zero after `stop` of everything: nothing was left behind. */
  readonly sleepers: number
  /** Jumps from sleeper to sleeper until the condition holds; throws when nobody sleeps and it does not, or after `limitMs`. */
  runUntil(condition: () => unknown, limitMs?: number): Promise<void>
}

/** Makes a clock that starts at `start` and knows no other time than that of its sleepers. */
export function createSimulatedClock(start = 1_700_000_000_000): SimulatedClock {
  let now = start
  const sleepers = new Set<{ until: number; wake: () => void }>()

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const wake = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper = { until: now + ms, wake }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', wake, { once: true })
      }),
    get sleepers() {
      return sleepers.size
    },
    async runUntil(condition, limitMs = 3_600_000) {
      const limit = now + limitMs
      for (;;) {
        await settled()
        if (await condition()) return
        const [next] = [...sleepers].toSorted((a, b) => a.until - b.until)
        if (!next) throw new Error('nobody sleeps, and what was waited for has not happened')
        if (next.until > limit)
          throw new Error(`what was waited for has not happened after ${limitMs} ms of simulated time`)
        now = Math.max(now, next.until)
        next.wake()
      }
    },
  }
}

/** Resolves when every promise that can go on has gone on: what the ports do in memory takes no longer than that. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
