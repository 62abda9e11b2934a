import type { DraftRequest } from './loadDraft.ts'

/** A canvas on which drafts are painted, in a worker or on the page. */
export interface DraftStage {
  readonly canvas: HTMLCanvasElement
  /**
   * Prepares a draft, which then takes the place of the one before; answers its seconds. Rejects where it cannot be made.
   * Never settles where another `load` or `close` came before it was done.
   */
  load(request: DraftRequest): Promise<number>
  /** Stops, and paints this second in full size. */
  show(seconds: number): void
  /** Plays to the end; second 0 was, or would have been, at this time by `performance.now()`. */
  play(startedAt: number): void
  close(): void
}
