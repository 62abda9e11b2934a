import { MINIMUM_TRANSITION_SECONDS } from '@pika-kit/core'
import { useId } from 'react'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { BackIcon, DuplicateIcon, ForthIcon, PlusIcon, ReplaceIcon, TrashIcon } from '../internals/icons.tsx'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'

/** What can be said about the keyframe or the transition that is selected. */
export function TimelineInspector() {
  const { selection, storyboard, view } = useTimeline('Inspector')
  if (view === 'text') return null
  if (selection?.type === 'keyframe') {
    const index = storyboard.keyframes.findIndex((keyframe) => keyframe.id === selection.id)
    return index < 0 ? null : <KeyframeInspector id={selection.id} index={index} />
  }
  if (selection?.type === 'transition' && storyboard.transitions[selection.index])
    return <TransitionInspector key={selection.index} index={selection.index} />
  return null
}

function KeyframeInspector({ id, index }: { id: string; index: number }) {
  const timeline = useTimeline('Inspector')
  const words = useWords(timelineWords)
  const { storyboard, times, isDisabled } = timeline
  const count = storyboard.keyframes.length
  const upload = timeline.uploadOf(id)
  const problem = upload?.error
    ? words.uploadFailed(index + 1, upload.error)
    : timeline.issueOf({ keyframe: index })
  return (
    <div
      className="pk-timeline-inspector"
      role="group"
      aria-label={words.keyframe(index + 1, count, times[index] ?? 0)}
    >
      <strong>{words.keyframe(index + 1, count, times[index] ?? 0)}</strong>
      <div className="pk-timeline-tools">
        <Button
          variant="plain"
          className="pk-timeline-move"
          label={words.moveEarlier(index + 1)}
          disabled={isDisabled || index === 0}
          onClick={() => timeline.move(id, index - 1)}
        >
          <BackIcon />
        </Button>
        <Button
          variant="plain"
          className="pk-timeline-move"
          label={words.moveLater(index + 1)}
          disabled={isDisabled || index === count - 1}
          onClick={() => timeline.move(id, index + 1)}
        >
          <ForthIcon />
        </Button>
        <FileChooser
          variant="plain"
          label={words.replace(index + 1)}
          inputLabel={words.replace(index + 1)}
          accept="image/*"
          disabled={isDisabled}
          onFiles={([file]) => timeline.replaceFile(id, file)}
        >
          <ReplaceIcon />
        </FileChooser>
        <Button
          variant="plain"
          label={words.duplicate(index + 1)}
          disabled={isDisabled || timeline.isFull || storyboard.keyframes[index]?.url === null}
          onClick={() => timeline.duplicate(id)}
        >
          <DuplicateIcon />
        </Button>
        <Button
          variant="plain"
          label={words.remove(index + 1)}
          disabled={isDisabled}
          onClick={() => timeline.focus({ keyframe: timeline.remove(id) })}
        >
          <TrashIcon />
        </Button>
      </div>
      {problem && <p className="pk-issue">{problem}</p>}
    </div>
  )
}

function TransitionInspector({ index }: { index: number }) {
  const timeline = useTimeline('Inspector')
  const words = useWords(timelineWords)
  const { storyboard, isDisabled } = timeline
  const id = useId()
  const { min, max } = timeline.edgeLimits(index)
  const { duration, prompt = '' } = storyboard.transitions[index] ?? { duration: MINIMUM_TRANSITION_SECONDS }
  const issue = timeline.issueOf({ transition: index })
  return (
    <div className="pk-timeline-inspector" role="group" aria-label={words.transition(index + 1)}>
      <strong>{words.transition(index + 1)}</strong>
      <div className="pk-timeline-tools">
        <FileChooser
          variant="plain"
          inputLabel={words.insert(index + 1)}
          accept="image/*"
          isMultiple
          disabled={isDisabled || timeline.isFull}
          title={timeline.isFull ? words.full : undefined}
          onFiles={(files) => timeline.addFiles(files, index + 1)}
        >
          <PlusIcon />
          {words.insertHere}
        </FileChooser>
      </div>
      <div className="pk-timeline-fields">
        <div className="pk-field">
          <label htmlFor={`${id}-seconds`}>{words.transitionLength(index + 1)}</label>
          <input
            id={`${id}-seconds`}
            className="pk-input"
            dir="ltr"
            type="number"
            inputMode="numeric"
            step={1}
            min={min}
            max={max}
            value={duration}
            disabled={isDisabled}
            aria-invalid={issue ? true : undefined}
            aria-describedby={issue ? `${id}-issue` : undefined}
            onChange={(event) =>
              event.target.value !== '' && timeline.setDuration(index, Number(event.target.value))
            }
            onBlur={() => timeline.endGesture()}
          />
        </div>
        <div className="pk-field">
          <label htmlFor={`${id}-prompt`}>{words.transitionPrompt(index + 1)}</label>
          <textarea
            id={`${id}-prompt`}
            className="pk-input"
            rows={1}
            value={prompt}
            placeholder={words.transitionPromptHint}
            disabled={isDisabled}
            onChange={(event) => timeline.setPrompt(index, event.target.value)}
            onBlur={() => timeline.endGesture()}
          />
        </div>
      </div>
      {issue && (
        <p id={`${id}-issue`} className="pk-issue">
          {`${words.transition(index + 1)}: ${issue}`}
        </p>
      )}
    </div>
  )
}
