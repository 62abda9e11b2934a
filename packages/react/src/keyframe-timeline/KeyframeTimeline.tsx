import type { ReactNode } from 'react'
import { TimelineBar, TimelineZoom } from './TimelineBar.tsx'
import { TimelineBudget } from './TimelineBudget.tsx'
import { TimelineEmpty } from './TimelineEmpty.tsx'
import { TimelineInspector } from './TimelineInspector.tsx'
import { TimelineIssues } from './TimelineIssues.tsx'
import { TimelineKeyframe } from './TimelineKeyframe.tsx'
import { TimelineNotice } from './TimelineNotice.tsx'
import { TimelineRoot, type TimelineRootProps } from './TimelineRoot.tsx'
import { TimelinePlayhead, TimelineRuler } from './TimelineRuler.tsx'
import { TimelineText } from './TimelineText.tsx'
import { TimelineItems, TimelineTrack } from './TimelineTrack.tsx'
import { TimelineTransition } from './TimelineTransition.tsx'

export interface KeyframeTimelineProps extends Omit<TimelineRootProps, 'children'> {
  /** What stands beside the seconds: a `CostBadge`, for example. */
  price?: ReactNode
}

function DefaultTimeline({ price, ...props }: KeyframeTimelineProps) {
  return (
    <TimelineRoot {...props}>
      <TimelineEmpty />
      <TimelineTrack />
      <TimelineText />
      <TimelineBar price={price} />
      <TimelineNotice />
      <TimelineIssues />
      <TimelineInspector />
    </TimelineRoot>
  )
}

/**
 * Two to five stills on a time axis, with the seconds and the prompt of each transition between them. Ready-made, or by
 * its parts; the README lists them.
 */
export const KeyframeTimeline = Object.assign(DefaultTimeline, {
  Root: TimelineRoot,
  Empty: TimelineEmpty,
  Track: TimelineTrack,
  Ruler: TimelineRuler,
  Items: TimelineItems,
  Keyframe: TimelineKeyframe,
  Transition: TimelineTransition,
  Playhead: TimelinePlayhead,
  Text: TimelineText,
  Bar: TimelineBar,
  Zoom: TimelineZoom,
  Budget: TimelineBudget,
  Notice: TimelineNotice,
  Issues: TimelineIssues,
  Inspector: TimelineInspector,
})
