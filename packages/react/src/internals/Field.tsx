import type { ReactNode } from 'react'
import { commonWords } from '../messages/english/common.ts'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import { joinClasses } from './join.ts'

/** What stands around a control: its name, what it is for, and what is wrong with it. */
export interface FieldFrame {
  /** Above the control, and its name. */
  label: string
  /** A line under the label. */
  description?: string | undefined
  /** What is wrong with the value, in words to read after the label: `must not be empty`. */
  issue?: string | undefined
  /** Says behind the label that it may be left out. */
  isOptional?: boolean | undefined
}

export interface FieldProps extends FieldFrame {
  /** Of the control; its description and its issue have ids made from it. */
  id: string
  className?: string | undefined
  children: ReactNode
}

/** A control with its label above, its description and its issue, in that order. */
export function Field({ id, label, description, issue, isOptional, className, children }: FieldProps) {
  return (
    <div className={joinClasses('pk-field', className)}>
      <label htmlFor={id}>
        {label}
        {isOptional && <OptionalMark />}
      </label>
      <Description id={id}>{description}</Description>
      {children}
      <Issue id={id} label={label}>
        {issue}
      </Issue>
    </div>
  )
}

export function OptionalMark() {
  const words = useWords(formWords)
  return <span className="pk-hint">{` ${words.optional}`}</span>
}

export function Description({ id, children }: { id: string; children: string | undefined }) {
  return children ? (
    <span id={`${id}-description`} className="pk-hint">
      {children}
    </span>
  ) : null
}

export function Issue({ id, label, children }: { id: string; label: string; children: string | undefined }) {
  const { before } = useWords(commonWords)
  return children ? (
    <p id={`${id}-issue`} className="pk-issue">
      {before(label) + children}
    </p>
  ) : null
}

/** The ARIA of a control inside a `Field`: wrong or not, and what else is read with it. */
export function fieldAria(
  id: string,
  { description, issue }: Pick<FieldFrame, 'description' | 'issue'>,
  ...others: (string | false | undefined)[]
): { 'aria-invalid': true | undefined; 'aria-describedby': string | undefined } {
  const ids = [description && `${id}-description`, ...others, issue && `${id}-issue`].filter(Boolean)
  return { 'aria-invalid': issue ? true : undefined, 'aria-describedby': ids.join(' ') || undefined }
}
