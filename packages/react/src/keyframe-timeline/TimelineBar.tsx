import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { FileChooser } from '../internals/FileChooser.tsx'
import { LinkIcon, PlusIcon, RedoIcon, UndoIcon } from '../internals/icons.tsx'
import { isAddress } from '../media-input/mediaFiles.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { useTimeline } from './TimelineContext.ts'

/** Adds pictures, undoes and redoes, and shows how much of the budget is used. */
export function TimelineBar() {
  const timeline = useTimeline('Bar')
  const { timeline: words } = useMessages()
  const { isFull, isDisabled } = timeline
  const [isAsking, setIsAsking] = useState(false)
  const [address, setAddress] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  // The field was asked for by a press: the focus belongs into it.
  useEffect(() => {
    if (isAsking) field.current?.focus()
  }, [isAsking])
  const submit = () => {
    if (!isAddress(address.trim())) return
    timeline.addUrl(address.trim())
    setAddress('')
    setIsAsking(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setIsAsking(false)
    else if (event.key === 'Enter') submit()
    else return
    event.preventDefault()
  }
  return (
    <div className="pk-timeline-bar">
      <FileChooser
        inputLabel={words.choose}
        accept="image/*"
        isMultiple
        disabled={isDisabled || isFull}
        title={isFull ? words.full : undefined}
        onFiles={(files) => timeline.addFiles(files)}
      >
        <PlusIcon />
        {words.add}
      </FileChooser>
      <Button
        variant="plain"
        label={words.byUrl}
        aria-expanded={isAsking}
        disabled={isDisabled || isFull}
        onClick={() => setIsAsking((asking) => !asking)}
      >
        <LinkIcon />
      </Button>
      <Button
        variant="plain"
        label={words.undo}
        disabled={isDisabled || !timeline.canUndo}
        onClick={timeline.undo}
      >
        <UndoIcon />
      </Button>
      <Button
        variant="plain"
        label={words.redo}
        disabled={isDisabled || !timeline.canRedo}
        onClick={timeline.redo}
      >
        <RedoIcon />
      </Button>
      <TimelineBudget />
      {isAsking && (
        <div className="pk-timeline-address">
          <label className="pk-hidden" htmlFor={`${id}-address`}>
            {words.urlLabel}
          </label>
          <input
            id={`${id}-address`}
            className="pk-input"
            type="url"
            ref={field}
            placeholder={words.urlHint}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button disabled={!isAddress(address.trim())} onClick={submit}>
            {words.urlSubmit}
          </Button>
        </div>
      )}
    </div>
  )
}

/** How much of the 25 seconds is used. */
export function TimelineBudget() {
  const { total, budget } = useTimeline('Budget')
  const { timeline: words } = useMessages()
  return (
    <div className="pk-timeline-budget">
      <span>{words.budget(total, budget)}</span>
      <span
        className="pk-timeline-meter"
        role="meter"
        aria-label={words.budgetLabel}
        aria-valuemin={0}
        aria-valuemax={budget}
        aria-valuenow={Math.min(total, budget)}
        aria-valuetext={words.budget(total, budget)}
        data-full={total >= budget || undefined}
        data-over={total > budget || undefined}
      >
        <span style={{ inlineSize: `${Math.min(100, (total / budget) * 100)}%` }} />
      </span>
    </div>
  )
}
