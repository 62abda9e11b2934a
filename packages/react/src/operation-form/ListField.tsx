import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Announcement, useAnnouncer } from '../internals/Announcer.tsx'
import { Button } from '../internals/Button.tsx'
import { Issue } from '../internals/Field.tsx'
import { CloseIcon, PlusIcon } from '../internals/icons.tsx'
import { commonWords } from '../messages/english/common.ts'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import type { FieldControlProps } from './fieldProps.ts'
import { focusField, pathAttribute } from './focusField.ts'
import { issueAt } from './formFieldState.ts'
import { applyUpdate } from './formValue.ts'
import { useItemKeys } from './useItemKeys.ts'

export interface ListFieldProps extends FieldControlProps {
  /** The control of one item. */
  children: (item: FieldControlProps) => ReactNode
}

const NO_FIELDS = {}

/** Several of a kind, as many as the operation takes: added, removed, each with its own control. */
export function ListField({
  field,
  label,
  path,
  value,
  onChange,
  issues,
  children,
  ...shared
}: ListFieldProps) {
  const words = useWords(formWords)
  const { numbered } = useWords(commonWords)
  const { announce, announcement } = useAnnouncer()
  const id = useId()
  const root = useRef<HTMLFieldSetElement>(null)
  const toFocus = useRef<number | null>(null)
  // Once the item is there, or gone.
  useEffect(() => {
    if (toFocus.current === null) return
    focusField(root.current?.parentElement ?? null, [...path, String(toFocus.current)])
    toFocus.current = null
  })
  const { item, minimumItems = 0, maximumItems = Number.POSITIVE_INFINITY } = field
  const given: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : []
  // What a place holds before it is filled: a list keeps it, since others stand behind it.
  const empty = item?.type === 'group' ? NO_FIELDS : ''
  // Where something is needed, the first place stands there to be filled.
  const shown = given.length === 0 && minimumItems > 0 ? [empty] : given
  const keys = useItemKeys(shown.length)
  if (!item) return null

  const nameOf = (index: number) => numbered(item.label, index + 1)
  const edit = (change: (known: readonly unknown[]) => readonly unknown[]) =>
    onChange((known: unknown) => {
      const next = change(Array.isArray(known) ? (known as unknown[]) : [])
      return next.length === 0 ? undefined : next
    })
  const set = (key: string, update: unknown) =>
    edit((known) => {
      const index = keys.placeOf(key)
      const next = applyUpdate(known[index] ?? empty, update) ?? empty
      if (known.length === 0 && next === empty) return known
      return known.length === 0 ? [next] : known.with(index, next)
    })
  const add = () => {
    edit((known) => [...(known.length === 0 ? shown : known), empty])
    announce(words.added(nameOf(shown.length)))
    toFocus.current = shown.length
  }
  const remove = (index: number) => {
    keys.remove(index)
    edit((known) => known.toSpliced(index, 1))
    announce(words.removed(nameOf(index)))
    toFocus.current = Math.max(index - 1, 0)
  }
  const issue = issueAt(issues, path)
  return (
    <fieldset
      ref={root}
      className="pk-field pk-form-list"
      data-full={given.length >= maximumItems || undefined}
      aria-describedby={[`${id}-description`, issue && `${id}-issue`].filter(Boolean).join(' ')}
    >
      <legend>{label}</legend>
      <span id={`${id}-description`} className="pk-hint">
        {field.description}
        {Number.isFinite(maximumItems) && (
          <span className="pk-form-places">{words.places(given.length, maximumItems)}</span>
        )}
      </span>
      <div className="pk-form-items">
        {shown.map((one, index) => {
          const key = keys.keyAt(index)
          return (
            <div
              key={key}
              {...pathAttribute([...path, String(index)])}
              className="pk-form-item"
              data-invalid={issues.some((other) => other.path[path.length] === String(index)) || undefined}
            >
              {children({
                ...shared,
                field: item,
                label: nameOf(index),
                path: [...path, String(index)],
                value: one,
                onChange: (update) => set(key, update),
                issues,
              })}
              {shown.length > Math.max(minimumItems, 1) && (
                <Button
                  variant="plain"
                  className="pk-form-remove"
                  label={words.removeItem(nameOf(index))}
                  onClick={() => remove(index)}
                >
                  <CloseIcon />
                </Button>
              )}
            </div>
          )
        })}
      </div>
      {given.length < maximumItems && (given.length > 0 || minimumItems === 0) && (
        <Button className="pk-form-add" onClick={add}>
          <PlusIcon />
          {words.add}
        </Button>
      )}
      <Issue id={id} label={label}>
        {issue}
      </Issue>
      <Announcement>{announcement}</Announcement>
    </fieldset>
  )
}
