/**
 * The emulator's time. Everything that a real queue would make people wait for (the line ahead, start timeouts, webhook
 * back-off) runs through it and is divided by `speed`; network timeouts are not, as the other side lives in real time.
 */
export interface Clock {
  /** Microseconds since 1970, never less than an earlier answer. */
  now(): number
  /** Calls back after `seconds` of simulated time; the answer stops it. */
  after(seconds: number, callback: () => void): () => void
  /** Simulated seconds between two instants of `now()`. */
  secondsBetween(start: number, end: number): number
}

/** Node fires a longer timer at once; nobody waits that long for a stand-in anyway. */
const LONGEST_TIMER_MS = 2_147_483_647

/** The real clock, `speed` times as fast. */
export function createClock(speed: number): Clock {
  let latest = 0
  return {
    now() {
      latest = Math.max(latest, Math.round((performance.timeOrigin + performance.now()) * 1000))
      return latest
    },
    after(seconds, callback) {
      const timer = setTimeout(callback, Math.min(Math.max(0, (seconds * 1000) / speed), LONGEST_TIMER_MS))
      return () => clearTimeout(timer)
    },
    secondsBetween: (start, end) => ((end - start) / 1e6) * speed,
  }
}

/** fal's way of writing an instant: ISO 8601 with microseconds and without a zone (it is UTC). */
export function formatTimestamp(microseconds: number): string {
  const whole = new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 19)
  return `${whole}.${String(microseconds % 1_000_000).padStart(6, '0')}`
}
