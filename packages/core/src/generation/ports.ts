import type { Catalog } from '../operations/catalog.ts'
import type { GenerationBus } from '../ports/bus.ts'
import type { Clock } from '../ports/clock.ts'
import type { GenerationGateway } from '../ports/gateway.ts'
import type { Identifiers } from '../ports/identifiers.ts'
import type { Observer } from '../ports/observer.ts'
import type { GenerationStore } from '../ports/store.ts'
import type { VideoArchive } from '../ports/video-archive.ts'

/** Everything that the use cases need from outside. One object, made by whoever composes the host. */
export interface GenerationPorts {
  catalog: Catalog
  store: GenerationStore
  bus: GenerationBus
  gateway: GenerationGateway
  /** Without it a video stays where the provider has it, for as long as its link lives. */
  archive?: VideoArchive | undefined
  clock: Clock
  identifiers: Identifiers
  observer: Observer
  /** The name of this replica: unique among the processes that share a store. */
  replica: string
  /** The URL at which the provider reports on a generation; null where the provider cannot reach us. */
  webhookUrlOf(token: string): string | null
  /** How many generations of one viewer may be unfinished at once. */
  maximumActivePerViewer: number
  /** Whether a viewer may take a request in that was made elsewhere with the same key. Nobody may where it is left out. */
  mayAdopt?: ((viewerId: string, requestId: string) => boolean | Promise<boolean>) | undefined
  timing: Timing
}

/** Milliseconds. */
export interface Timing {
  /** How long a replica that says nothing counts as alive; it says so three times in that time. After a crash others take what it had so much later. */
  lease: number
  /** How often a replica looks for generations that nobody holds. */
  sweep: number
  /** First and longest pause between two looks at a status, when the stream does not tell. */
  firstPoll: number
  longestPoll: number
  /** For how long a submission that surely was not accepted (429, connection refused) is tried again. */
  submitFor: number
  /** For how long a provider may deny a request that it had accepted before it counts as gone. */
  missingFor: number
  /** How long the webhook may tell about a submission whose reply was lost, before the provider's request list is asked. */
  confirmAfter: number
  /** The longest pause between two looks into that list. */
  longestConfirm: number
  /**
   * How long after a submission its absence from that list proves that it was not accepted. Long, because a list that
   * shows requests only when they end would deny one that still runs, and a retry of that one would be paid twice.
   */
  absentAfter: number
  /** For how long a video that cannot be copied is tried again, before it is left where the provider has it. */
  archiveFor: number
}

export const defaultTiming: Timing = {
  lease: 6_000,
  sweep: 1_000,
  firstPoll: 1_000,
  longestPoll: 15_000,
  submitFor: 120_000,
  missingFor: 30_000,
  confirmAfter: 5_000,
  longestConfirm: 60_000,
  absentAfter: 600_000,
  archiveFor: 600_000,
}
