import type { GenerationErrorCode } from '@pika-kit/core'
import type { GenerationData } from '../graphql/documents.ts'

/** The four steps that a person is shown, of the eight statuses that there are. */
export const STEPS = ['sent', 'queued', 'rendering', 'saving'] as const
export type Step = (typeof STEPS)[number]
export type StepState = 'done' | 'now' | 'to-come' | 'stopped'

const stepOf: Record<GenerationData['status'], number> = {
  SUBMITTING: 0,
  UNCONFIRMED: 0,
  IN_QUEUE: 1,
  IN_PROGRESS: 2,
  FINALIZING: 3,
  COMPLETED: 4,
  FAILED: 0,
  CANCELLED: 0,
}

/** The video was made, and could not be had. */
const resultErrors: ReadonlySet<string> = new Set<GenerationErrorCode>([
  'RESULT_EXPIRED',
  'RESULT_UNREADABLE',
])

/** How far each step is. A generation that ended without a video stopped where its error or its times say that it was. */
export function stepStates(generation: GenerationData): Record<Step, StepState> {
  const hasStopped = generation.status === 'FAILED' || generation.status === 'CANCELLED'
  const reached = hasStopped ? stepOfEnd(generation) : stepOf[generation.status]
  const state = (index: number): StepState =>
    index < reached ? 'done' : index > reached ? 'to-come' : hasStopped ? 'stopped' : 'now'
  return { sent: state(0), queued: state(1), rendering: state(2), saving: state(3) }
}

function stepOfEnd({ error, startedAt, submittedAt }: GenerationData): number {
  if (error && resultErrors.has(error.code)) return 3
  if (startedAt) return 2
  return submittedAt ? 1 : 0
}

/** Seconds since it was asked for, until it ended or until now. */
export function elapsedSeconds(generation: GenerationData, now: number): number {
  const end = generation.completedAt ? Date.parse(generation.completedAt) : now
  return Math.max(0, (end - Date.parse(generation.createdAt)) / 1_000)
}

/** When a generation may be ready, in whole seconds from now; `late` once it takes longer than nine of ten did. */
export type ReadyIn = { from: number; to: number } | 'late'

/** From the server's own history; null where there is none, or the generation has ended. */
export function readyIn({ eta, completedAt }: GenerationData, now: number): ReadyIn | null {
  if (!eta || completedAt !== null) return null
  const secondsTo = (moment: string) => (Date.parse(moment) - now) / 1_000
  const [from, to] = [inSteps(secondsTo(eta.earliest), Math.floor), inSteps(secondsTo(eta.latest), Math.ceil)]
  return to <= 0 ? 'late' : { from: Math.max(0, from), to }
}

/** Fives of seconds, and tens above a minute: a range that was told from ten others is no more exact than that. */
function inSteps(seconds: number, round: (value: number) => number): number {
  const step = Math.abs(seconds) > 60 ? 10 : 5
  return round(seconds / step) * step
}

/** Whether asking for the end still makes sense. */
export function canCancel({ status, cancelRequestedAt }: GenerationData): boolean {
  return (
    cancelRequestedAt === null &&
    (status === 'SUBMITTING' || status === 'UNCONFIRMED' || status === 'IN_QUEUE' || status === 'IN_PROGRESS')
  )
}

/** Whether looking again may still bring the video, or a copy of it where the provider alone has it. */
export function canRecover({ status, error, video }: GenerationData): boolean {
  if (status === 'COMPLETED') return video?.isArchived === false
  return status === 'UNCONFIRMED' || (status === 'FAILED' && error?.isRecoverable === true)
}

/**
 * The words of a generation: its prompt, those of its transitions, its effect, or nothing. `effects` are the titles in a
 * language, by id.
 */
export function promptOf(
  { input }: GenerationData,
  effects: { readonly [id: string]: { title: string } } = {},
): string | null {
  if ('pikaffect' in input && input.pikaffect) {
    const known = effects[input.pikaffect]
    if (known) return known.title
    const words = input.pikaffect.toLowerCase().replace(/_/g, '-')
    return words.charAt(0).toUpperCase() + words.slice(1)
  }
  if ('prompt' in input && input.prompt) return input.prompt
  if ('optionalPrompt' in input && input.optionalPrompt) return input.optionalPrompt
  if ('transitions' in input) {
    const prompts = (input.transitions ?? []).flatMap(({ prompt }) => prompt ?? [])
    return prompts.join(' · ') || null
  }
  return null
}

/** A picture to show before there is a video; null for operations without one. */
export function pictureOf({ input }: GenerationData): string | null {
  if ('imageUrl' in input && input.imageUrl) return input.imageUrl
  if ('imageUrls' in input && input.imageUrls) return input.imageUrls[0] ?? null
  if ('images' in input) return input.images[0]?.imageUrl ?? null
  return null
}

/** A picture or a video that it was made from; null where it was made from words alone. */
export function sourceOf(generation: GenerationData): { kind: 'image' | 'video'; url: string } | null {
  const { input } = generation
  if ('videoUrl' in input && input.videoUrl) return { kind: 'video', url: input.videoUrl }
  const picture = pictureOf(generation)
  return picture === null ? null : { kind: 'image', url: picture }
}

/** Width to height: of the video, or as it was asked for; null where only the picture that it is made from tells. */
export function ratioOf({ video, input }: GenerationData): number | null {
  if (video?.width && video.height) return video.width / video.height
  const asked = 'aspectRatio' in input ? /^RATIO_(\d+)_(\d+)$/.exec(input.aspectRatio) : null
  return asked ? Number(asked[1]) / Number(asked[2]) : null
}

/** What helps most after a failure: looking again costs nothing, the same input once more may work, or it must change. */
export type Remedy = 'look-again' | 'retry' | 'change'

/** Null where nothing failed. */
export function remedyOf({ error }: GenerationData): Remedy | null {
  if (!error) return null
  if (error.isRecoverable) return 'look-again'
  return error.isRetryable ? 'retry' : 'change'
}

/** Whether another generation with the same input may be asked for. */
export function canRetry({ status }: GenerationData): boolean {
  return status === 'FAILED' || status === 'CANCELLED'
}
