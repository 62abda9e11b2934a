import { generationError, type GenerationErrorCode, type InputIssue } from '@pika-kit/core'
import type { GenerationData } from '../graphql/documents.ts'
import { STORY_SECONDS } from './pictures.ts'

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()

/** A generation that waits in the queue; any part of it can be another. */
export function storyGeneration(changes: Partial<GenerationData> = {}): GenerationData {
  return {
    id: 'gen_story',
    status: 'IN_QUEUE',
    revision: 3,
    queuePosition: 2,
    requestId: '6d6e2a4c',
    tags: [],
    createdAt: secondsAgo(12),
    submittedAt: secondsAgo(11),
    startedAt: null,
    completedAt: null,
    cancelRequestedAt: null,
    eta: null,
    operation: { id: 'TEXT_TO_VIDEO', title: 'Text to video', mutationName: 'generateTextToVideo' },
    input: {
      __typename: 'TextToVideoGenerationInput',
      prompt: 'A paper boat crosses a puddle at dusk',
      aspectRatio: 'RATIO_16_9',
    },
    video: null,
    error: null,
    retryOf: null,
    ...changes,
  }
}

/** A generation that has its video. */
export function completed(url: string, changes: Partial<GenerationData> = {}): GenerationData {
  return storyGeneration({
    status: 'COMPLETED',
    queuePosition: null,
    startedAt: secondsAgo(8),
    completedAt: secondsAgo(1),
    video: {
      url,
      downloadUrl: url,
      isArchived: true,
      contentType: 'video/mp4',
      fileName: 'boat.mp4',
      fileSize: 29_103,
      width: 480,
      height: 270,
      duration: STORY_SECONDS,
    },
    ...changes,
  })
}

/** What ends a generation before fal has accepted it, and before it is rendered. */
const beforeAccepted = new Set<GenerationErrorCode>([
  'SUBMISSION_REFUSED',
  'SUBMISSION_UNREACHABLE',
  'SUBMISSION_LOST',
  'NOT_AUTHORIZED',
  'OUT_OF_CREDIT',
  'RATE_LIMITED',
])
const beforeRendered = new Set<GenerationErrorCode>([...beforeAccepted, 'START_TIMEOUT'])

/** A generation that failed for a reason of the catalogue of errors. */
export function failed(
  code: GenerationErrorCode,
  { detail = null, issues = [] }: { detail?: string | null; issues?: InputIssue[] } = {},
): GenerationData {
  const error = generationError(code, { detail, issues })
  return storyGeneration({
    status: 'FAILED',
    queuePosition: null,
    requestId: beforeAccepted.has(code) ? null : '6d6e2a4c',
    submittedAt: beforeAccepted.has(code) ? null : secondsAgo(11),
    startedAt: beforeRendered.has(code) ? null : secondsAgo(6),
    completedAt: secondsAgo(2),
    error: { ...error, issues: [...error.issues] },
  })
}
