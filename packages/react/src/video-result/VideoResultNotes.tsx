import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { recoveryIn } from './recoveryIn.ts'
import { useResult } from './VideoResultContext.ts'

/** What became of asking to cancel or to look again, and why a retry or a deletion did not happen. */
export function VideoResultNotes({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const words = useWords(resultWords)
  const { generation, cancelOutcome, recoverOutcome, actionError, canRecover, isFinal } = useResult('Notes')
  if (!generation) return null
  const wasCancelled = cancelOutcome
    ? cancelOutcome.type === 'failed'
      ? cancelOutcome.message
      : words.cancelOutcomes[cancelOutcome.type]
    : generation.cancelRequestedAt !== null && !isFinal
      ? words.cancelling
      : null
  const isKeptByProvider = generation.video?.isArchived === false
  // Where looking again led on, the state says so.
  const wasRecovered =
    recoverOutcome === null || !(canRecover || isKeptByProvider) ? null : recoveryIn(words, recoverOutcome)
  if (wasCancelled === null && wasRecovered === null && actionError === null) return null
  return (
    <div {...props} className={joinClasses('pk-result-notes', className)}>
      {wasCancelled !== null && <p className="pk-result-note">{wasCancelled}</p>}
      {wasRecovered !== null && <p className="pk-result-note">{wasRecovered}</p>}
      {actionError !== null && (
        <p className="pk-issue" role="alert">
          {actionError}
        </p>
      )}
    </div>
  )
}
