import { type CSSProperties, memo, useContext, useState } from 'react'
import { FileChooser } from '../internals/FileChooser.tsx'
import { PlusIcon } from '../internals/icons.tsx'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { type DropMark, DropMarkContext, useTimelineAxis } from './TimelineAxisContext.ts'
import { type Timeline, useTimeline } from './TimelineContext.ts'
import { TimelinePrompt } from './TimelinePrompt.tsx'
import { useEdgeSlider } from './useEdgeSlider.ts'

/** With less room between two edges, a picture is put in by the inspector, by a drop or by a paste. */
const INSERT_FROM_PIXELS = 84

export interface TimelineTransitionProps {
  /** 0-based. */
  index: number
}

/**
 * The stretch between two keyframes. Press it to select it, again to write its prompt in place; its far edge is a slider of
 * its seconds; the plus puts a picture into it.
 */
export function TimelineTransition(props: TimelineTransitionProps) {
  const mark = useContext(DropMarkContext)
  const drop = mark?.at === 'into' && mark.place === props.index ? 'into' : undefined
  return <TransitionItem {...props} drop={drop} />
}

const TransitionItem = memo(function TransitionItem({
  index,
  drop,
}: TimelineTransitionProps & { drop: DropMark['at'] | undefined }) {
  const timeline = useTimeline('Transition')
  const axis = useTimelineAxis('Transition')
  const words = useWords(timelineWords)
  const edge = useEdgeSlider(index)
  const [isWriting, setIsWriting] = useState(false)
  const { storyboard, times, total, budget, isDisabled, selection } = timeline
  const transition = storyboard.transitions[index]
  if (!transition) return null
  const { duration, prompt } = transition
  const issue = timeline.issueOf({ transition: index })
  const isSelected = selection?.type === 'transition' && selection.index === index

  return (
    <li
      className="pk-timeline-transition"
      data-transition={index}
      data-selected={isSelected || undefined}
      data-invalid={issue ? '' : undefined}
      data-drop={drop}
      data-roomy={duration * axis.scale >= INSERT_FROM_PIXELS || undefined}
      style={{ '--pk-at': times[index] ?? 0, '--pk-length': duration } as CSSProperties}
    >
      <button
        type="button"
        className="pk-timeline-span"
        aria-pressed={isSelected}
        disabled={isDisabled}
        // Says what is seen, in the same words: who speaks to the computer says what they see.
        aria-label={[
          words.transition(index + 1),
          `${words.seconds(duration)} ${prompt ?? words.noPrompt}`,
          issue,
        ]
          .filter(Boolean)
          .join(', ')}
        title={words.transitionHelp}
        aria-keyshortcuts="F2"
        onClick={() => {
          if (isSelected) setIsWriting(true)
          timeline.select({ type: 'transition', index })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'F2') return
          event.preventDefault()
          timeline.select({ type: 'transition', index })
          setIsWriting(true)
        }}
      >
        <b>{words.seconds(duration)}</b> <span>{prompt ?? words.noPrompt}</span>
      </button>
      {isWriting && !isDisabled && (
        <TimelinePrompt
          index={index}
          prompt={prompt ?? ''}
          onEnd={(byKey) => {
            setIsWriting(false)
            if (byKey) timeline.focus({ transition: index })
          }}
        />
      )}
      {!timeline.isFull && !isDisabled && <Insert place={index + 1} onFiles={timeline.addFiles} />}
      <span
        {...edge.handlers}
        className="pk-timeline-edge"
        role="slider"
        tabIndex={isDisabled ? -1 : 0}
        title={words.edgeHelp}
        aria-label={words.transitionLength(index + 1)}
        aria-valuemin={edge.limits.min}
        aria-valuemax={edge.limits.max}
        aria-valuenow={duration}
        aria-valuetext={words.transitionValue(duration, total, budget)}
        aria-orientation="horizontal"
        aria-disabled={isDisabled || undefined}
      />
    </li>
  )
})

/** The plus that puts pictures into the transition before this place. */
const Insert = memo(function Insert({ place, onFiles }: { place: number; onFiles: Timeline['addFiles'] }) {
  const words = useWords(timelineWords)
  return (
    <span className="pk-timeline-insert">
      <FileChooser
        variant="plain"
        label={words.insert(place)}
        inputLabel={words.insert(place)}
        accept="image/*"
        isMultiple
        onFiles={(files) => onFiles(files, place)}
      >
        <PlusIcon />
      </FileChooser>
    </span>
  )
})
