import type { DraftRequest } from './loadDraft.ts'

/** What the page tells the worker. `stage` is the number of a canvas. */
export type ToDraftWorker =
  | { type: 'open'; stage: number; canvas: OffscreenCanvas }
  | { type: 'load'; stage: number; call: number; request: DraftRequest }
  | { type: 'show'; stage: number; seconds: number }
  /** Milliseconds since 1970: page and worker count from starts of their own. */
  | { type: 'play'; stage: number; startedAt: number }
  | { type: 'close'; stage: number }

/** What the worker answers to a `load`. */
export type FromDraftWorker =
  | { type: 'loaded'; stage: number; call: number; duration: number }
  | { type: 'failed'; stage: number; call: number }
