import type { GenerationError } from '../errors.ts'
import type { GenerationStatus, LogLine, Timestamp, Video } from './generation.ts'

/** What can happen in the life of a generation. Append-only; the log of a generation tells its whole life. */
export type GenerationHappening =
  | { type: 'status-changed'; status: GenerationStatus; video?: Video; error?: GenerationError }
  | { type: 'queue-moved'; queuePosition: number }
  | { type: 'logged'; line: LogLine }
  | { type: 'cancel-requested' }

/** A happening in its place in the log of one generation. */
export type GenerationEvent = GenerationHappening & {
  generationId: string
  /** 1, 2, 3 … without gaps within one generation; the cursor of `generationEvents(after:)`. */
  sequence: number
  /** The revision of the generation that this event belongs to; several events may share one. */
  revision: number
  at: Timestamp
}
