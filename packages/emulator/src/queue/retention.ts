import type { Clock } from '../clock.ts'
import type { Answers } from './answers.ts'
import type { QueueRequest } from './request.ts'

/** What fal still remembers of a request that has ended. That it existed, and how it ended, is never forgotten. */
export interface Retention {
  /** Whether the result address still answers, and webhooks are still tried. */
  hasResult(request: QueueRequest): boolean
  /** Whether the platform's list still shows what went in and came out. */
  hasPayloads(request: QueueRequest): boolean
}

// fal's numbers: FAL_PROTOCOL section 4.5. Its "10 KB" is taken for the smaller of the two meanings.
const RESULT_SECONDS = 60 * 60
const LARGE_RESULT_SECONDS = 6 * 60
const LARGE_RESULT_BYTES = 10_000
const PAYLOAD_SECONDS = 30 * 24 * 60 * 60

/**
 * fal's memory by a clock. Where the platform stores payloads, fal's page lets the result address answer for as long; here it
 * forgets after the hour all the same, so that code which lives by the shorter promise is tested.
 */
export function createRetention(clock: Clock, answers: Answers): Retention {
  const age = ({ completedAt }: QueueRequest): number =>
    completedAt === undefined ? 0 : clock.ageOf(completedAt)
  return {
    hasResult(request) {
      if (age(request) < LARGE_RESULT_SECONDS) return true
      const bytes = Buffer.byteLength(JSON.stringify(answers.result(request)))
      return bytes < LARGE_RESULT_BYTES && age(request) < RESULT_SECONDS
    },
    hasPayloads: (request) => !request.isWithoutPayloads && age(request) < PAYLOAD_SECONDS,
  }
}
