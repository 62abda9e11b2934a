import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { nearestPlace } from './axis.ts'
import { rowMiddles } from './rowMiddles.ts'
import { type Point, useTimelineAxis } from './TimelineAxisContext.ts'
import { useTimeline } from './TimelineContext.ts'
import { useLatest } from '../internals/useLatest.ts'

/** A mouse carries from here on; less is a press. */
const DRAG_AFTER_PIXELS = 6
/** A finger or a pen has to rest this long first: before, it scrolls the page. */
const LONG_PRESS_MS = 320
const LONG_PRESS_SLACK_PIXELS = 10

interface Press {
  element: HTMLElement
  pointerId: number
  from: Point
  /** Where it was taken, from the start of the axis. */
  inside: Point
  timer: ReturnType<typeof setTimeout> | undefined
  isLifted: boolean
  target: number
}

/**
 * Carries a keyframe to another place by mouse, or by finger or pen after a long press. Each place it comes over is
 * spoken; Escape, and whatever ends the touch, puts it back. `shift` is how far it is drawn from its place.
 */
export function useReorderDrag(id: string, index: number) {
  const timeline = useTimeline('Keyframe')
  const axis = useTimelineAxis('Keyframe')
  const words = useWords(timelineWords)
  const { times, storyboard, isDisabled } = timeline
  const count = storyboard.keyframes.length
  const press = useRef<Press | null>(null)
  const [shift, setShift] = useState<Point | null>(null)
  /** The click that follows a drag selects nothing. */
  const isClickOver = useRef(false)

  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = null
    axis.scrollNear(null)
    axis.setMark(null)
    setShift(null)
  }
  const takeBack = () => {
    const isLifted = press.current?.isLifted
    end()
    if (!isLifted) return
    isClickOver.current = true
    timeline.announce(words.putBack(index + 1))
  }
  const lift = (held: Press) => {
    held.isLifted = true
    setShift({ x: 0, y: 0 })
    timeline.announce(words.lifted(index + 1, count))
  }
  const targetAt = (held: Press, point: Point, movedX: number) =>
    axis.isList()
      ? nearestPlace(rowMiddles(held.element.closest('ol')), point.y)
      : nearestPlace(times, (times[index] ?? 0) + movedX / axis.scale)
  const carry = (held: Press, point: Point) => {
    const inside = axis.inside(point)
    const moved = { x: inside.x - held.inside.x, y: inside.y - held.inside.y }
    if (!axis.isList()) {
      // Drawn beyond the axis it would make it longer, and the box would scroll for ever.
      const at = times[index] ?? 0
      moved.x = Math.min(Math.max(moved.x, -at * axis.scale), (timeline.total - at) * axis.scale)
    }
    setShift({ x: axis.isRightToLeft() ? -moved.x : moved.x, y: moved.y })
    const target = targetAt(held, point, moved.x)
    if (target === held.target) return
    held.target = target
    axis.setMark(target === index ? null : { at: target > index ? 'after' : 'before', place: target })
    timeline.announce(words.over(target + 1, count))
  }
  const newest = useLatest({ carry, takeBack })
  const isCarried = shift !== null

  // A key anywhere puts it back: after a long press the focus may be elsewhere.
  useEffect(() => {
    if (!isCarried) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      newest.current.takeBack()
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [isCarried, newest])
  useEffect(() => () => clearTimeout(press.current?.timer), [])

  /** Keeps a finger that carries from scrolling the page. React listens passively, and could not. */
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = button.current
    const onTouchMove = (event: TouchEvent) => {
      if (press.current?.isLifted && event.cancelable) event.preventDefault()
    }
    element?.addEventListener('touchmove', onTouchMove, { passive: false })
    return () => element?.removeEventListener('touchmove', onTouchMove)
  }, [])

  return {
    shift,
    button,
    /** Whether a click is the end of a drag, and so means nothing. */
    swallowsClick() {
      const isOver = isClickOver.current
      isClickOver.current = false
      return isOver
    },
    handlers: {
      onPointerDown(event: PointerEvent<HTMLButtonElement>) {
        isClickOver.current = false
        if (isDisabled || event.button !== 0 || press.current) return
        const from = { x: event.clientX, y: event.clientY }
        const held: Press = {
          element: event.currentTarget,
          pointerId: event.pointerId,
          from,
          inside: axis.inside(from),
          timer: undefined,
          isLifted: false,
          target: index,
        }
        // At once: a quick mouse is elsewhere before it has moved twice. (A finger is captured by the browser.)
        event.currentTarget.setPointerCapture(event.pointerId)
        if (event.pointerType !== 'mouse') held.timer = setTimeout(() => lift(held), LONG_PRESS_MS)
        press.current = held
      },
      onPointerMove(event: PointerEvent<HTMLButtonElement>) {
        const held = press.current
        if (!held || held.pointerId !== event.pointerId) return
        const point = { x: event.clientX, y: event.clientY }
        if (!held.isLifted) {
          const moved = Math.hypot(point.x - held.from.x, point.y - held.from.y)
          if (event.pointerType !== 'mouse') {
            if (moved > LONG_PRESS_SLACK_PIXELS) end()
            return
          }
          if (moved <= DRAG_AFTER_PIXELS) return
          lift(held)
        }
        carry(held, point)
        axis.scrollNear(point, (at) => press.current === held && newest.current.carry(held, at))
      },
      onPointerUp() {
        const held = press.current
        end()
        if (!held?.isLifted) return
        isClickOver.current = true
        if (held.target === index) timeline.announce(words.putBack(index + 1))
        else timeline.move(id, held.target)
      },
      onPointerCancel: takeBack,
      onContextMenu(event: { preventDefault(): void }) {
        // The long press is ours; a mouse's right button has no press here, and keeps its menu.
        if (press.current) event.preventDefault()
      },
    },
  }
}
