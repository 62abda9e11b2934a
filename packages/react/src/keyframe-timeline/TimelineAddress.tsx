import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { isAddress } from '../media-input/mediaFiles.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'

/** Adds a picture by its address, where pasted ones go too. Enter adds it, Escape closes. */
export function TimelineAddress({ onEnd }: { onEnd(): void }) {
  const timeline = useTimeline('Bar')
  const words = useWords(timelineWords)
  const [address, setAddress] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  // The field was asked for by a press: the focus belongs into it.
  useEffect(() => field.current?.focus(), [])
  const submit = () => {
    if (!isAddress(address.trim())) return
    // The field goes: the focus belongs on what came of it.
    timeline.focus({ keyframe: timeline.addUrl(address.trim(), timeline.pastePlace) })
    onEnd()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEnd()
    else if (event.key === 'Enter') submit()
    else return
    event.preventDefault()
  }
  return (
    <div className="pk-timeline-address">
      <label className="pk-hidden" htmlFor={`${id}-address`}>
        {words.urlLabel}
      </label>
      <input
        id={`${id}-address`}
        className="pk-input"
        dir="ltr"
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
  )
}
