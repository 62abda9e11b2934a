import { type ComponentPropsWithRef, useId } from 'react'
import { WarningIcon } from '../internals/icons.tsx'
import { joinClasses, joinRefs } from '../internals/join.ts'
import { commonWords } from '../messages/english/common.ts'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import { useFormAround } from './OperationFormContext.ts'

/**
 * All that is wrong after a press, how many, and a way to each. Takes the focus when a press found something. Nothing where
 * nothing is wrong.
 */
export function FormSummary({ className, ref, ...props }: Omit<ComponentPropsWithRef<'div'>, 'children'>) {
  const form = useFormAround('Summary')
  const words = useWords(formWords)
  const { before } = useWords(commonWords)
  const id = useId()
  const { issues } = form
  if (issues.length === 0) return null
  return (
    <div
      role="group"
      tabIndex={-1}
      aria-labelledby={id}
      {...props}
      ref={joinRefs(form.summaryRef, ref)}
      className={joinClasses('pk-form-summary', className)}
    >
      <strong id={id}>
        <WarningIcon />
        {words.summary(issues.length)}
      </strong>
      <ul>
        {issues.map(({ path, message }) => {
          const label = path.length > 0 ? form.labelOf(path) : null
          const text = label === null ? message : before(label) + message
          const isField = form.operation.fields.some(({ name }) => name === path[0])
          return (
            <li key={path.join('.') + message}>
              {isField ? (
                <button type="button" onClick={() => form.focus(path)}>
                  {text}
                </button>
              ) : (
                text
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
