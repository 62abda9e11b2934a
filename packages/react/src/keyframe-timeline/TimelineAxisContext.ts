import { createContext, useContext } from 'react'

/** Where something that is held would be put: beside a keyframe, or into a transition. Shown by a mark, without moving anything. */
export interface DropMark {
  at: 'before' | 'after' | 'into'
  /** Of the keyframe or, with `into`, of the transition; from 0. */
  place: number
}

/** A point of the window. */
export interface Point {
  x: number
  y: number
}

/** What the parts on the axis know of it. */
export interface TimelineAxis {
  /** Pixels per second. */
  scale: number
  /** The second under a point; before the first keyframe it is negative. */
  secondAt(point: Point): number
  /** A point from the start of the axis, which stays the same when the box scrolls. */
  inside(point: Point): Point
  /** Whether the keyframes stand in a list from top to bottom, because the box is narrow. */
  isList(): boolean
  isRightToLeft(): boolean
  /** Keeps the scale while an edge is held: it must not change under the finger. */
  holdScale(isHeld: boolean): void
  setMark(mark: DropMark | null): void
  /** Scrolls while `point` is near an end of the box, and tells `onScroll` each time; null stops it. */
  scrollNear(point: Point | null, onScroll?: (point: Point) => void, zone?: number): void
}

/** Apart from the axis: it changes with each place that something held comes over, and most parts show nothing of it. */
export const DropMarkContext = createContext<DropMark | null>(null)

export const TimelineAxisContext = createContext<TimelineAxis | null>(null)

/** The axis around a part. Throws where there is none, and says what to do. */
export function useTimelineAxis(part: string): TimelineAxis {
  const axis = useContext(TimelineAxisContext)
  if (axis) return axis
  throw new Error(`<KeyframeTimeline.${part}> stands outside of <KeyframeTimeline.Track>: put it inside.`)
}
