import type { Ref, RefCallback } from 'react'

/** Class names in one, without the empty ones. */
export function joinClasses(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** One ref that sets several. */
export function joinRefs<Value>(...refs: (Ref<Value> | undefined)[]): RefCallback<Value> {
  return (value) => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(value)
      else if (ref) ref.current = value
    }
  }
}

/** Runs the embedder's handler first; ours only where that one did not prevent it. */
export function joinHandlers<Event extends { defaultPrevented: boolean }>(
  theirs: ((event: Event) => void) | undefined,
  ours: (event: Event) => void,
): (event: Event) => void {
  return (event) => {
    theirs?.(event)
    if (!event.defaultPrevented) ours(event)
  }
}
