import type { Clock } from '../clock.ts'
import { seededRandom } from '../seeded-random.ts'
import type { QueueRequest } from './request.ts'

/**
 * The simulated line ahead. A shared service is hardly ever empty, so a request finds two to four others before it,
 * who leave one after another within `queueSeconds`. It depends on the seed and on how many came before, on no chance.
 */
export function drawLine(
  seed: number,
  index: number,
  queueSeconds: number,
): Pick<QueueRequest, 'lineAhead' | 'lineStepSeconds'> {
  if (queueSeconds <= 0) return { lineAhead: 0, lineStepSeconds: 0 }
  const lineAhead = 2 + Math.floor(seededRandom(seed, index) * 3)
  return { lineAhead, lineStepSeconds: queueSeconds / lineAhead }
}

/** How many of the simulated others are still before a request at an instant of the clock. */
export function othersAhead(request: QueueRequest, clock: Clock, now = clock.now()): number {
  if (request.lineAhead === 0) return 0
  const waited = clock.secondsBetween(request.submittedAt, now)
  // A millisecond of tolerance: timers may fire a little early.
  return Math.max(0, request.lineAhead - Math.floor((waited + 0.001) / request.lineStepSeconds))
}

/** Simulated seconds until the next of them leaves; undefined when none is left at that instant. */
export function secondsToNextStep(request: QueueRequest, clock: Clock, now: number): number | undefined {
  const others = othersAhead(request, clock, now)
  if (others === 0) return undefined
  const leavesAt = (request.lineAhead - others + 1) * request.lineStepSeconds
  return Math.max(0, leavesAt - clock.secondsBetween(request.submittedAt, now))
}
