import { useCallback, useState } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import { type LogLineData, useGeneration, type UseGeneration } from '../hooks/useGeneration.ts'
import type { GenerateOutcome } from '../hooks/useGenerate.ts'
import {
  type CancelOutcomeData,
  type RecoverOutcomeData,
  useGenerationActions,
} from '../hooks/useGenerationActions.ts'
import { useFieldLabels } from '../hooks/useFieldLabels.ts'
import { isFinalStatus } from '../hooks/newest.ts'
import { useNow } from '../internals/useNow.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { recoveryIn } from './recoveryIn.ts'
import {
  canCancel,
  canRecover,
  canRetry,
  elapsedSeconds,
  type ReadyIn,
  readyIn,
  type Remedy,
  remedyOf,
  type Step,
  stepStates,
  type StepState,
} from './resultView.ts'
import { useSpokenProgress } from './useSpokenProgress.ts'

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
  canRetry: boolean
  /** What helps most after a failure; null where nothing failed. */
  remedy: Remedy | null
  /** What a field that was refused is called for people, by its path in the input. */
  labelOf(path: readonly string[]): string
  /** Live updates cannot come now; it is tried again. */
  isOffline: boolean
  /** Why the last retry or deletion did not happen; null when it did. */
  actionError: string | null
  isBusy: boolean
  cancel(): void
  retry(): void
  /** Looks again for what was lost, or copies what the provider alone has; it costs nothing. */
  recover(): void
  remove(): void
  /** Asks for the present state again: the address of an archived video is good for a while only. */
  refresh(): void
  /** Opens the form with this input, where the app can. */
  change: (() => void) | null
  /** Shows another generation, where the app can: the one that this is another try of. */
  open: ((id: string) => void) | null
  /** Says something to screen readers, politely. */
  say(words: string): void
  /** What is spoken now, for a polite live region: `VideoResult.Root` has one. */
  spoken: string
}

export interface VideoResultActions {
  /** A retry was accepted: show this one. */
  onRetry?(generation: GenerationData): void
  /** A retry was refused. */
  onRetryRefused?(outcome: GenerateOutcome): void
  /** Told after it was deleted. */
  onRemove?(id: string): void
  /** Opens the form with the input of this generation, so that it can be changed. */
  onChangeInput?(generation: GenerationData): void
  /** Shows another generation: the one that this is another try of. */
  onOpen?(id: string): void
}

/** Follows a generation and offers what can be done with it. */
export function useVideoResult(
  id: string | null,
  { onRetry, onRetryRefused, onRemove, onChangeInput, onOpen }: VideoResultActions = {},
): UseVideoResult {
  const { generation, logs, connection, error, followAgain } = useGeneration(id)
  const actions = useGenerationActions()
  const words = useWords(resultWords)
  const labelOf = useFieldLabels(generation?.error?.issues.length ? generation.operation.id : null)
  const { say, spoken } = useSpokenProgress(generation, connection)
  const [isBusy, setIsBusy] = useState(false)
  const [cancelOutcome, setCancelOutcome] = useState<CancelOutcomeData | null>(null)
  const [recoverOutcome, setRecoverOutcome] = useState<RecoverOutcomeData | null>(null)
  const [actionError, setActionError] = useState<string | null>(null)
  const isFinal = generation !== null && isFinalStatus(generation.status)
  const now = useNow(generation !== null && !isFinal)

  const [outcomesOf, setOutcomesOf] = useState(id)
  if (outcomesOf !== id) {
    setOutcomesOf(id)
    setCancelOutcome(null)
    setRecoverOutcome(null)
    setActionError(null)
  }

  const busyWhile = useCallback(async (work: () => Promise<void>) => {
    setIsBusy(true)
    setActionError(null)
    await work()
    setIsBusy(false)
  }, [])
  const cancel = () => {
    if (id === null) return
    void busyWhile(async () => {
      const outcome = await actions.cancel(id)
      setCancelOutcome(outcome)
      say(outcome.type === 'failed' ? outcome.message : words.cancelOutcomes[outcome.type])
    })
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
  const hasNoArchive = generation?.status === 'COMPLETED' && recoverOutcome?.type === 'COMPLETE'
  const recover = () => {
    if (id === null) return
    void busyWhile(async () => {
      setRecoverOutcome(null)
      const outcome = await actions.recover(id)
      setRecoverOutcome(outcome)
      say(recoveryIn(words, outcome))
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
    canRecover: generation !== null && canRecover(generation) && !hasNoArchive,
    recoverOutcome,
    canRetry: generation !== null && canRetry(generation),
    remedy: generation && remedyOf(generation),
    labelOf,
    isOffline: connection === 'reconnecting',
    actionError,
    isBusy,
    cancel,
    retry,
    recover,
    remove,
    refresh: followAgain,
    change: generation && onChangeInput ? () => onChangeInput(generation) : null,
    open: onOpen ?? null,
    say,
    spoken,
  }
}
