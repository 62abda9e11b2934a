import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { THUMBNAIL_PIXELS } from './axis.ts'
import { isTextField } from './isTextField.ts'
import type { Timeline } from './TimelineContext.ts'
import { useLatest } from '../internals/useLatest.ts'

/**
 * Zooms the axis by Ctrl or Cmd with the wheel (a pinch on a touchpad is the same) around the pointer, and by +, − and 0
 * around the play position or the middle. Answers the keys' handler.
 */
export function useZoomGestures(
  box: RefObject<HTMLElement | null>,
  { scale, isShown }: { scale: number; isShown: boolean },
  timeline: Timeline,
) {
  const words = useWords(timelineWords)
  const { zoom, time } = timeline
  const newest = useLatest(timeline)
  /** What must stay where it is: a second, and how far it is from the start of the box. */
  const anchor = useRef<{ second: number; offset: number } | null>(null)
  const before = useRef(scale)

  useEffect(() => {
    const element = box.current
    if (!element || before.current === scale) return
    const known = before.current
    before.current = scale
    if (zoom === 1) {
      element.scrollTo({ left: 0 })
      return
    }
    const start = Math.abs(element.scrollLeft)
    const width = element.clientWidth
    const lead = leadOf(element)
    const at = (second: number, perSecond: number) => second * perSecond + lead
    const isSeen = time !== null && at(time, known) >= start && at(time, known) <= start + width
    const middle = (start + width / 2 - lead) / known
    const second = anchor.current?.second ?? (isSeen ? time : middle)
    const offset = anchor.current?.offset ?? at(second, known) - start
    anchor.current = null
    const sign = getComputedStyle(element).direction === 'rtl' ? -1 : 1
    element.scrollTo({ left: sign * Math.max(0, at(second, scale) - offset) })
  }, [box, scale, zoom, time])

  useEffect(() => {
    const element = box.current
    if (!isShown || !element) return undefined
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, right } = element.getBoundingClientRect()
      const isRtl = getComputedStyle(element).direction === 'rtl'
      const offset = isRtl ? right - event.clientX : event.clientX - left
      const second = (offset + Math.abs(element.scrollLeft) - leadOf(element)) / before.current
      anchor.current = { second, offset }
      newest.current.setZoom(newest.current.zoom * Math.exp(-event.deltaY / 400))
    }
    // React listens passively to wheels, and could not keep the page from being zoomed.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [box, isShown, newest])

  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return
    if (event.key === '+' || event.key === '=') timeline.zoomIn()
    else if (event.key === '-') timeline.zoomOut()
    else if (event.key === '0') timeline.setZoom(1)
    else return
    event.preventDefault()
    timeline.announce(
      event.key === '0' ? words.zoomedToFit : event.key === '-' ? words.zoomedOut : words.zoomedIn,
    )
  }
}

/** From the start of what is scrolled to second 0. */
function leadOf(element: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(element).paddingInlineStart) + THUMBNAIL_PIXELS / 2
}
