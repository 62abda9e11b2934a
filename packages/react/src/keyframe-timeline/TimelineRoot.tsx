import {
  type ClipboardEvent,
  type ComponentPropsWithRef,
  type KeyboardEvent,
  useCallback,
  useRef,
} from 'react'
import { Announcer, type AnnouncerHandle } from '../internals/Announcer.tsx'
import { joinClasses, joinHandlers, joinRefs } from '../internals/join.ts'
import { addressOf } from '../media-input/mediaFiles.ts'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { isTextField } from './isTextField.ts'
import { TimelineContext } from './TimelineContext.ts'
import { type UseKeyframeTimelineOptions, useTimelineState } from './useKeyframeTimeline.ts'
import { useTimelineView } from './useTimelineView.ts'

export interface TimelineRootProps
  extends UseKeyframeTimelineOptions, Omit<ComponentPropsWithRef<'div'>, 'defaultValue' | 'onChange'> {}

/** Holds the storyboard for the parts inside; takes pastes, and undo, redo and play by keyboard. */
export function TimelineRoot({
  value,
  defaultValue,
  onChange,
  upload,
  maximumFileSize,
  issues,
  isDisabled,
  storageKey,
  time,
  onTimeChange,
  isPlaying,
  onPlayingChange,
  className,
  children,
  ref,
  onKeyDown,
  onPaste,
  ...props
}: TimelineRootProps) {
  const words = useWords(timelineWords)
  const root = useRef<HTMLDivElement>(null)
  const view = useTimelineView(root)
  const announcer = useRef<AnnouncerHandle>(null)
  const announce = useCallback((said: string) => announcer.current?.announce(said), [])
  const timeline = useTimelineState(
    {
      value,
      defaultValue,
      onChange,
      upload,
      maximumFileSize,
      issues,
      isDisabled,
      storageKey,
      time,
      onTimeChange,
      isPlaying,
      onPlayingChange,
    },
    announce,
  )

  const act = (event: KeyboardEvent<HTMLDivElement>) => {
    if (timeline.isDisabled || event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      // A field of text undoes its own typing; the one of seconds has nothing of its own worth keeping.
      if (isTextField(event.target) && !isNumber(event.target)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) timeline.undo()
      else if (key === 'y' || (key === 'z' && event.shiftKey)) timeline.redo()
      else return
    } else if (event.key === ' ' && timeline.togglePlaying && isSlider(event.target)) timeline.togglePlaying()
    else return
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (timeline.isDisabled || isTextField(event.target)) return
    const files = [...event.clipboardData.files]
    const address = addressOf(event.clipboardData)
    if (files.length > 0) timeline.addFiles(files, timeline.pastePlace)
    else if (address) timeline.addUrl(address, timeline.pastePlace)
  }

  return (
    // oxlint-disable-next-line react/jsx-no-constructed-context-values -- As new as what it is made of.
    <TimelineContext.Provider value={{ ...timeline, ...view }}>
      <div
        role="group"
        aria-label={words.label}
        {...props}
        ref={joinRefs(root, ref)}
        className={joinClasses('pk-root pk-timeline', className)}
        data-empty={timeline.storyboard.keyframes.length === 0 || undefined}
        data-disabled={timeline.isDisabled || undefined}
        data-view={view.view}
        onKeyDown={joinHandlers(onKeyDown, act)}
        onPaste={joinHandlers(onPaste, paste)}
      >
        {children}
        <Announcer handle={announcer} />
      </div>
    </TimelineContext.Provider>
  )
}

function isNumber(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'number'
}

/** Space presses a button and is a letter in a field; on the ruler and the edges it is free. */
function isSlider(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.getAttribute('role') === 'slider'
}
