import type { CSSProperties } from 'react'
import { tickSeconds } from './axis.ts'
import { useTimeline } from './TimelineContext.ts'

export interface TimelineRulerProps {
  /** Pixels per second. */
  scale: number
}

/** The seconds above the axis, as many as have room. Only to be seen: each keyframe says its second itself. */
export function TimelineRuler({ scale }: TimelineRulerProps) {
  const { total } = useTimeline('Ruler')
  return (
    <div className="pk-timeline-ruler" aria-hidden="true">
      {tickSeconds(total, scale).map((second) => (
        <span key={second} style={{ '--pk-at': second } as CSSProperties}>
          {second === 0 ? '0 s' : second}
        </span>
      ))}
    </div>
  )
}
