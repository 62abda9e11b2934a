import { type CSSProperties, type PointerEvent, useRef } from 'react'
import { seekByKey } from '../draft-player/seekKeys.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { tickSeconds } from './axis.ts'
import { useTimelineAxis } from './TimelineAxisContext.ts'
import { useTimeline } from './TimelineContext.ts'

/**
 * The seconds above the axis, as many as have room. Where there is a play position, it is a slider of that: press or drag
 * to seek, arrows step by a frame. Without one it is only to be seen, since each keyframe says its second itself.
 */
export function TimelineRuler() {
  const timeline = useTimeline('Ruler')
  const axis = useTimelineAxis('Ruler')
  const words = useWords(timelineWords)
  const { total, time, isDisabled } = timeline
  const isHeld = useRef(false)
  const ticks = tickSeconds(total, axis.scale).map((second) => (
    <span
      className="pk-timeline-tick"
      key={second}
      data-last={second === total || undefined}
      style={{ '--pk-at': second } as CSSProperties}
    >
      {second === 0 ? words.seconds(0) : second}
    </span>
  ))
  if (time === null || total === 0)
    return (
      <div className="pk-timeline-ruler" aria-hidden="true">
        {ticks}
      </div>
    )

  const seekTo = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect()
    // In the list of narrow screens the ruler is as wide as the box, whatever the axis would be.
    const part = (axis.isRightToLeft() ? box.right - clientX : clientX - box.left) / box.width
    timeline.seek(axis.isList() ? part * total : axis.secondAt({ x: clientX, y: clientY }))
  }
  const pause = () => timeline.isPlaying && timeline.togglePlaying?.()
  return (
    <div
      className="pk-timeline-ruler"
      role="slider"
      tabIndex={isDisabled ? -1 : 0}
      aria-label={words.position}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Number(time.toFixed(2))}
      aria-valuetext={words.positionValue(Number(time.toFixed(2)), total)}
      aria-disabled={isDisabled || undefined}
      data-playing={timeline.isPlaying || undefined}
      style={{ '--pk-at': time } as CSSProperties}
      onKeyDown={(event) => {
        if (isDisabled || event.ctrlKey || event.metaKey || event.altKey) return
        const next = seekByKey(event, { time, duration: total, isRightToLeft: axis.isRightToLeft() })
        if (next === null) return
        event.preventDefault()
        pause()
        timeline.seek(next)
      }}
      onPointerDown={(event) => {
        if (isDisabled || event.button !== 0) return
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
        isHeld.current = true
        pause()
        seekTo(event)
      }}
      onPointerMove={(event) => {
        if (isHeld.current) seekTo(event)
      }}
      onPointerUp={() => (isHeld.current = false)}
      onPointerCancel={() => (isHeld.current = false)}
    >
      {ticks}
    </div>
  )
}

/** The line of the play position, where there is one. Only to be seen: the ruler is its slider. */
export function TimelinePlayhead() {
  const { time, total } = useTimeline('Playhead')
  if (time === null || total === 0) return null
  return (
    <div className="pk-timeline-playhead" aria-hidden="true" style={{ '--pk-at': time } as CSSProperties} />
  )
}
