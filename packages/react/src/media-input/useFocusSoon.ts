import { type RefObject, useEffect, useReducer, useRef } from 'react'

/** Where the focus goes when the element that had it is gone: to what is done next. */
const FALLBACKS = ['.pk-media-camera button', '.pk-media-choose', 'button:not(:disabled)']

/**
 * Answers how to move the focus once the next render is on the page: to the first of these selectors that is there. Where
 * nobody asks, and the element with the focus went, it does not fall out of the input.
 */
export function useFocusSoon(root: RefObject<HTMLElement | null>): (...selectors: string[]) => void {
  const wanted = useRef<readonly string[]>([])
  const focused = useRef<Element | null>(null)
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)

  useEffect(() => {
    const element = root.current
    const note = ({ target }: FocusEvent) => (focused.current = target as Element)
    // Browsers tell of an element that goes as of one that is left, just before it goes: which it was is seen just after.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if ((target as Element).isConnected && focused.current === target) focused.current = null
      })
    element?.addEventListener('focusin', note)
    element?.addEventListener('focusout', leave)
    return () => {
      element?.removeEventListener('focusin', note)
      element?.removeEventListener('focusout', leave)
    }
  }, [root])

  useEffect(() => {
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body
    for (const selector of [...wanted.current, ...(isLost ? FALLBACKS : [])]) {
      const element = root.current?.querySelector<HTMLElement>(selector)
      if (!element) continue
      element.focus()
      break
    }
    wanted.current = []
  })
  return (...selectors) => {
    wanted.current = selectors
    renderAgain()
  }
}
