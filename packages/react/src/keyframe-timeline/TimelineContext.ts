import { createContext, useContext } from 'react'
import type { TimelineView } from './useTimelineView.ts'
import type { TimelineState } from './useKeyframeTimeline.ts'

/** What the parts share: what the timeline knows, and how it is looked at. */
export type Timeline = TimelineState & TimelineView

export const TimelineContext = createContext<Timeline | null>(null)

/** The timeline around a part. Throws where there is none, and says what to do. */
export function useTimeline(part: string): Timeline {
  const timeline = useContext(TimelineContext)
  if (timeline) return timeline
  throw new Error(`<KeyframeTimeline.${part}> stands outside of <KeyframeTimeline.Root>: put it inside.`)
}
