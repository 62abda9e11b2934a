import type { GenerationStep } from '../generation/steps.ts'

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
}
