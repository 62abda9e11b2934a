import type { Keyframe } from '@pika-kit/core'
import { type CSSProperties, type KeyboardEvent, memo, useContext, useRef } from 'react'
import { Picture } from '../internals/Picture.tsx'
import { RetryIcon } from '../internals/icons.tsx'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { thumbnailWidth } from './axis.ts'
import { type DropMark, DropMarkContext, useTimelineAxis } from './TimelineAxisContext.ts'
import { useTimeline } from './TimelineContext.ts'
import { useReorderDrag } from './useReorderDrag.ts'

export interface TimelineKeyframeProps {
  /** Of the storyboard. */
  keyframe: Keyframe
  /** 0-based place. */
  index: number
}

/** One still at its second: select it, carry it or move it by Alt with an arrow key (Escape: back), remove it by Delete. */
export function TimelineKeyframe(props: TimelineKeyframeProps) {
  const mark = useContext(DropMarkContext)
  const drop = mark !== null && mark.at !== 'into' && mark.place === props.index ? mark.at : undefined
  return <KeyframeItem {...props} drop={drop} />
}

const KeyframeItem = memo(function KeyframeItem({
  keyframe,
  index,
  drop,
}: TimelineKeyframeProps & { drop: DropMark['at'] | undefined }) {
  const timeline = useTimeline('Keyframe')
  const axis = useTimelineAxis('Keyframe')
  const words = useWords(timelineWords)
  const { shift, button, handlers, swallowsClick } = useReorderDrag(keyframe.id, index)
  /** Where it stood before it was moved by keys, until the focus leaves it. */
  const origin = useRef<number | null>(null)
  const { storyboard, times, isDisabled, selection } = timeline
  const count = storyboard.keyframes.length
  const at = times[index] ?? 0
  const upload = timeline.uploadOf(keyframe.id)
  const issue = upload?.error
    ? words.uploadFailed(index + 1, upload.error)
    : timeline.issueOf({ keyframe: index })
  const picture = timeline.pictureOf(keyframe.id)
  const isSelected = selection?.type === 'keyframe' && selection.id === keyframe.id

  const moveTo = (place: number) => {
    origin.current ??= index
    timeline.move(keyframe.id, place)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (isDisabled) return
    const [earlier, later] = axis.isRightToLeft() ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const { key, altKey } = event
    if (altKey && (key === earlier || key === 'ArrowUp')) moveTo(index - 1)
    else if (altKey && (key === later || key === 'ArrowDown')) moveTo(index + 1)
    else if (altKey && key === 'Home') moveTo(0)
    else if (altKey && key === 'End') moveTo(count - 1)
    else if (key === 'Escape' && origin.current !== null) {
      timeline.move(keyframe.id, origin.current)
      origin.current = null
    } else if (key === 'Delete' || key === 'Backspace')
      timeline.focus({ keyframe: timeline.remove(keyframe.id) })
    else return
    event.preventDefault()
  }

  return (
    <li
      className="pk-timeline-keyframe"
      data-keyframe={keyframe.id}
      data-at={words.seconds(at)}
      data-selected={isSelected || undefined}
      data-dragging={shift ? '' : undefined}
      data-drop={drop}
      data-uploading={upload && !upload.error ? '' : undefined}
      data-invalid={issue ? '' : undefined}
      style={
        {
          '--pk-at': at,
          '--pk-width': `${thumbnailWidth(storyboard.transitions, index, axis.scale)}px`,
          ...(shift && { translate: `${shift.x}px ${shift.y}px` }),
        } as CSSProperties
      }
    >
      <button
        {...handlers}
        ref={button}
        type="button"
        className="pk-timeline-picture"
        aria-pressed={isSelected}
        aria-label={[words.keyframe(index + 1, count, at), issue].filter(Boolean).join('. ')}
        title={words.keyframeHelp}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
        disabled={isDisabled}
        onClick={() => {
          if (!swallowsClick()) timeline.select({ type: 'keyframe', id: keyframe.id })
        }}
        onKeyDown={onKeyDown}
        onBlur={() => (origin.current = null)}
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
})
