import { type EdgeMode, snapSeconds } from '@pika-kit/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { type Point, useTimelineAxis } from './TimelineAxisContext.ts'
import { useTimeline } from './TimelineContext.ts'
import { useLatest } from '../internals/useLatest.ts'

/** How near to the play position an edge is caught by it. */
const SNAP_PIXELS = 10
/** Edges scroll the box only from its very end: the last one stands near it by nature. */
const SCROLL_ZONE_PIXELS = 18
/** Digits that follow each other within this time are one number. */
const TYPING_MS = 1_000

interface Drag {
  duration: number
  /** From where the edge is to where it was taken. */
  offset: number
  start: number
  mode: EdgeMode
  point: Point
}

/** The far edge of a transition as a slider of its seconds: by keys, by typed numbers, by mouse, touch and pen. */
export function useEdgeSlider(index: number) {
  const timeline = useTimeline('Transition')
  const axis = useTimelineAxis('Transition')
  const words = useWords(timelineWords)
  const { storyboard, times, time, budget, isDisabled, edgeMode } = timeline
  const duration = storyboard.transitions[index]?.duration ?? 0
  const drag = useRef<Drag | null>(null)
  const typed = useRef({ digits: '', at: 0 })
  const modeOf = ({ shiftKey }: { shiftKey: boolean }): EdgeMode =>
    shiftKey === (edgeMode === 'ripple') ? 'roll' : 'ripple'

  const stop = () => {
    if (!drag.current) return
    drag.current = null
    axis.scrollNear(null)
    axis.holdScale(false)
  }
  const takeBack = () => {
    stop()
    timeline.cancelGesture()
    timeline.announce(words.takenBack)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isDisabled || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    const forward = axis.isRightToLeft() ? -1 : 1
    const mode = modeOf(event)
    const limits = timeline.edgeLimits(index, mode)
    const wanted: Record<string, number> = {
      ArrowRight: duration + forward,
      ArrowLeft: duration - forward,
      ArrowUp: duration + 1,
      ArrowDown: duration - 1,
      PageUp: duration + 5,
      PageDown: duration - 5,
      Home: limits.min,
      End: limits.max,
    }
    const atPlayhead = time === null ? duration : snapSeconds(time) - (times[index] ?? 0)
    if (key === 'Escape') takeBack()
    else if (/^\d$/.test(key)) {
      const isMore = event.timeStamp - typed.current.at < TYPING_MS
      typed.current = { digits: (isMore ? typed.current.digits : '') + key, at: event.timeStamp }
      if (Number(typed.current.digits) > 0) timeline.setDuration(index, Number(typed.current.digits))
    } else if (key.toLowerCase() === 'p' && time !== null) timeline.setDuration(index, atPlayhead, mode)
    else if (wanted[key] !== undefined) timeline.setDuration(index, wanted[key], mode)
    else return
    event.preventDefault()
  }

  /** In the list the edge runs on a rail as long as the budget; on the axis it is where its second is. */
  const secondsAt = (point: Point, element: HTMLElement) => {
    if (!axis.isList()) return axis.secondAt(point)
    const rail = element.closest('li')?.getBoundingClientRect()
    if (!rail) return 0
    return ((axis.isRightToLeft() ? rail.right - point.x : point.x - rail.left) / rail.width) * budget
  }
  const follow = (held: Drag, point: Point, element: HTMLElement, mode: EdgeMode) => {
    // Another mode begins where the drag began, not where the first mode has brought it.
    if (mode !== held.mode) timeline.cancelGesture()
    held.mode = mode
    held.point = point
    const at = secondsAt(point, element) - held.offset
    const isList = axis.isList()
    const second = isList ? Math.round(at) : snapSeconds(at, time, SNAP_PIXELS / axis.scale)
    timeline.setDuration(index, second - (isList ? 0 : held.start), mode)
  }
  const newestFollow = useLatest(follow)

  // An edge that goes away while it is held (another storyboard was opened) lets go of the axis.
  const letGo = useLatest(axis.holdScale)
  useEffect(
    () => () => {
      if (drag.current) letGo.current(false)
    },
    [letGo],
  )

  return {
    limits: timeline.edgeLimits(index),
    handlers: {
      onKeyDown,
      onBlur: () => {
        typed.current.digits = ''
        if (!drag.current) timeline.endGesture()
      },
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (isDisabled || event.button !== 0) return
        event.preventDefault()
        const element = event.currentTarget
        element.focus()
        element.setPointerCapture(event.pointerId)
        timeline.endGesture()
        const point = { x: event.clientX, y: event.clientY }
        const start = axis.isList() ? 0 : (times[index] ?? 0)
        const offset = secondsAt(point, element) - start - duration
        drag.current = { duration, offset, start, mode: modeOf(event), point }
        axis.holdScale(true)
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const held = drag.current
        if (!held) return
        const element = event.currentTarget
        const point = { x: event.clientX, y: event.clientY }
        const mode = modeOf(event)
        follow(held, point, element, mode)
        if (!axis.isList())
          axis.scrollNear(point, (at) => newestFollow.current(held, at, element, mode), SCROLL_ZONE_PIXELS)
      },
      onPointerUp() {
        stop()
        timeline.endGesture()
      },
      onPointerCancel: () => drag.current && takeBack(),
    },
  }
}
