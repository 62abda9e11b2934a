// When a generation may be ready: told from how long others with the same settings took, and from nothing else.
import type { GenerationHappening } from './events.ts'
import type { Generation, Timestamp } from './generation.ts'

/** How long a generation took that ended as a video. Says nothing of whose it was, or what it showed. */
export interface RunTime {
  operationId: string
  /** What the length of the work depends on: see `settingsOf`. */
  settings: string
  /** Milliseconds from the provider's acceptance until a runner started. */
  queueMs: number
  /** Milliseconds from there to the end. */
  runMs: number
  endedAt: Timestamp
}

/** A range: one of ten was ready sooner, one of ten later. */
export interface Eta {
  earliest: Timestamp
  latest: Timestamp
}

/** With fewer a range would be chance. */
const FEWEST = 5

/** The run time that a change adds to the history; null where it did not end as a video. A store keeps it with the change. */
export function runTimeOf(
  generation: Generation,
  happenings: readonly GenerationHappening[],
): RunTime | null {
  const isEnd = happenings.some((one) => one.type === 'status-changed' && one.status === 'COMPLETED')
  const { submittedAt, startedAt, completedAt, recoveredAt, operationId } = generation
  if (!isEnd || recoveredAt !== null || submittedAt === null || startedAt === null || completedAt === null)
    return null
  return {
    operationId,
    settings: settingsOf(generation),
    queueMs: Math.max(0, startedAt - submittedAt),
    runMs: Math.max(0, completedAt - startedAt),
    endedAt: completedAt,
  }
}

/** Resolution and seconds of video, as far as the input names them: these decide how long a model works. */
export function settingsOf({ input }: Pick<Generation, 'input'>): string {
  const { resolution, duration, transitions } = input
  const seconds = Array.isArray(transitions)
    ? transitions.reduce(
        (sum: number, transition: { duration?: number }) => sum + (transition.duration ?? 0),
        0,
      )
    : duration
  return `${typeof resolution === 'string' ? resolution : ''} ${typeof seconds === 'number' ? seconds : ''}`.trim()
}

/** The range for a generation that is under way; null where too few with its settings have ended. */
export function etaOf(generation: Generation, history: readonly RunTime[]): Eta | null {
  const settings = settingsOf(generation)
  const alike = history.filter((run) => run.settings === settings)
  if (alike.length < FEWEST) return null
  const { startedAt, submittedAt, createdAt } = generation
  const from = startedAt ?? submittedAt ?? createdAt
  const lengths = alike.map(({ queueMs, runMs }) => (startedAt === null ? queueMs + runMs : runMs))
  lengths.sort((a, b) => a - b)
  return { earliest: from + quantile(lengths, 0.1), latest: from + quantile(lengths, 0.9) }
}

/** Between the two nearest values where the place falls between them. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return Math.round(below + (above - below) * (place % 1))
}
