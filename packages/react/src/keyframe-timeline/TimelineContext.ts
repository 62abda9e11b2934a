import { createContext, useContext } from 'react'
import type { UseKeyframeTimeline } from './useKeyframeTimeline.ts'

export const TimelineContext = createContext<UseKeyframeTimeline | null>(null)

/** The timeline around a part. Throws where there is none, and says what to do. */
export function useTimeline(part: string): UseKeyframeTimeline {
  const timeline = useContext(TimelineContext)
  if (timeline) return timeline
  throw new Error(`<KeyframeTimeline.${part}> stands outside of <KeyframeTimeline.Root>: put it inside.`)
}
