import type { Operation } from '@pika-kit/core'
import { useEffect, useRef } from 'react'
import { useControlled } from '../internals/useControlled.ts'
import type { FormValue } from './formValue.ts'
import { keepForm, keptForm } from './keptForm.ts'

export interface FormValueOptions {
  operation: Operation
  value: FormValue | undefined
  defaultValue: FormValue
  onChange: ((value: FormValue) => void) | undefined
  storageKey: string | undefined
}

/** The value of a form, held by the embedder or here, and kept in the browser where that was asked for. */
export function useFormValue({ operation, value, defaultValue, onChange, storageKey }: FormValueOptions): {
  input: FormValue
  /** The newest, also between two renders. */
  newest(): FormValue
  change(next: FormValue | ((known: FormValue) => FormValue)): void
} {
  const key = value === undefined ? (storageKey ?? null) : null
  const keyToKeep = useRef<string | null>(null)
  const [input, change, newest] = useControlled<FormValue>(value, defaultValue, (next) => {
    if (keyToKeep.current !== null) keepForm(keyToKeep.current, operation, next)
    onChange?.(next)
  })

  // After the first paint, since a server that renders the page knows nothing of this browser.
  useEffect(() => {
    keyToKeep.current = key
    const kept = key === null ? null : keptForm(key, operation)
    if (kept) change(kept)
  }, [key, operation, change])

  return { input, newest, change }
}
