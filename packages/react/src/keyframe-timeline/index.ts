export { KeyframeTimeline, type KeyframeTimelineProps } from './KeyframeTimeline.tsx'
export type { TimelineRootProps } from './TimelineRoot.tsx'
export {
  type TimelineSelection,
  useKeyframeTimeline,
  type UseKeyframeTimeline,
  type UseKeyframeTimelineOptions,
} from './useKeyframeTimeline.ts'
