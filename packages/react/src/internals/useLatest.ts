import { type RefObject, useInsertionEffect, useRef } from 'react'

/**
 * What the newest render that is on the page was given: for handlers and effects that outlive their render. Between a render and
 * its commit it is still the value before; what is shown must come from the render itself.
 */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
