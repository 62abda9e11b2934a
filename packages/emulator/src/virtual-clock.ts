import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** A clock that can be moved forward. */
export interface VirtualClock extends Clock {
  /** Seconds of all jumps so far, those before a restart included. */
  readonly advanced: number
  /**
   * Jumps `seconds` forward. Timers that are due on the way fire in their order, each at its own time, and what they start by
   * `during` is waited for, so that a webhook is retried as often as it would have been. Resolves when the jump is on disk.
   * Rejects with a `TypeError` when `seconds` is no number above 0. Jumps that are asked for at once follow each other.
   */
  advance(seconds: number): Promise<void>
  /** Ends a jump that is on its way. */
  close(): Promise<void>
}

interface Jump {
  /** The first instant after it. */
  at: number
  seconds: number
}

interface Timer {
  /** On the scale of `position()`. */
  due: number
  fire(): void
  handle: NodeJS.Timeout | undefined
}

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2_147_483_647
/** Real milliseconds that a jump waits for one piece of work: a receiver that hangs must not hold up the clock. */
const LONGEST_WORK_MS = 5_000

/** Opens the clock whose jumps are kept in `file`, `speed` times as fast as the real one. Rejects when the file cannot be read. */
export async function openClock(file: string, speed: number): Promise<VirtualClock> {
  const jumps = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as { jumps: Jump[] }).jumps : []
  const timers = new Set<Timer>()
  const work = new Set<Promise<unknown>>()
  let latest = 0
  let isClosed = false
  let jumping = Promise.resolve()

  function now(): number {
    latest = Math.max(latest, Math.round((performance.timeOrigin + performance.now()) * 1000))
    return latest
  }

  const openedAt = now()
  /** Simulated seconds since the clock was opened. */
  const position = (): number => secondsBetween(openedAt, now())

  function jumped(start: number, end: number): number {
    return jumps.reduce((sum, { at, seconds }) => (start < at && at <= end ? sum + seconds : sum), 0)
  }

  function secondsBetween(start: number, end: number): number {
    return ((end - start) / 1e6) * speed + jumped(start, end)
  }

  function jump(seconds: number): void {
    // Instants that were given out already lie before the jump, all later ones behind it.
    latest = now() + 1
    jumps.push({ at: latest, seconds })
  }

  function arm(timer: Timer): void {
    clearTimeout(timer.handle)
    const delay = Math.max(0, ((timer.due - position()) * 1000) / speed)
    timer.handle = setTimeout(
      delay > LONGEST_TIMER_MS ? () => arm(timer) : timer.fire,
      Math.min(delay, LONGEST_TIMER_MS),
    )
  }

  /** Lets what a timer began go as far as it does without simulated time. */
  async function settle(): Promise<void> {
    const patience = AbortSignal.timeout(LONGEST_WORK_MS)
    await nextTurn()
    while (work.size > 0 && !patience.aborted) {
      await Promise.race([...work, once(patience, 'abort')]).catch(() => undefined)
      await nextTurn()
    }
  }

  async function move(seconds: number): Promise<void> {
    let left = seconds
    for (;;) {
      await settle()
      if (isClosed) break
      const next = [...timers].toSorted((a, b) => a.due - b.due)[0]
      const wait = next && Math.max(0, next.due - position())
      if (wait === undefined || wait > left) break
      left -= wait
      jump(wait)
      next?.fire()
    }
    jump(left)
    for (const timer of timers) arm(timer)
    await writeFile(`${file}.tmp`, JSON.stringify({ jumps }))
    await rename(`${file}.tmp`, file)
  }

  return {
    now,
    secondsBetween,
    ageOf(instant) {
      const end = now()
      return (end - instant) / 1e6 + jumped(instant, end)
    },
    after(seconds, callback) {
      const stop = (): void => {
        clearTimeout(timer.handle)
        timers.delete(timer)
      }
      const timer: Timer = {
        due: position() + Math.max(0, seconds),
        handle: undefined,
        fire() {
          stop()
          callback()
        },
      }
      timers.add(timer)
      arm(timer)
      return stop
    },
    during(promise) {
      const forget = (): void => void work.delete(promise)
      work.add(promise)
      promise.then(forget, forget)
      return promise
    },
    get advanced() {
      return Math.round(jumps.reduce((sum, { seconds }) => sum + seconds, 0) * 1e6) / 1e6
    },
    advance(seconds) {
      if (!(seconds > 0 && Number.isFinite(seconds))) {
        return Promise.reject(new TypeError(`advance is ${seconds}: give a number of seconds above 0`))
      }
      const moved = jumping.then(() => move(seconds))
      jumping = moved.catch(() => undefined)
      return moved
    },
    async close() {
      isClosed = true
      await jumping
    },
  }
}
