import type { DraftPixels } from '../canvas.ts'
import { finish, type Steps } from '../toolkit/steps.ts'
import { type Motion, prepareSearch, type SearchedPicture, searchMotion } from './motion.ts'

/** The motion of each transition, searched once: when it is asked for, or before that in small steps. */
export interface MotionSearch {
  /** The motion of a transition. Searched now where it is not found yet, or only in part. */
  motionOf(transition: number): Motion
  isFound(transition: number): boolean
  /** Searches all transitions in small steps, in the order of play from one on; then those before it. */
  stepsFrom(transition: number): Steps
}

/** Between so many pictures of one size, each and the next. `pixelsAt` is asked once for each. */
export function createMotionSearch(
  pictures: number,
  pixelsAt: (picture: number) => DraftPixels,
): MotionSearch {
  const count = pictures - 1
  const prepared = new Map<number, SearchedPicture>()
  const found = new Map<number, Motion>()
  const begun = new Map<number, Steps<Motion>>()

  function* pictureOf(index: number): Steps<SearchedPicture> {
    const picture = prepared.get(index) ?? (yield* prepareSearch(pixelsAt(index)))
    prepared.set(index, picture)
    return picture
  }

  function searchOf(transition: number): Steps<Motion> {
    const known = begun.get(transition)
    if (known) return known
    const search = keep(transition)
    begun.set(transition, search)
    return search
  }

  function* keep(transition: number): Steps<Motion> {
    const from = yield* pictureOf(transition)
    const to = yield* pictureOf(transition + 1)
    const motion = yield* searchMotion(from, to)
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
