import type { GenerationError } from '../errors.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Timestamp = number

/**
 * Where a generation stands. `lifecycle.ts` says what leads from one to the next.
 *
 * - SUBMITTING: the intent is stored; fal has not answered yet.
 * - UNCONFIRMED: fal may or may not have accepted it: the reply was lost. Never submitted again.
 * - IN_QUEUE, IN_PROGRESS: accepted; waiting, or rendering.
 * - FINALIZING: fal is done; the result is being fetched, and its video copied where there is an archive.
 * - COMPLETED, FAILED, CANCELLED: final.
 */
export type GenerationStatus = (typeof GENERATION_STATUSES)[number]

export const GENERATION_STATUSES = [
  'SUBMITTING',
  'UNCONFIRMED',
  'IN_QUEUE',
  'IN_PROGRESS',
  'FINALIZING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
] as const

/** True for the three statuses at which all work has ended; `lifecycle.ts` names the one way back. */
export function isFinal(status: GenerationStatus): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED'
}

/** The video of a completed generation; what fal did not say is null. */
export interface Video {
  /** Where the provider has it; such links die. */
  url: string
  /** Its name in the project's own archive; left out where it is not there. Who has the key may read the video. */
  archiveKey?: string
  contentType: string | null
  fileName: string | null
  /** Bytes. */
  fileSize: number | null
  /** Pixels. */
  width: number | null
  height: number | null
  /** Seconds. */
  duration: number | null
}

/** A video that the provider handed over, and where the archive keeps, or will keep, the copy of it. */
export interface Delivery {
  video: Video
  /** Chosen before the first copy, so that a copy that is made again after a crash replaces the first. */
  archiveKey: string
  at: Timestamp
}

/** One line that the model's runner wrote. */
export interface LogLine {
  /** As fal wrote it: ISO 8601, sometimes without a zone. */
  timestamp: string
  level: string
  message: string
}

/** `low` waits behind every normal request of the endpoint. */
export type Priority = 'normal' | 'low'

/** What a viewer may say about one generation beside its input. */
export interface GenerationOptions {
  /** Same key and same input answer the same generation. Unique per viewer, at most 255 characters. */
  idempotencyKey?: string | undefined
  /** Called when the generation is final. https only. */
  webhookUrl?: string | undefined
  priority?: Priority | undefined
  /** Seconds until a runner must have started, more than 1; fal gives up after it. No limit when left out. */
  startTimeout?: number | undefined
  /** Free words to find it by: at most 20 of at most 64 characters. */
  tags?: readonly string[] | undefined
}

/** One request and its life, as it is stored. Plain JSON. */
export interface Generation {
  id: string
  viewerId: string
  operationId: string
  /** The parsed input, with defaults filled in. */
  input: Readonly<Record<string, unknown>>
  status: GenerationStatus
  /** Starts at 1; each stored change adds one. */
  revision: number
  /** Requests ahead, 0-based; null when fal has not said or it no longer waits. */
  queuePosition: number | null
  video: Video | null
  /** Stored before the copy begins, so that neither a crash nor a result that expires can lose the video. */
  delivery: Delivery | null
  error: GenerationError | null
  /** fal's id; null until it is known that fal accepted. */
  requestId: string | null
  /** What fal billed, in the model's unit, when it said so. */
  billableUnits: number | null
  priority: Priority
  startTimeout: number | null
  webhookUrl: string | null
  tags: readonly string[]
  idempotencyKey: string | null
  retryOf: string | null
  createdAt: Timestamp
  /** fal accepted. */
  submittedAt: Timestamp | null
  /** A runner started. */
  startedAt: Timestamp | null
  /** It became final. */
  completedAt: Timestamp | null
  cancelRequestedAt: Timestamp | null
  /** It was looked for again, or taken in after its end: then its times do not say how long the work took. */
  recoveredAt: Timestamp | null
  /** Set just before the one call that may cost money: a crash after it leaves the outcome open, a crash before it does not. */
  submissionStartedAt: Timestamp | null
  /** The unguessable part of this generation's own webhook URL. Never leaves the server but in that URL. */
  webhookToken: string
  /** Up to where log lines are known: duplicates of a second source are dropped by it. */
  logCursor: LogCursor | null
}

/** The newest timestamp seen and the messages seen at it. */
export interface LogCursor {
  timestamp: string
  messages: readonly string[]
}
