import { type ClipboardEvent, type ComponentPropsWithRef, type KeyboardEvent } from 'react'
import { Announcement } from '../internals/Announcer.tsx'
import { joinClasses, joinHandlers } from '../internals/join.ts'
import { addressOf } from '../media-input/mediaFiles.ts'
import { useMessages } from '../provider/PikaProvider.tsx'
import { TimelineContext } from './TimelineContext.ts'
import { useKeyframeTimeline, type UseKeyframeTimelineOptions } from './useKeyframeTimeline.ts'

export interface TimelineRootProps
  extends UseKeyframeTimelineOptions, Omit<ComponentPropsWithRef<'div'>, 'defaultValue' | 'onChange'> {}

/** Holds the storyboard for the parts inside; takes pastes, and undo and redo by keyboard. */
export function TimelineRoot({
  value,
  defaultValue,
  onChange,
  upload,
  issues,
  isDisabled,
  storageKey,
  className,
  children,
  onKeyDown,
  onPaste,
  ...props
}: TimelineRootProps) {
  const { timeline: words } = useMessages()
  const timeline = useKeyframeTimeline({
    value,
    defaultValue,
    onChange,
    upload,
    issues,
    isDisabled,
    storageKey,
  })

  const undoByKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || timeline.isDisabled) return
    // A field of text undoes its own typing; the one of seconds has nothing of its own worth keeping.
    if (isText(event.target) && !isNumber(event.target)) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) timeline.undo()
    else if (key === 'y' || (key === 'z' && event.shiftKey)) timeline.redo()
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (timeline.isDisabled || isText(event.target)) return
    const files = [...event.clipboardData.files]
    if (files.length > 0) return timeline.addFiles(files)
    const address = addressOf(event.clipboardData)
    if (address) timeline.addUrl(address)
  }

  return (
    <TimelineContext.Provider value={timeline}>
      <div
        role="group"
        aria-label={words.label}
        {...props}
        className={joinClasses('pk-root pk-timeline', className)}
        data-empty={timeline.storyboard.keyframes.length === 0 || undefined}
        data-disabled={timeline.isDisabled || undefined}
        onKeyDown={joinHandlers(onKeyDown, undoByKey)}
        onPaste={joinHandlers(onPaste, paste)}
      >
        {children}
        <Announcement>{timeline.announcement}</Announcement>
      </div>
    </TimelineContext.Provider>
  )
}

function isNumber(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'number'
}

function isText(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.tagName === 'TEXTAREA' || (target instanceof HTMLInputElement && target.type !== 'file'))
  )
}
