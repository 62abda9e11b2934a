import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { edgeSpeed } from './axis.ts'
import type { Point } from './TimelineAxisContext.ts'

const ZONE_PIXELS = 48

/** Scrolls a box, and the page from top to bottom, while something is held near their ends. */
export function useEdgeScroll(box: RefObject<HTMLElement | null>) {
  const frame = useRef(0)
  const held = useRef<{ point: Point; onScroll: (point: Point) => void; zone: number } | null>(null)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  return useCallback(
    (point: Point | null, onScroll: (point: Point) => void = () => {}, zone = ZONE_PIXELS) => {
      held.current = point && { point, onScroll, zone }
      const step = () => {
        frame.current = 0
        const [element, page] = [box.current, document.scrollingElement]
        if (!held.current || !element || !page) return
        const { left, width } = element.getBoundingClientRect()
        const [wasLeft, wasTop] = [element.scrollLeft, page.scrollTop]
        element.scrollBy(edgeSpeed(held.current.point.x - left, width, { zone: held.current.zone }), 0)
        page.scrollBy(0, edgeSpeed(held.current.point.y, innerHeight, { zone: held.current.zone }))
        if (element.scrollLeft === wasLeft && page.scrollTop === wasTop) return
        held.current.onScroll(held.current.point)
        frame.current = requestAnimationFrame(step)
      }
      if (held.current && frame.current === 0) frame.current = requestAnimationFrame(step)
    },
    [box],
  )
}
