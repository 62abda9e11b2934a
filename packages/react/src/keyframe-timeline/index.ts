export { KeyframeTimeline, type KeyframeTimelineProps } from './KeyframeTimeline.tsx'
export type { TimelinePlace } from './timelineIssues.ts'
export type { TimelineRootProps } from './TimelineRoot.tsx'
export {
  type TimelineNotice,
  type TimelineSelection,
  useKeyframeTimeline,
  type UseKeyframeTimeline,
  type UseKeyframeTimelineOptions,
} from './useKeyframeTimeline.ts'
