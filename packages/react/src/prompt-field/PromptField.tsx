import { type ComponentPropsWithRef, type KeyboardEvent, useId, useRef } from 'react'
import { Field, fieldAria, type FieldFrame } from '../internals/Field.tsx'
import { joinClasses, joinHandlers, joinRefs } from '../internals/join.ts'
import { useControlled } from '../internals/useControlled.ts'
import { promptWords } from '../messages/english/prompt.ts'
import { useWords } from '../messages/useWords.ts'
import { RecentPrompts } from './RecentPrompts.tsx'

export interface PromptFieldProps
  extends FieldFrame, Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'defaultValue' | 'onChange'> {
  /** The text. Leave it out and the field holds it itself. */
  value?: string
  /** The text at first; none by default. */
  defaultValue?: string
  /** Told the whole text with every change. */
  onChange?(text: string): void
  /** The most characters. A longer text stays as it is, since cutting a paste loses words; it is said and not sent. */
  maximum?: number | undefined
  /** Texts that were used before, newest first; see `useRecentPrompts`. Picking one puts it in. */
  recent?: readonly string[] | undefined
}

/** From this part of the limit on, the count is shown. */
const NEAR = 0.8
const NO_PROMPTS: readonly string[] = []

/** A text of several lines that grows as it is written. Ctrl or Cmd with Enter submits the form around it. */
export function PromptField({
  label,
  description,
  issue,
  isOptional,
  value,
  defaultValue = '',
  onChange,
  maximum,
  recent = NO_PROMPTS,
  id: givenId,
  className,
  onKeyDown,
  ref,
  ...props
}: PromptFieldProps) {
  const words = useWords(promptWords)
  const [text, setText] = useControlled(value, defaultValue, onChange)
  const ownId = useId()
  const id = givenId ?? ownId
  const area = useRef<HTMLTextAreaElement>(null)
  const isTooLong = maximum !== undefined && text.length > maximum
  const isNear = maximum !== undefined && text.length >= maximum * NEAR
  const aria = fieldAria(id, { description, issue }, isNear && `${id}-count`)

  const submitByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }

  return (
    <Field
      id={id}
      label={label}
      description={description}
      issue={issue}
      isOptional={isOptional}
      className="pk-prompt"
    >
      <span className="pk-prompt-grow" data-text={text}>
        <textarea
          rows={2}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          {...props}
          {...aria}
          aria-invalid={isTooLong || aria['aria-invalid']}
          id={id}
          ref={joinRefs(area, ref)}
          className={joinClasses('pk-input', className)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={joinHandlers(onKeyDown, submitByKey)}
        />
      </span>
      {(recent.length > 0 || isNear) && (
        <span className="pk-prompt-below">
          <RecentPrompts
            label={label}
            prompts={recent}
            isDisabled={props.disabled}
            onPick={(picked) => {
              setText(picked)
              area.current?.focus()
            }}
          />
          {isNear && (
            <span id={`${id}-count`} className="pk-prompt-count" data-over={isTooLong || undefined}>
              {words.count(text.length, maximum)}
            </span>
          )}
        </span>
      )}
      {/* Spoken once as the limit is passed; the count itself would speak at each key. */}
      {maximum !== undefined && (
        <span role="status" className="pk-hidden">
          {isTooLong ? words.tooLong(maximum) : ''}
        </span>
      )}
    </Field>
  )
}
