import type { Outcome } from '../queue/request.ts'

/** A named fault, as data: the parts of the emulator that it concerns read their own line of it. */
export interface Scenario {
  /** One line for the list of scenarios. */
  description: string
  /** What the submission sees. */
  submission?:
    { refuse: { status: number; body: unknown; headers?: Readonly<Record<string, string>> } } | 'reply-lost'
  /** How the wait goes: a factor on the line ahead, or a request that never starts. */
  wait?: { factor: number } | 'for-ever'
  /** Simulated seconds that the runner idles before each stage. */
  dawdleSeconds?: number
  /** How the model ends, instead of rendering. */
  outcome?: (input: unknown) => Outcome
  /** How many fetches of the finished result answer 504 first. */
  resultFailures?: number
  /** What happens to the first `connections` status streams of a request, after their first event. */
  stream?: { fault: 'cut' | 'stall'; connections: number }
  webhook?: 'lost' | 'twice' | 'before-status'
}
