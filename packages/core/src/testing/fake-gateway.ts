import type { Video } from '../generation/generation.ts'
import type { GenerationGateway, ProviderRequest, ProviderStatus, Submission } from '../ports/gateway.ts'

/** A provider that does what a test says, and remembers what it was asked. */
export interface FakeGateway extends GenerationGateway {
  /** Every submission, in order: what would have been paid. */
  readonly submissions: readonly Submission[]
  readonly cancellations: readonly ProviderRequest[]
  /** How often the result was asked for. */
  readonly resultRequests: number
}

export const fakeVideo: Video = {
  url: 'https://media.example/video.mp4',
  contentType: 'video/mp4',
  fileName: 'video.mp4',
  fileSize: 1_000,
  width: 1280,
  height: 720,
  duration: 5,
}

/** What a request goes through when all goes well. */
export const fakeStatuses: readonly ProviderStatus[] = [
  { status: 'IN_QUEUE', queuePosition: 1, logs: [] },
  { status: 'IN_QUEUE', queuePosition: 0, logs: [] },
  {
    status: 'IN_PROGRESS',
    queuePosition: null,
    logs: [{ timestamp: '2026-11-24T09:00:00Z', level: 'INFO', message: 'loading' }],
  },
  {
    status: 'FINISHED',
    queuePosition: null,
    logs: [{ timestamp: '2026-11-24T09:00:01Z', level: 'INFO', message: 'done' }],
  },
]

/** Makes a provider that accepts everything and renders at once, except where `behaviour` says otherwise. */
export function createFakeGateway(behaviour: Partial<GenerationGateway> = {}): FakeGateway {
  const submissions: Submission[] = []
  const cancellations: ProviderRequest[] = []
  let resultRequests = 0
  return {
    submissions,
    cancellations,
    get resultRequests() {
      return resultRequests
    },
    async submit(submission) {
      submissions.push(submission)
      return (
        behaviour.submit?.(submission) ?? {
          type: 'accepted',
          requestId: `req_${submissions.length}`,
          queuePosition: 2,
        }
      )
    },
    async status(request, signal) {
      return (
        behaviour.status?.(request, signal) ?? {
          type: 'status',
          status: 'FINISHED',
          queuePosition: null,
          logs: [],
        }
      )
    },
    async *follow(request, signal) {
      yield* behaviour.follow?.(request, signal) ?? fakeStatuses
    },
    async result(request, signal) {
      resultRequests++
      return behaviour.result?.(request, signal) ?? { type: 'video', video: fakeVideo, billableUnits: 5 }
    },
    async cancel(request) {
      cancellations.push(request)
      return behaviour.cancel?.(request) ?? 'requested'
    },
    async findSubmission(query, signal) {
      return behaviour.findSubmission?.(query, signal) ?? { type: 'unknown', cause: 'a fake has no list' }
    },
    async findRequest(query, signal) {
      return behaviour.findRequest?.(query, signal) ?? { type: 'absent' }
    },
  }
}

/** A stream that tells these and then stays silent until it is closed. */
export async function* silentAfter(
  statuses: readonly ProviderStatus[],
  signal: AbortSignal,
): AsyncGenerator<ProviderStatus> {
  yield* statuses
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
