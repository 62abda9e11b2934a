import { type ComponentPropsWithRef, useEffect, useState } from 'react'
import { joinClasses } from '../internals/join.ts'
import { ForthIcon } from '../internals/icons.tsx'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import { FormFields } from './FormField.tsx'
import type { FormFieldState } from './formFieldState.ts'
import { useFormAround } from './OperationFormContext.ts'

/** What most people leave as it is, behind a line that says what differs. Opens when a press finds something wrong inside. */
export function FormSettings({ className, children, ...props }: ComponentPropsWithRef<'details'>) {
  const { groups, field, refusals } = useFormAround('Settings')
  const words = useWords(formWords)
  const [isOpen, setIsOpen] = useState(false)
  const fields = groups.advanced.map(({ name }) => field(name))
  const hasIssue = fields.some(({ issues }) => issues.length > 0)
  useEffect(() => {
    if (refusals > 0 && hasIssue) setIsOpen(true)
    // Only a press opens it: who closes it meanwhile wants it closed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [refusals])
  if (fields.length === 0) return null
  const changed = fields.filter(({ isDefault }) => !isDefault).map(inShort)
  return (
    <details
      {...props}
      className={joinClasses('pk-form-more', className)}
      open={isOpen}
      data-invalid={hasIssue || undefined}
      data-changed={changed.length > 0 || undefined}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        <ForthIcon />
        {`${words.more} `}
        {changed.length > 0 && <span className="pk-form-changed">{words.changed(changed)}</span>}
      </summary>
      <div className="pk-form-settings">
        {children ?? <FormFields names={groups.advanced.map(({ name }) => name)} />}
      </div>
    </details>
  )
}

/** `Seed 42`; words are too long for a line. */
function inShort({ description, value }: FormFieldState): string {
  return typeof value === 'number' ? `${description.label} ${value}` : description.label
}
