import type { GenerationStatus } from '../generation/generation.ts'
import type { GenerationStep } from '../generation/steps.ts'

/** The end of a generation that this replica followed. */
export interface FollowedEnd {
  generationId: string
  operationId: string
  /** Null where it was never accepted. */
  requestId: string | null
  status: GenerationStatus
}

/** What the use cases tell an operator: structured, never with prompts, media or keys. */
export interface Observer {
  note(
    level: 'debug' | 'info' | 'warn' | 'error',
    message: string,
    facts?: Readonly<Record<string, unknown>>,
  ): void
  /**
   * Called at each step of each generation, in the middle of the work: answer at once, and do not throw. With it a log
   * says where a process stood when it died.
   */
  passed?(step: GenerationStep, generationId: string): void
  /** Called once this replica has followed a generation to its end, whichever replica stored that end. */
  ended?(end: FollowedEnd): void
}
