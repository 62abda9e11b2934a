import { type RefObject, useEffect, useState } from 'react'

// So far outside of the window something counts as seen, so that it is there when it comes.
const MARGIN = '300px'

const watched = new WeakMap<Element, (isSeen: boolean) => void>()
let observer: IntersectionObserver | null = null

/** Whether an element is in view or near it; false on servers. One observer watches for all: a list may have thousands. */
export function useInView(element: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target) return
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const { target: seen, isIntersecting } of entries) watched.get(seen)?.(isIntersecting)
      },
      { rootMargin: MARGIN },
    )
    watched.set(target, setIsSeen)
    observer.observe(target)
    return () => {
      observer?.unobserve(target)
      watched.delete(target)
    }
  }, [element])
  return isSeen
}
