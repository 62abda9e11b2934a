import type { GenerationData } from '../graphql/documents.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import {
  canCancel,
  canRecover,
  canRetry,
  elapsedSeconds,
  readyIn,
  remedyOf,
  stepStates,
} from '../video-result/resultView.ts'
import type { UseVideoResult } from '../video-result/useVideoResult.ts'

/** What `useVideoResult` would answer for a generation. */
export function storyResult(
  generation: GenerationData | null,
  changes: Partial<UseVideoResult> = {},
): UseVideoResult {
  return {
    generation,
    logs: [],
    connection: generation ? 'live' : 'idle',
    error: null,
    steps: generation && stepStates(generation),
    elapsed: generation ? elapsedSeconds(generation, Date.now()) : 0,
    ready: generation && readyIn(generation, Date.now()),
    isFinal: generation !== null && isFinalStatus(generation.status),
    isOffline: changes.connection === 'reconnecting',
    canCancel: generation !== null && canCancel(generation),
    cancelOutcome: null,
    canRecover: generation !== null && canRecover(generation),
    recoverOutcome: null,
    canRetry: generation !== null && canRetry(generation),
    remedy: generation && remedyOf(generation),
    actionError: null,
    isBusy: false,
    labelOf: ([name, place]) => (name === 'imageUrls' ? `Pictures, number ${Number(place) + 1}` : 'Prompt'),
    cancel: () => {},
    retry: () => {},
    recover: () => {},
    remove: () => {},
    refresh: () => {},
    change: () => {},
    open: () => {},
    say: () => {},
    spoken: '',
    ...changes,
  }
}
