import { type ComponentPropsWithRef, useId } from 'react'
import { WarningIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { commonWords } from '../messages/english/common.ts'
import { resultWords } from '../messages/english/result.ts'
import { issueIn } from '../messages/saidIn.ts'
import { useWords } from '../messages/useWords.ts'
import { useResult } from './VideoResultContext.ts'

/** Why it failed, which fields were refused, what the provider said, whether it cost money, and what to do. */
export function VideoResultFailure({ className, ...props }: ComponentPropsWithRef<'div'>) {
  const words = useWords(resultWords)
  const catalog = useWords(catalogWords)
  const { before } = useWords(commonWords)
  const { generation, labelOf } = useResult('Failure')
  const error = generation?.error
  const id = useId()
  if (!error) return null
  const { message, action } = catalog.failures[error.code] ?? error
  return (
    <div
      role="group"
      aria-labelledby={id}
      {...props}
      className={joinClasses('pk-result-failure', className)}
      data-code={error.code}
    >
      <WarningIcon />
      <strong id={id}>{message}</strong>
      {error.issues.length > 0 && (
        <ul>
          {error.issues.map((issue) => (
            <li key={issue.path.join('.') + issue.message} dir="auto">
              {issue.path.length > 0 && <b>{before(labelOf(issue.path))}</b>}
              {issueIn(catalog, generation.operation.id, issue, {})}
            </li>
          ))}
        </ul>
      )}
      {error.detail && error.issues.length === 0 && (
        <p className="pk-result-detail">
          <span className="pk-hidden">{before(words.failureDetail)}</span>
          <q dir="auto">{error.detail}</q>
        </p>
      )}
      <p className="pk-result-billing" data-billing={error.billing}>
        <b>{words.billing[error.billing]}</b> {action}
      </p>
    </div>
  )
}
