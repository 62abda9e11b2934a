import { type Eta, etaOf, type RunTime } from './eta.ts'
import type { Generation, GenerationStatus } from './generation.ts'
import type { GenerationPorts } from './ports.ts'

/** How many run times of an operation a range is told from: the newest, since models and queues change. */
const NEWEST = 200
/** Every watcher of every change asks; the answer hardly changes. */
const KEPT_FOR_MS = 30_000

/** UNCONFIRMED is not among them: nobody knows whether anything runs. */
const UNDER_WAY: ReadonlySet<GenerationStatus> = new Set([
  'SUBMITTING',
  'IN_QUEUE',
  'IN_PROGRESS',
  'FINALIZING',
])

/** Tells when generations may be ready, from the history that the store keeps. */
export function createHistory({ store, clock }: Pick<GenerationPorts, 'store' | 'clock'>) {
  const kept = new Map<string, { until: number; runs: Promise<readonly RunTime[]> }>()

  const runsOf = (operationId: string) => {
    const now = clock.now()
    const known = kept.get(operationId)
    if (known && known.until > now) return known.runs
    const runs = store.recentRunTimes(operationId, NEWEST)
    kept.set(operationId, { until: now + KEPT_FOR_MS, runs })
    runs.catch(() => kept.delete(operationId))
    return runs
  }

  return {
    /** Null where nothing is under way, or the history is too short to tell. */
    async eta(generation: Generation): Promise<Eta | null> {
      if (!UNDER_WAY.has(generation.status) || generation.recoveredAt !== null) return null
      return etaOf(generation, await runsOf(generation.operationId))
    },
  }
}
