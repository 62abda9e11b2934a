import type { ArmedFault } from '../faults/fault-control.ts'
import type { Outcome } from '../queue/request.ts'

/** A named fault, as data: the parts of the emulator that it concerns read their own line of it. */
export interface Scenario {
  /** One line for the list of scenarios. */
  description: string
  /** What breaks on the wires of its request. */
  faults?: readonly ArmedFault[]
  /** How the wait goes: a factor on the line ahead, or a request that never starts. */
  wait?: { factor: number } | 'for-ever'
  /** Simulated seconds that the runner idles before each stage. */
  dawdleSeconds?: number
  /** How the model ends, instead of rendering. */
  outcome?: (input: unknown) => Outcome
  webhook?: 'lost' | 'twice' | 'before-status'
}
