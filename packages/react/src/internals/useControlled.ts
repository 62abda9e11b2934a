import { useCallback, useInsertionEffect, useRef, useState } from 'react'
import { useLatest } from './useLatest.ts'

/**
 * A value that the embedder may hold (`value`, which may be null) or leave to the component (`defaultValue`). The setter takes a value or a
 * function of the newest value, which may be called several times before the next render; `newest` answers it, also between two renders.
 */
export function useControlled<Value>(
  value: Value | undefined,
  defaultValue: Value,
  onChange: ((value: Value) => void) | undefined,
): [value: Value, set: (next: Value | ((known: Value) => Value)) => void, newest: () => Value] {
  const [own, setOwn] = useState(defaultValue)
  const current = value === undefined ? own : value
  // Runs ahead of the state between two renders.
  const newest = useRef(current)
  useInsertionEffect(() => {
    newest.current = current
  })
  const change = useLatest(onChange)

  const set = useCallback(
    (next: Value | ((known: Value) => Value)) => {
      const result = typeof next === 'function' ? (next as (known: Value) => Value)(newest.current) : next
      if (Object.is(result, newest.current)) return
      newest.current = result
      setOwn(result)
      change.current?.(result)
    },
    [change],
  )
  return [current, set, useCallback(() => newest.current, [])]
}
