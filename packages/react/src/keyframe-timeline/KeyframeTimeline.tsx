import { TimelineBar, TimelineBudget } from './TimelineBar.tsx'
import { useTimeline } from './TimelineContext.ts'
import { TimelineEmpty } from './TimelineEmpty.tsx'
import { TimelineInspector } from './TimelineInspector.tsx'
import { TimelineKeyframe } from './TimelineKeyframe.tsx'
import { TimelineRoot, type TimelineRootProps } from './TimelineRoot.tsx'
import { TimelineRuler } from './TimelineRuler.tsx'
import { TimelineTrack } from './TimelineTrack.tsx'
import { TimelineTransition } from './TimelineTransition.tsx'

export interface KeyframeTimelineProps extends Omit<TimelineRootProps, 'children'> {
  /** Second of the play position, where a player is shown with it. */
  playhead?: number
}

function TimelineIssues() {
  const { issueOf } = useTimeline('Issues')
  const issue = issueOf('whole')
  return issue && <p className="pk-issue pk-timeline-issue">{issue}</p>
}

function DefaultTimeline({ playhead, ...props }: KeyframeTimelineProps) {
  return (
    <TimelineRoot {...props}>
      <TimelineEmpty />
      <TimelineTrack {...(playhead !== undefined && { playhead })} />
      <TimelineBar />
      <TimelineIssues />
      <TimelineInspector />
    </TimelineRoot>
  )
}

/**
 * Two to five stills on a time axis, with the seconds and the prompt of each transition between them. Ready-made, or by
 * its parts: `<KeyframeTimeline.Root>` around `Track`, `Bar`, `Budget`, `Inspector`, `Empty`, `Issues`. For an axis of one's
 * own there are `Ruler`, `Keyframe` and `Transition`, which take its scale.
 */
export const KeyframeTimeline = Object.assign(DefaultTimeline, {
  Root: TimelineRoot,
  Track: TimelineTrack,
  Ruler: TimelineRuler,
  Keyframe: TimelineKeyframe,
  Transition: TimelineTransition,
  Bar: TimelineBar,
  Budget: TimelineBudget,
  Inspector: TimelineInspector,
  Empty: TimelineEmpty,
  Issues: TimelineIssues,
})
