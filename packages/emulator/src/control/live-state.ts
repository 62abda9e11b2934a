import type { Fault } from '../faults/fault.ts'

// What the control page is told, as JSON. Read on both sides, so there is nothing here but types.

/** Where a request stands, in the page's words: fal has no state for a failure. */
export type RequestState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'

/** Which requests are listed. */
export type RequestFilter = 'all' | 'active' | 'completed' | 'failed'

/** One request on the page. Instants are milliseconds since 1970. */
export interface RequestView {
  id: string
  endpointId: string
  /** The operation's name. */
  title: string
  prompt: string
  state: RequestState
  /** How many stand before it; null when it does not wait. */
  position: number | null
  submittedAt: number
  startedAt: number | null
  completedAt: number | null
  /** The last lines of its log. */
  log: string[]
  /** What a failure says, with the status that its result answers. */
  error: { status: number; type: string | null; message: string } | null
  scenario: string | null
  /** Address of a small picture, below the emulator's. */
  thumbnail: string | null
  video: string | null
  webhook: { url: string; state: 'waiting' | 'sending' | 'delivered' | 'undelivered' } | null
}

/** One message of the live stream. */
export interface LiveState {
  now: number
  /** Seconds that the clock was moved forward in all. */
  advanced: number
  counts: Record<RequestFilter, number>
  /** `left` is null when every submission gets it. */
  scenario: { name: string; left: number | null } | null
  /** The faults of single calls that wait for their call, and the last that was played, of scenarios and headers too. */
  faults: { waiting: (Fault & { times: number })[]; struck: Fault | null }
  /** The ids of the listed requests, newest first. */
  order: string[]
  /** Those of them that changed since the last message. */
  changed: RequestView[]
}
