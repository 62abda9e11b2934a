import { type DragEvent, useRef, useState } from 'react'
import { Button } from '../internals/Button.tsx'
import { ImageIcon } from '../internals/icons.tsx'
import { filesOf } from '../media-input/mediaFiles.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { useTimeline } from './TimelineContext.ts'

/** What stands there before the first picture. */
export function TimelineEmpty() {
  const timeline = useTimeline('Empty')
  const { timeline: words } = useMessages()
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  if (timeline.storyboard.keyframes.length > 0) return null
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const { fitting, others } = filesOf(event.dataTransfer, 'image')
    if (!timeline.isDisabled) timeline.addFiles([...fitting, ...others])
  }
  return (
    <div
      className="pk-timeline-empty"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <ImageIcon />
      <strong>{words.empty}</strong>
      <span className="pk-hint">{words.emptyHint}</span>
      <input
        ref={chooser}
        className="pk-hidden"
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label={words.choose}
        onChange={(event) => {
          timeline.addFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button disabled={timeline.isDisabled} onClick={() => chooser.current?.click()}>
        {words.choose}
      </Button>
    </div>
  )
}
