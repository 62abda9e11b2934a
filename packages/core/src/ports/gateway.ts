import type { GenerationError } from '../errors.ts'
import type { LogLine, Priority, Timestamp, Video } from '../generation/generation.ts'

/** What is handed to the provider. */
export interface Submission {
  endpointId: string
  body: Record<string, unknown>
  /** Where the provider reports the end; null where it cannot reach us. */
  webhookUrl: string | null
  priority: Priority
  /** Seconds. */
  startTimeout: number | null
}

/**
 * What became of the one call that may cost money.
 * `refused` means surely not accepted; with `retryAfterMs` it may be submitted again after so long.
 * `unknown` means that nobody can tell: it must never be submitted again.
 */
export type SubmissionOutcome =
  | { type: 'accepted'; requestId: string; queuePosition: number | null }
  | { type: 'refused'; error: GenerationError; retryAfterMs: number | null }
  | { type: 'unknown'; cause: string }

/** A request that the provider accepted. */
export interface ProviderRequest {
  endpointId: string
  requestId: string
}

/** What the provider says about a request at one moment. */
export interface ProviderStatus {
  /** `FINISHED` is not success: the result says how it went. */
  status: 'IN_QUEUE' | 'IN_PROGRESS' | 'FINISHED'
  queuePosition: number | null
  /** New or known ones: duplicates are dropped by whoever observes. */
  logs: readonly LogLine[]
}

export type StatusOutcome =
  | ({ type: 'status' } & ProviderStatus)
  /** The provider does not know the request. */
  | { type: 'not-found' }
  /** It could not be asked now. */
  | { type: 'unavailable'; cause: string; retryAfterMs: number | null }

export type ResultOutcome =
  | { type: 'video'; video: Video; billableUnits: number | null }
  | { type: 'failed'; error: GenerationError }
  | { type: 'cancelled' }
  /** The provider no longer has it; `cause` is what it answered. */
  | { type: 'expired'; cause: string }
  /** The request has not ended yet. */
  | { type: 'not-ready' }
  | { type: 'unavailable'; cause: string; retryAfterMs: number | null }

/** A submission whose reply was lost. */
export interface SubmissionQuery {
  endpointId: string
  body: Record<string, unknown>
  /** When it was made, by our clock. */
  submittedAt: Timestamp
}

/** What the provider's list of requests shows of the time around a submission. */
export type SubmissionSearch =
  | {
      type: 'listed'
      /** Requests with the same input, oldest first. They may belong to other generations. */
      matching: readonly string[]
      /** Requests whose input the list does not show, or not as it was sent: any of them may be the one. */
      unreadable: readonly string[]
    }
  /** The list cannot be had, or does not cover the time. */
  | { type: 'unknown'; cause: string }

/** A request whose id is known. */
export interface RequestQuery extends ProviderRequest {
  /** Not made before this moment, by our clock. */
  since: Timestamp
}

/** What the provider's list of requests shows of one request. */
export type RequestLookup =
  | {
      type: 'found'
      /** What was submitted; null where the list does not show it. */
      body: Readonly<Record<string, unknown>> | null
      sentAt: Timestamp | null
      startedAt: Timestamp | null
      status: ProviderStatus['status']
      /** How it ended; null before, and where the list does not show it. */
      result: Extract<ResultOutcome, { type: 'video' | 'failed' | 'cancelled' }> | null
    }
  /** The list was read, and does not show it for this endpoint. */
  | { type: 'absent' }
  /** The list cannot be had now. */
  | { type: 'unknown'; cause: string }

/** `too-late`: it had ended. `unknown`: the provider does not know the request, or could not be asked. */
export type CancelOutcome = 'requested' | 'too-late' | 'unknown'

/**
 * The provider's queue.
 *
 * Promises:
 * - `submit` makes at most one request that may be accepted.
 * - No method throws for what a provider or a network does: every such end is an outcome. `follow` ends its iteration
 *   instead: an end without FINISHED says nothing, so ask `status`.
 * - `follow` ends when the stream stalls, and frees the connection when the iteration is ended or the signal aborted.
 */
export interface GenerationGateway {
  submit(submission: Submission): Promise<SubmissionOutcome>
  status(request: ProviderRequest, signal?: AbortSignal): Promise<StatusOutcome>
  follow(request: ProviderRequest, signal: AbortSignal): AsyncIterable<ProviderStatus>
  result(request: ProviderRequest, signal?: AbortSignal): Promise<ResultOutcome>
  cancel(request: ProviderRequest): Promise<CancelOutcome>
  /** Looks for a submission in the provider's list of requests; `listed` only where the list is whole. */
  findSubmission(query: SubmissionQuery, signal?: AbortSignal): Promise<SubmissionSearch>
  /** Looks one request up in that list. */
  findRequest(query: RequestQuery, signal?: AbortSignal): Promise<RequestLookup>
}
