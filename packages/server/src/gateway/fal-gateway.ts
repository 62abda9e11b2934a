import { createFalClient, parseEndpointId } from '@fal-ai/client'
import {
  generationError,
  type GenerationGateway,
  type ProviderRequest,
  type ResultOutcome,
  type StatusOutcome,
  type SubmissionOutcome,
} from '@pika-kit/core'
import { readBillableUnits, readStatus, readStatusFailure, readSubmitted, readVideo } from './answers.ts'
import { isTypedBody, readFailure, readRefusal } from './failures.ts'
import { type FalHosts } from './fal-hosts.ts'
import { lookUpRequest, searchRequestList } from './request-list.ts'
import { readStatusStream } from './status-stream.ts'
import { createSubmitOnceFetch, FalStatusError, FalTransportError } from './submit-once-fetch.ts'

export interface FalGatewayOptions {
  /** Never leaves the process but in the Authorization header of a request to `hosts`. */
  key: string
  hosts: FalHosts
  /** Origin of a fal-compatible service whose videos may come by plain http; null for fal itself. */
  trustedOrigin: string | null
  /** Called for each request to fal, for the metrics; `requestId` is fal's, null where the request names none. */
  onRequest?: (kind: string, requestId: string | null) => void
  /** Called when a submission was accepted: now it is known which request it was for. */
  onAccepted?: (requestId: string) => void
  /** Milliseconds without a byte after which a status stream counts as dead. */
  stalledAfterMs?: number
}

const SUBMIT_TIMEOUT_MS = 30_000
const READ_TIMEOUT_MS = 20_000
/** The first pause after a refusal that may pass; fal's `Retry-After` wins. */
const RETRY_AFTER_MS = 2_000

/** fal's queue as core's gateway port. */
export function createFalGateway({
  key,
  hosts,
  trustedOrigin,
  onRequest = () => {},
  onAccepted = () => {},
  stalledAfterMs,
}: FalGatewayOptions): GenerationGateway {
  const createClient = (onHeaders?: (headers: Headers) => void) =>
    createFalClient({
      credentials: key,
      fetch: createSubmitOnceFetch({ hosts, key, onRequest, ...(onHeaders && { onHeaders }) }),
      suppressLocalCredentialsWarning: true,
    })
  const fal = createClient()

  /** Whether the status of a request already says that it failed: then its result will never be anything else. */
  const failureInStatus = async (request: ProviderRequest, signal: AbortSignal | undefined) => {
    try {
      const answer: unknown = await fal.queue.status(request.endpointId, {
        requestId: request.requestId,
        abortSignal: withTimeout(signal),
      })
      return readStatusFailure(answer)
    } catch {
      return null
    }
  }

  return {
    async submit({ endpointId, body, webhookUrl, priority, startTimeout }): Promise<SubmissionOutcome> {
      try {
        const answer: unknown = await fal.queue.submit(endpointId, {
          input: body,
          priority,
          abortSignal: AbortSignal.timeout(SUBMIT_TIMEOUT_MS),
          ...(webhookUrl !== null && { webhookUrl }),
          ...(startTimeout !== null && { startTimeout }),
        })
        const submitted = readSubmitted(answer)
        if (!submitted) return { type: 'unknown', cause: 'the reply named no request' }
        onAccepted(submitted.requestId)
        return { type: 'accepted', ...submitted }
      } catch (error) {
        return submissionEnd(error)
      }
    },

    async status(request, signal): Promise<StatusOutcome> {
      try {
        const answer: unknown = await fal.queue.status(request.endpointId, {
          requestId: request.requestId,
          logs: true,
          abortSignal: withTimeout(signal),
        })
        const status = readStatus(answer)
        return status
          ? { type: 'status', ...status }
          : { type: 'unavailable', cause: 'the answer was not a status', retryAfterMs: null }
      } catch (error) {
        if (error instanceof FalStatusError && error.status === 404) return { type: 'not-found' }
        return unavailable(error)
      }
    },

    follow(request, signal) {
      onRequest('stream', request.requestId)
      const url = `${hosts.queue}/${appOf(request)}/requests/${encodeURIComponent(request.requestId)}/status/stream?logs=1`
      return readStatusStream({
        url,
        authorization: `Key ${key}`,
        signal,
        ...(stalledAfterMs !== undefined && { stalledAfterMs }),
      })
    },

    async result(request, signal): Promise<ResultOutcome> {
      let billableUnits: number | null = null
      // The client hides the headers of a result, and with them what was billed.
      const client = createClient((headers) => {
        billableUnits = readBillableUnits(headers)
      })
      try {
        const result = await client.queue.result(request.endpointId, {
          requestId: request.requestId,
          abortSignal: withTimeout(signal),
        })
        const video = readVideo(result.data, trustedOrigin)
        return video
          ? { type: 'video', video, billableUnits }
          : { type: 'failed', error: generationError('RESULT_UNREADABLE') }
      } catch (error) {
        const outcome = resultEnd(error)
        if (outcome.type !== 'unavailable' || !(error instanceof FalStatusError) || error.status < 500)
          return outcome
        const failure = await failureInStatus(request, signal)
        if (!failure) return outcome
        if (failure.errorType === 'client_cancelled') return { type: 'cancelled' }
        // The model answered with another status than this, which was the road's: what it said is still to be had.
        const modelStatus = /^Invalid status code: (\d+)$/.exec(failure.error)?.[1]
        if (modelStatus !== undefined && Number(modelStatus) !== error.status) return outcome
        const body = { detail: failure.error, error_type: failure.errorType ?? undefined }
        return { type: 'failed', error: readFailure(error.status, body) }
      }
    },

    findSubmission(query, signal) {
      onRequest('list', null)
      return searchRequestList({ url: hosts.api, key, signal: withTimeout(signal) }, query)
    },

    findRequest(query, signal) {
      onRequest('list', query.requestId)
      const list = { url: hosts.api, key, signal: withTimeout(signal) }
      return lookUpRequest(list, query, trustedOrigin)
    },

    async cancel(request) {
      try {
        await fal.queue.cancel(request.endpointId, {
          requestId: request.requestId,
          abortSignal: withTimeout(undefined),
        })
        return 'requested'
      } catch (error) {
        return error instanceof FalStatusError && error.status === 400 ? 'too-late' : 'unknown'
      }
    },
  }
}

/** Status, stream and result live under `owner/app`, whatever path the endpoint has: FAL_PROTOCOL 1.2. */
function appOf({ endpointId }: ProviderRequest): string {
  const { namespace, owner, alias } = parseEndpointId(endpointId)
  return `${namespace ? `${namespace}/` : ''}${owner}/${alias}`
}

function withTimeout(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(READ_TIMEOUT_MS)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

/** Only what surely was not accepted may be submitted again. */
function submissionEnd(error: unknown): SubmissionOutcome {
  if (error instanceof FalTransportError && error.delivery === 'not-sent') {
    return {
      type: 'refused',
      error: generationError('SUBMISSION_UNREACHABLE', { detail: error.message }),
      retryAfterMs: RETRY_AFTER_MS,
    }
  }
  if (error instanceof FalStatusError) {
    const { status, body, retryAfterMs } = error
    if (status === 429)
      return {
        type: 'refused',
        error: readRefusal(status, body),
        retryAfterMs: retryAfterMs ?? RETRY_AFTER_MS,
      }
    if (status >= 400 && status < 500 && status !== 408)
      return { type: 'refused', error: readRefusal(status, body), retryAfterMs: null }
    // 503 with fal's own words comes from before the queue; one of a proxy in between may come after it.
    const isFromQueue = status === 503 && typeof body === 'object' && body !== null && 'detail' in body
    if (isFromQueue) {
      const refusal = generationError('SUBMISSION_REFUSED', { detail: 'fal had no place in its queue.' })
      return {
        type: 'refused',
        error: { ...refusal, isRetryable: true },
        retryAfterMs: retryAfterMs ?? RETRY_AFTER_MS,
      }
    }
    return { type: 'unknown', cause: error.message }
  }
  return { type: 'unknown', cause: error instanceof Error ? error.message : String(error) }
}

function resultEnd(error: unknown): ResultOutcome {
  if (!(error instanceof FalStatusError)) return unavailable(error)
  const { status, body, headers } = error
  const failure = readFailure(status, body, headers)
  if (status === 404 || status === 410)
    return { type: 'expired', cause: `fal answered with status ${status}` }
  if (status === 499) return { type: 'cancelled' }
  if (status === 400 && /still in progress/i.test(failure.detail ?? '')) return { type: 'not-ready' }
  if (status === 401 || status === 403 || status === 429) return unavailable(error)
  // A result replays the model's own failure, 5xx included, and then says of what type it was. Without a type it is
  // the road to the result that failed, and the video may well be there.
  const isTyped = headers.has('x-fal-error-type') || isTypedBody(body) || failure.code === 'START_TIMEOUT'
  if (status >= 500 && !isTyped) return unavailable(error)
  return { type: 'failed', error: failure }
}

function unavailable(error: unknown): { type: 'unavailable'; cause: string; retryAfterMs: number | null } {
  const cause = error instanceof Error ? error.message : String(error)
  return {
    type: 'unavailable',
    cause,
    retryAfterMs: error instanceof FalStatusError ? error.retryAfterMs : null,
  }
}
