import { Button } from '../internals/Button.tsx'
import { CloseIcon, UndoIcon } from '../internals/icons.tsx'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'

/** What has just happened: files that were refused, each by name; a removed keyframe with a way back. Stays until it is closed. */
export function TimelineNotice() {
  const timeline = useTimeline('Notice')
  const words = useWords(timelineWords)
  const { notice } = timeline
  if (!notice) return null
  return (
    <div className="pk-timeline-notice" data-kind={notice.offersUndo ? 'removed' : 'refused'}>
      <ul className="pk-timeline-problems">
        {notice.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {notice.offersUndo && (
        <Button disabled={timeline.isDisabled || !timeline.canUndo} onClick={timeline.undo}>
          <UndoIcon />
          {words.undoRemoval}
        </Button>
      )}
      <Button variant="plain" label={words.dismiss} onClick={timeline.dismissNotice}>
        <CloseIcon />
      </Button>
    </div>
  )
}
