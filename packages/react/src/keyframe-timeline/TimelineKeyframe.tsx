import type { Keyframe } from '@pika-kit/core'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Picture } from '../internals/Picture.tsx'
import { RetryIcon } from '../internals/icons.tsx'
import { useMessages } from '../provider/PikaProvider.tsx'
import { nearestPlace } from './axis.ts'
import { useTimeline } from './TimelineContext.ts'

export interface TimelineKeyframeProps {
  keyframe: Keyframe
  /** 0-based place. */
  index: number
  /** Pixels per second. */
  scale: number
}

const DRAG_AFTER_PIXELS = 6

/** One still at its second: select it, drag it or move it by Alt with an arrow key, remove it by Delete. */
export function TimelineKeyframe({ keyframe, index, scale }: TimelineKeyframeProps) {
  const timeline = useTimeline('Keyframe')
  const { timeline: words } = useMessages()
  const { storyboard, times, isDisabled, selection } = timeline
  const count = storyboard.keyframes.length
  const at = times[index] ?? 0
  const upload = timeline.uploadOf(keyframe.id)
  const issue = upload?.error
    ? words.uploadFailed(index + 1, upload.error)
    : timeline.issueOf({ keyframe: index })
  const picture = timeline.pictureOf(keyframe.id)
  const isSelected = selection?.type === 'keyframe' && selection.id === keyframe.id

  const start = useRef<{ x: number; y: number } | null>(null)
  const [shift, setShift] = useState<{ x: number; y: number } | null>(null)

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (isDisabled) return
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const [earlier, later] = isRtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    if (event.altKey && (event.key === earlier || event.key === 'ArrowUp'))
      timeline.move(keyframe.id, index - 1)
    else if (event.altKey && (event.key === later || event.key === 'ArrowDown'))
      timeline.move(keyframe.id, index + 1)
    else if (event.key === 'Delete' || event.key === 'Backspace') timeline.remove(keyframe.id)
    else return
    event.preventDefault()
  }
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (isDisabled || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, y: event.clientY }
  }
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!start.current) return
    const next = { x: event.clientX - start.current.x, y: event.clientY - start.current.y }
    if (shift || Math.hypot(next.x, next.y) > DRAG_AFTER_PIXELS) setShift(next)
  }
  const onPointerUp = (event: PointerEvent<HTMLButtonElement>) => {
    // By where it is let go: the last move may not have been rendered yet.
    const moved = start.current && { x: event.clientX - start.current.x, y: event.clientY - start.current.y }
    if (moved && (shift || Math.hypot(moved.x, moved.y) > DRAG_AFTER_PIXELS))
      timeline.move(keyframe.id, targetOf(event, moved.x))
    start.current = null
    setShift(null)
  }
  /** On the axis the nearest second tells the place; in the list of narrow screens, the nearest row. */
  const targetOf = ({ currentTarget, clientY }: PointerEvent<HTMLButtonElement>, movedX: number) => {
    const item = currentTarget.closest('li')
    const isList = item !== null && getComputedStyle(item).position !== 'absolute'
    if (!isList) {
      const isRtl = getComputedStyle(currentTarget).direction === 'rtl'
      return nearestPlace(times, at + ((isRtl ? -1 : 1) * movedX) / scale)
    }
    const rows = [...(item.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-keyframe]') ?? [])]
    // By the layout, not by what is seen: the dragged row is drawn under the pointer, and would always be the nearest.
    const top = item.offsetParent?.getBoundingClientRect().top ?? 0
    const middles = rows.map((row) => top + row.offsetTop + row.offsetHeight / 2)
    return nearestPlace(middles, clientY)
  }

  return (
    <li
      className="pk-timeline-keyframe"
      data-keyframe=""
      data-at={`${at} s`}
      data-selected={isSelected || undefined}
      data-dragging={shift ? '' : undefined}
      data-invalid={issue ? '' : undefined}
      style={{ '--pk-at': at, ...(shift && { translate: `${shift.x}px ${shift.y}px` }) } as CSSProperties}
    >
      <button
        type="button"
        className="pk-timeline-picture"
        aria-pressed={isSelected}
        aria-label={[words.keyframe(index + 1, count, at), issue].filter(Boolean).join('. ')}
        title={words.keyframeHelp}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
        disabled={isDisabled}
        onClick={() => timeline.select({ type: 'keyframe', id: keyframe.id })}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          start.current = null
          setShift(null)
        }}
      >
        {picture && <Picture src={picture} draggable={false} />}
        <b aria-hidden="true">{index + 1}</b>
      </button>
      {upload && !upload.error && (
        <span
          className="pk-timeline-upload"
          role="progressbar"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(upload.part * 100)}
          aria-label={words.uploading(index + 1, Math.round(upload.part * 100))}
        >
          <span style={{ inlineSize: `${upload.part * 100}%` }} />
        </span>
      )}
      {upload?.error && (
        <button
          type="button"
          className="pk-timeline-retry"
          aria-label={words.retry(index + 1)}
          title={upload.error}
          onClick={() => timeline.retryUpload(keyframe.id)}
        >
          <RetryIcon />
        </button>
      )}
    </li>
  )
}
