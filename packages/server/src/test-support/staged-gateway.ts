import type { GenerationGateway, ProviderStatus, ResultOutcome, Submission } from '@pika-kit/core'

/** A provider whose queue a test moves by hand. */
export interface StagedGateway extends GenerationGateway {
  submissions: Submission[]
  /** How many follow each request at this moment. */
  followed: Map<string, number>
  /** Tells the next status to whoever follows the request, now or later. */
  tell(requestId: string, status: ProviderStatus): void
  /** What `result` answers from now on. */
  outcome: ResultOutcome
}

export const finishedVideo = {
  url: 'https://v3b.fal.media/files/b/word/out.mp4',
  contentType: 'video/mp4',
  fileName: 'out.mp4',
  fileSize: 42,
  width: null,
  height: null,
  duration: null,
}

/** Accepts everything as `request-1`, `request-2` …; each waits until the test tells. */
export function createStagedGateway(): StagedGateway {
  const told = new Map<string, ProviderStatus[]>()
  let wake: (() => void)[] = []
  const staged: StagedGateway = {
    submissions: [],
    followed: new Map(),
    outcome: { type: 'video', video: finishedVideo, billableUnits: 1 },
    tell(requestId, status) {
      told.set(requestId, [...(told.get(requestId) ?? []), status])
      for (const resolve of wake) resolve()
      wake = []
    },
    async submit(submission) {
      staged.submissions.push(submission)
      return { type: 'accepted', requestId: `request-${staged.submissions.length}`, queuePosition: 1 }
    },
    async *follow({ requestId }, signal) {
      const count = (change: number) =>
        staged.followed.set(requestId, (staged.followed.get(requestId) ?? 0) + change)
      count(1)
      try {
        for (let next = 0; !signal.aborted;) {
          const status = told.get(requestId)?.[next]
          if (status) {
            next++
            yield status
          } else
            await new Promise<void>((resolve) => {
              wake.push(resolve)
              signal.addEventListener('abort', () => resolve(), { once: true })
            })
        }
      } finally {
        count(-1)
      }
    },
    status: async () => ({ type: 'unavailable', cause: 'the test tells', retryAfterMs: null }),
    result: async () => staged.outcome,
    cancel: async () => 'requested',
    findSubmission: async () => ({ type: 'unknown', cause: 'the test tells' }),
    findRequest: async () => ({ type: 'unknown', cause: 'the test tells' }),
  }
  return staged
}
