import { useCallback, useEffect, useState } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import { type LogLineData, useGeneration, type UseGeneration } from '../hooks/useGeneration.ts'
import type { GenerateOutcome } from '../hooks/useGenerate.ts'
import {
  type CancelOutcomeData,
  type RecoverOutcomeData,
  useGenerationActions,
} from '../hooks/useGenerationActions.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import { useNow } from '../internals/useNow.ts'
import {
  canCancel,
  canRecover,
  elapsedSeconds,
  type ReadyIn,
  readyIn,
  type Step,
  stepStates,
  type StepState,
} from './resultView.ts'

/** What `useVideoResult` answers: all that a result shows and does, without any markup. */
export interface UseVideoResult {
  generation: GenerationData | null
  logs: readonly LogLineData[]
  connection: UseGeneration['connection']
  error: string | null
  steps: Record<Step, StepState> | null
  /** Seconds since it was asked for. */
  elapsed: number
  /** When it may be ready, from how long others like it took; null where that cannot be told. */
  ready: ReadyIn | null
  isFinal: boolean
  canCancel: boolean
  /** How asking for the end went; null before. */
  cancelOutcome: CancelOutcomeData | null
  canRecover: boolean
  /** How looking again went; null before, and once it goes on. */
  recoverOutcome: RecoverOutcomeData | null
  /** Why the last retry or deletion did not happen; null when it did. */
  actionError: string | null
  isBusy: boolean
  cancel(): void
  retry(): void
  /** Looks again for what was lost; it costs nothing. */
  recover(): void
  remove(): void
}

export interface VideoResultActions {
  /** A retry was accepted: show this one. */
  onRetry?(generation: GenerationData): void
  /** A retry was refused. */
  onRetryRefused?(outcome: GenerateOutcome): void
  onRemove?(id: string): void
}

/** Follows a generation and offers what can be done with it. */
export function useVideoResult(
  id: string | null,
  { onRetry, onRetryRefused, onRemove }: VideoResultActions = {},
): UseVideoResult {
  const { generation, logs, connection, error, followAgain } = useGeneration(id)
  const actions = useGenerationActions()
  const [isBusy, setIsBusy] = useState(false)
  const [cancelOutcome, setCancelOutcome] = useState<CancelOutcomeData | null>(null)
  const [recoverOutcome, setRecoverOutcome] = useState<RecoverOutcomeData | null>(null)
  const [actionError, setActionError] = useState<string | null>(null)
  const isFinal = generation !== null && isFinalStatus(generation.status)
  const now = useNow(generation !== null && !isFinal)

  useEffect(() => {
    setCancelOutcome(null)
    setRecoverOutcome(null)
    setActionError(null)
  }, [id])

  const busyWhile = useCallback(async (work: () => Promise<void>) => {
    setIsBusy(true)
    setActionError(null)
    await work()
    setIsBusy(false)
  }, [])
  const cancel = () => {
    if (id !== null) void busyWhile(async () => setCancelOutcome(await actions.cancel(id)))
  }
  const retry = () => {
    if (id === null) return
    void busyWhile(async () => {
      const outcome = await actions.retry(id)
      if (outcome.type === 'accepted') return onRetry?.(outcome.generation)
      setActionError(outcome.message)
      onRetryRefused?.(outcome)
    })
  }
  const recover = () => {
    if (id === null) return
    void busyWhile(async () => {
      setRecoverOutcome(null)
      const outcome = await actions.recover(id)
      setRecoverOutcome(outcome)
      if (outcome.type !== 'failed') followAgain()
    })
  }
  const remove = () => {
    if (id === null) return
    void busyWhile(async () => {
      const refusal = await actions.remove(id)
      if (refusal === null) onRemove?.(id)
      else setActionError(refusal)
    })
  }
  return {
    generation,
    logs,
    connection,
    error,
    steps: generation && stepStates(generation),
    elapsed: generation ? elapsedSeconds(generation, now) : 0,
    ready: generation && readyIn(generation, now),
    isFinal,
    canCancel: generation !== null && canCancel(generation),
    cancelOutcome,
    canRecover: generation !== null && canRecover(generation),
    recoverOutcome,
    actionError,
    isBusy,
    cancel,
    retry,
    recover,
    remove,
  }
}
