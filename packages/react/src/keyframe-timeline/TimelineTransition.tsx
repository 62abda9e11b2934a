import { MINIMUM_TRANSITION_SECONDS } from '@pika-kit/core'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useMessages } from '../provider/PikaProvider.tsx'
import { useTimeline } from './TimelineContext.ts'
import { longestDuration } from './useKeyframeTimeline.ts'

export interface TimelineTransitionProps {
  /** 0-based. */
  index: number
  /** Pixels per second. */
  scale: number
  onDragStart?(): void
  onDragEnd?(): void
}

/** The stretch between two keyframes: press it for its prompt; its far edge is a slider of its seconds. */
export function TimelineTransition({ index, scale, onDragStart, onDragEnd }: TimelineTransitionProps) {
  const timeline = useTimeline('Transition')
  const { timeline: words } = useMessages()
  const { storyboard, times, total, budget, isDisabled, selection } = timeline
  const drag = useRef<{ x: number; duration: number } | null>(null)
  const transition = storyboard.transitions[index]
  if (!transition) return null
  const { duration, prompt } = transition
  const issue = timeline.issueOf({ transition: index })
  const isSelected = selection?.type === 'transition' && selection.index === index
  const longest = longestDuration(storyboard, index)

  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const steps: Record<string, number> = {
      ArrowRight: duration + (isRtl ? -1 : 1),
      ArrowLeft: duration - (isRtl ? -1 : 1),
      ArrowUp: duration + 1,
      ArrowDown: duration - 1,
      PageUp: duration + 5,
      PageDown: duration - 5,
      Home: MINIMUM_TRANSITION_SECONDS,
      End: longest,
    }
    const next = steps[event.key]
    if (next === undefined || isDisabled) return
    event.preventDefault()
    timeline.setDuration(index, next)
  }
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    if (isDisabled || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, duration }
    onDragStart?.()
  }
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>) => {
    if (!drag.current) return
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const moved = ((isRtl ? -1 : 1) * (event.clientX - drag.current.x)) / scale
    timeline.setDuration(index, drag.current.duration + moved)
  }
  const stopDrag = () => {
    if (!drag.current) return
    drag.current = null
    timeline.endGesture()
    onDragEnd?.()
  }

  return (
    <li
      className="pk-timeline-transition"
      data-selected={isSelected || undefined}
      data-invalid={issue ? '' : undefined}
      style={{ '--pk-at': times[index] ?? 0, '--pk-length': duration } as CSSProperties}
    >
      <button
        type="button"
        className="pk-timeline-span"
        aria-pressed={isSelected}
        disabled={isDisabled}
        // Says what is seen, in the same words: who speaks to the computer says what they see.
        aria-label={[words.transition(index + 1), `${duration} s ${prompt ?? words.noPrompt}`, issue]
          .filter(Boolean)
          .join(', ')}
        onClick={() => timeline.select({ type: 'transition', index })}
      >
        <b>{duration} s</b> <span>{prompt ?? words.noPrompt}</span>
      </button>
      <span
        className="pk-timeline-edge"
        role="slider"
        tabIndex={isDisabled ? -1 : 0}
        aria-label={words.transitionLength(index + 1)}
        aria-valuemin={MINIMUM_TRANSITION_SECONDS}
        aria-valuemax={longest}
        aria-valuenow={duration}
        aria-valuetext={words.transitionValue(duration, total, budget)}
        aria-orientation="horizontal"
        aria-disabled={isDisabled || undefined}
        onKeyDown={onKeyDown}
        onBlur={() => timeline.endGesture()}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={stopDrag}
        onPointerCancel={stopDrag}
      />
    </li>
  )
}
