import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { focusField } from './focusField.ts'
import { useLatest } from '../internals/useLatest.ts'

export interface FormFocus {
  form: RefObject<HTMLFormElement | null>
  summary: RefObject<HTMLDivElement | null>
  /** Puts the focus on a field, opening what it is in. */
  focus(path: readonly string[]): void
  /** Has a field take its own focus; see `UseOperationForm`. */
  onFocusField(name: string, take: (path: readonly string[]) => boolean): () => void
}

/** After each press that found something, the focus goes to the summary; where there is none, to the first place that is wrong. */
export function useFormFocus(refusals: number, firstWrong: readonly string[] | undefined): FormFocus {
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const ownFocus = useRef(new Map<string, (path: readonly string[]) => boolean>())
  const first = useLatest(firstWrong)

  const focus = useCallback((path: readonly string[]) => {
    if (!ownFocus.current.get(path[0] ?? '')?.(path)) focusField(form.current, path)
  }, [])
  const onFocusField = useCallback<FormFocus['onFocusField']>((name, take) => {
    ownFocus.current.set(name, take)
    return () => void ownFocus.current.delete(name)
  }, [])
  useEffect(() => {
    if (refusals === 0) return
    if (summary.current) summary.current.focus()
    else if (first.current) focus(first.current)
  }, [refusals, focus, first])
  return { form, summary, focus, onFocusField }
}
