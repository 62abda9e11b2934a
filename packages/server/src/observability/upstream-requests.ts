import type { FollowedEnd } from '@pika-kit/core'
import type { Metrics } from './metrics.ts'

/** Counts the requests to fal, in all and for each generation. */
export interface UpstreamRequests {
  /** A request is about to be made; `requestId` is fal's, null where it names none. */
  made(kind: string, requestId: string | null): void
  /** A submission that was counted before has become this request. */
  accepted(requestId: string): void
  /** Tells the histogram what a generation took that this replica followed to its end. */
  ended(end: Pick<FollowedEnd, 'operationId' | 'requestId'>): void
}

/** More than a replica follows at once; what it asked for and another replica followed to its end is forgotten by age. */
const MAXIMUM_COUNTED = 50_000

/** `maximum` bounds how many requests are counted at a time; beyond it the one that was asked for longest ago is forgotten. */
export function createUpstreamRequests(metrics: Metrics, maximum = MAXIMUM_COUNTED): UpstreamRequests {
  const counts = new Map<string, number>()
  const add = (requestId: string) => {
    const count = counts.get(requestId) ?? 0
    // The order of a map is that of insertion: taken out and put in again, it is the newest.
    counts.delete(requestId)
    counts.set(requestId, count + 1)
    if (counts.size <= maximum) return
    for (const oldest of counts.keys()) {
      counts.delete(oldest)
      return
    }
  }
  return {
    made(kind, requestId) {
      metrics.count('pika_upstream_requests_total', kind)
      if (requestId !== null) add(requestId)
    },
    accepted: add,
    ended({ requestId, operationId }) {
      const count = requestId === null ? undefined : counts.get(requestId)
      // Nothing was asked from here: it was over when this replica took it up.
      if (requestId === null || count === undefined) return
      counts.delete(requestId)
      metrics.upstreamRequests.observe(operationId, count)
    },
  }
}
