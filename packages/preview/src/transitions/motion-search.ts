import { finish, type Steps } from '../toolkit/steps.ts'
import type { Raster } from '../toolkit/warp.ts'
import { type Motion, searchMotion } from './motion.ts'

/** The motion of each transition, searched once: when it is asked for, or before that in small steps. */
export interface MotionSearch {
  /** The motion of a transition. Searched now where it is not found yet, or only in part. */
  motionOf(transition: number): Motion
  isFound(transition: number): boolean
  /** Searches all transitions in small steps, in the order of play from one on; then those before it. */
  stepsFrom(transition: number): Steps
}

/** `pairOf` gives the two pictures of a transition, all of one size. */
export function createMotionSearch(
  count: number,
  pairOf: (transition: number) => readonly [Raster, Raster],
): MotionSearch {
  const found = new Map<number, Motion>()
  const begun = new Map<number, Steps<Motion>>()

  function searchOf(transition: number): Steps<Motion> {
    const known = begun.get(transition)
    if (known) return known
    const search = keep(transition)
    begun.set(transition, search)
    return search
  }

  function* keep(transition: number): Steps<Motion> {
    const motion = yield* searchMotion(...pairOf(transition))
    found.set(transition, motion)
    begun.delete(transition)
    return motion
  }

  return {
    motionOf: (transition) => found.get(transition) ?? finish(searchOf(transition)),
    isFound: (transition) => found.has(transition),
    *stepsFrom(first) {
      for (let offset = 0; offset < count; offset++) {
        const transition = (first + offset) % count
        // Step by step and not `yield*`: another may take this search to its end in between.
        while (!found.has(transition)) {
          searchOf(transition).next()
          yield
        }
      }
    },
  }
}
