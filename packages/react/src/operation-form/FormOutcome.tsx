import type { ComponentPropsWithRef } from 'react'
import { CheckIcon, WarningIcon } from '../internals/icons.tsx'
import { joinClasses } from '../internals/join.ts'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import type { FormFailure } from './formState.ts'
import { useFormAround } from './OperationFormContext.ts'

/** What became of the last press, where no field can mend it: what happened, whether it was paid, what to do. */
export function FormOutcome({ className, ...props }: Omit<ComponentPropsWithRef<'div'>, 'children'>) {
  const { state, failure, problem, isReplay } = useFormAround('Outcome')
  const words = useWords(formWords)
  const classes = joinClasses('pk-form-outcome', className)
  if (state === 'sent')
    return (
      <div {...props} className={classes} data-state="sent">
        <CheckIcon />
        <p>{isReplay ? words.sentBefore : words.sent}</p>
      </div>
    )
  if (!failure && !problem) return null
  return (
    <div role="alert" {...props} className={classes} data-state="failed" data-code={codeOf(failure)}>
      <WarningIcon />
      {failure && (
        <p>
          <strong>{failure.type === 'unknown' ? words.unknown : words.refused}</strong> {failure.message}
        </p>
      )}
      {failure?.type === 'refused' && (
        <p>{`${words.notPaid} ${failure.code === 'LIMIT_EXCEEDED' ? words.makeRoom : words.pressAgain}`}</p>
      )}
      {problem && <p>{problem}</p>}
    </div>
  )
}

function codeOf(failure: FormFailure | null): string | undefined {
  return failure?.type === 'refused' ? failure.code : failure?.type
}
