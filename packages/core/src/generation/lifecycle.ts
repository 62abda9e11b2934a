// The life of a generation as a pure function: what is known now + what was observed → what is known next, and the log.
//
//   SUBMITTING ──accepted──▶ IN_QUEUE ──▶ IN_PROGRESS ──finished──▶ FINALIZING ──▶ COMPLETED
//       │  └─unconfirmed─▶ UNCONFIRMED ──accepted──▶ IN_QUEUE …          ├──▶ FAILED
//       └─failed─▶ FAILED        └──failed──▶ FAILED                     └──▶ CANCELLED
//
// Where there is an archive, the provider's video leads to FINALIZING (`delivered`) and its copy to COMPLETED.
//
// Observations come from three sources (status stream, webhook, sweep), twice, late and out of order. So:
// - a final generation never changes, but for one observation that a viewer asks for: `reopened` (see `reopen`);
// - a status never moves backwards (`rank`), except that UNCONFIRMED may be learned only while SUBMITTING;
// - a generation whose video was delivered can only be completed: a paid video is never failed;
// - an observation that teaches nothing changes nothing: `transition` answers null, and no revision is spent.
import { generationError, type GenerationError, generationErrors } from '../errors.ts'
import type { GenerationHappening } from './events.ts'
import {
  type Generation,
  type GenerationStatus,
  isFinal,
  type LogCursor,
  type LogLine,
  type Timestamp,
  type Video,
} from './generation.ts'

/** Something learned about a generation. */
export type Observation =
  /** We are about to make the one call that may cost money. */
  | { type: 'submission-started' }
  /** That call surely was not accepted; it may be made again. */
  | { type: 'submission-deferred' }
  | { type: 'accepted'; requestId: string; queuePosition: number | null }
  | { type: 'unconfirmed' }
  | {
      type: 'progressed'
      status: 'IN_QUEUE' | 'IN_PROGRESS'
      queuePosition: number | null
      logs: readonly LogLine[]
    }
  /** The provider is done; how it went is not known yet. */
  | { type: 'finished'; logs: readonly LogLine[] }
  /** The provider's video is known. It is kept until the archive has it under this key. */
  | { type: 'delivered'; video: Video; billableUnits: number | null; archiveKey: string }
  | { type: 'completed'; video: Video; billableUnits: number | null }
  | { type: 'failed'; error: GenerationError }
  | { type: 'cancelled' }
  | { type: 'cancel-requested' }
  /**
   * A final generation is looked for again: one that failed where the video may still be found, under its request id or,
   * where it has none, this one; or one whose video is not in the archive, which is to keep it under this key.
   */
  | { type: 'reopened'; requestId: string | null; archiveKey: string | null }

/** The next state with its log, or null where the observation teaches nothing. */
export interface Transition {
  generation: Generation
  happenings: GenerationHappening[]
}

const rank: Record<GenerationStatus, number> = {
  SUBMITTING: 0,
  UNCONFIRMED: 1,
  IN_QUEUE: 2,
  IN_PROGRESS: 3,
  FINALIZING: 4,
  COMPLETED: 5,
  FAILED: 5,
  CANCELLED: 5,
}

/** Decides what an observation changes. Pure: the same arguments give the same answer, in any process. */
export function transition(
  generation: Generation,
  observation: Observation,
  now: Timestamp,
): Transition | null {
  if (observation.type === 'reopened') return reopen(generation, observation, now)
  if (isFinal(generation.status)) return null
  const changes: Partial<Generation> = {}
  const happenings: GenerationHappening[] = []

  const moveTo = (status: GenerationStatus, detail: { video?: Video; error?: GenerationError } = {}) => {
    if (rank[status] <= rank[generation.status]) return
    changes.status = status
    if (status !== 'IN_QUEUE') changes.queuePosition = null
    // A stream may begin late: a generation that runs or ended was accepted and started at the latest now.
    if (rank[status] >= rank.IN_QUEUE && status !== 'FAILED' && status !== 'CANCELLED')
      changes.submittedAt = generation.submittedAt ?? now
    if (status === 'IN_PROGRESS' || status === 'FINALIZING') changes.startedAt = generation.startedAt ?? now
    if (isFinal(status)) changes.completedAt = now
    happenings.push({ type: 'status-changed', status, ...detail })
  }
  const addLogs = (lines: readonly LogLine[]) => {
    const { fresh, cursor } = newLines(lines, generation.logCursor)
    if (fresh.length === 0) return
    changes.logCursor = cursor
    for (const line of fresh) happenings.push({ type: 'logged', line })
  }

  switch (observation.type) {
    case 'submission-started':
      if (generation.status === 'SUBMITTING' && generation.submissionStartedAt === null)
        changes.submissionStartedAt = now
      break
    case 'submission-deferred':
      if (generation.status === 'SUBMITTING' && generation.submissionStartedAt !== null)
        changes.submissionStartedAt = null
      break
    case 'accepted':
      if (generation.requestId === null) changes.requestId = observation.requestId
      moveTo('IN_QUEUE')
      if (changes.status === 'IN_QUEUE') changes.queuePosition = observation.queuePosition
      break
    case 'unconfirmed':
      moveTo('UNCONFIRMED')
      break
    case 'progressed':
      // Logs first: a line that was written before the status changed is read before it, too.
      addLogs(observation.logs)
      moveTo(observation.status)
      if ((changes.status ?? generation.status) === 'IN_QUEUE') {
        const { queuePosition } = observation
        if (queuePosition !== null && queuePosition !== generation.queuePosition) {
          changes.queuePosition = queuePosition
          happenings.push({ type: 'queue-moved', queuePosition })
        }
      }
      break
    case 'finished':
      addLogs(observation.logs)
      moveTo('FINALIZING')
      break
    case 'delivered':
      if (generation.delivery !== null) break
      changes.delivery = { video: observation.video, archiveKey: observation.archiveKey, at: now }
      changes.billableUnits = observation.billableUnits
      moveTo('FINALIZING')
      break
    case 'completed':
      changes.video = observation.video
      changes.billableUnits = observation.billableUnits ?? generation.billableUnits
      moveTo('COMPLETED', { video: observation.video })
      break
    case 'failed':
      if (generation.delivery !== null) break
      changes.error = observation.error
      moveTo('FAILED', { error: observation.error })
      break
    case 'cancelled':
      if (generation.delivery !== null) break
      moveTo('CANCELLED')
      break
    case 'cancel-requested':
      if (generation.cancelRequestedAt !== null) break
      changes.cancelRequestedAt = now
      happenings.push({ type: 'cancel-requested' })
      break
  }

  if (Object.keys(changes).length === 0) return null
  return { generation: { ...generation, ...changes, revision: generation.revision + 1 }, happenings }
}

/**
 * The only way back from a final state, and only to FINALIZING: FAILED, where the failure was that the request or its
 * result could not be found; COMPLETED, where the archive has no copy. A completed generation keeps its video meanwhile.
 */
function reopen(
  generation: Generation,
  { requestId, archiveKey }: Extract<Observation, { type: 'reopened' }>,
  now: Timestamp,
): Transition | null {
  const { status, error, video } = generation
  const known = generation.requestId ?? requestId
  const isLostAndFound =
    status === 'FAILED' && error !== null && known !== null && generationErrors[error.code].isRecoverable
  const isCopiedAgain = status === 'COMPLETED' && video !== null && video.archiveKey === undefined
  if (!isLostAndFound && !(isCopiedAgain && archiveKey !== null)) return null
  return {
    generation: {
      ...generation,
      status: 'FINALIZING',
      requestId: known,
      error: null,
      completedAt: null,
      recoveredAt: now,
      submittedAt: generation.submittedAt ?? now,
      startedAt: generation.startedAt ?? now,
      ...(isCopiedAgain &&
        archiveKey !== null && {
          // An earlier copy may be there though its end was never heard of: the new one replaces it.
          delivery: { video, archiveKey: generation.delivery?.archiveKey ?? archiveKey, at: now },
        }),
      revision: generation.revision + 1,
    },
    happenings: [{ type: 'status-changed', status: 'FINALIZING' }],
  }
}

/** The lines above the cursor. fal sends logs in time order, as deltas on a stream and as the whole list otherwise. */
function newLines(
  lines: readonly LogLine[],
  cursor: LogCursor | null,
): { fresh: LogLine[]; cursor: LogCursor | null } {
  const fresh: LogLine[] = []
  let next = cursor
  for (const line of lines) {
    if (next && line.timestamp < next.timestamp) continue
    if (next && line.timestamp === next.timestamp) {
      if (next.messages.includes(line.message)) continue
      next = { timestamp: next.timestamp, messages: [...next.messages, line.message] }
    } else {
      next = { timestamp: line.timestamp, messages: [line.message] }
    }
    fresh.push(line)
  }
  return { fresh, cursor: next }
}

/** What is observed when the provider says that it does not know a request it once accepted. */
export const requestNotFound: Observation = { type: 'failed', error: generationError('REQUEST_NOT_FOUND') }
