import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { OfflineIcon } from '../internals/icons.tsx'
import { formatClock } from '../internals/time.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { promptOf } from './resultView.ts'
import { useResult } from './VideoResultContext.ts'

/** Where it stands: the state or the place in the queue, how long, when it may be ready, and what is asked for. */
export function VideoResultStatus({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const words = useWords(resultWords)
  const catalog = useWords(catalogWords)
  const { generation, elapsed, ready, isFinal, isOffline, open } = useResult('Status')
  if (!generation) return null
  const { status, queuePosition, operation, retryOf } = generation
  const prompt = promptOf(generation, catalog.effects)
  const title = catalog.operations[operation.id]?.title ?? operation.title
  const headline =
    status === 'IN_QUEUE' && queuePosition !== null ? words.ahead(queuePosition) : words.statuses[status]
  const clock = formatClock(elapsed)
  return (
    <div {...props} className={joinClasses('pk-result-status', className)}>
      <strong>{headline}</strong>
      <span className="pk-hint">{isFinal ? words.took(clock) : words.elapsed(clock)}</span>
      <span className="pk-result-ready">
        {ready === null ? title : ready === 'late' ? words.late : words.ready(ready.from, ready.to)}
      </span>
      {prompt !== null && (
        <p className="pk-hint pk-result-prompt" dir="auto" title={prompt}>
          {prompt}
        </p>
      )}
      {status === 'UNCONFIRMED' && <p className="pk-result-note">{words.unconfirmed}</p>}
      {generation.video?.isArchived === false && <p className="pk-hint">{words.notArchived}</p>}
      {retryOf && (
        <p className="pk-hint">
          {words.retryOf}{' '}
          {open && (
            <button type="button" className="pk-link" onClick={() => open(retryOf.id)}>
              {words.openRetried}
            </button>
          )}
        </p>
      )}
      {isOffline && !isFinal && (
        <p className="pk-result-note" data-tone="warning">
          <OfflineIcon />
          {words.offline}
        </p>
      )}
    </div>
  )
}
