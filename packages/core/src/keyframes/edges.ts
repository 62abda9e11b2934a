import { MINIMUM_TRANSITION_SECONDS } from './limits.ts'
import { durationWithin, remainingSeconds } from './timing.ts'
import { setTransitionDuration, type Storyboard, type Transition } from './storyboard.ts'

/**
 * What gives way when the far edge of a transition is moved, in the words of video editors: `ripple` pushes everything
 * behind it, and the video gets longer or shorter; `roll` takes the seconds from the next transition, and nothing else moves.
 */
export type EdgeMode = 'ripple' | 'roll'

/** The seconds that a transition may have when its far edge is moved. The last one has none behind it: there `roll` is `ripple`. */
export function edgeLimits(
  transitions: readonly Transition[],
  index: number,
  mode: EdgeMode = 'ripple',
): { min: number; max: number } {
  const min = MINIMUM_TRANSITION_SECONDS
  const duration = transitions[index]?.duration ?? min
  const next = transitions[index + 1]
  const available = mode === 'roll' && next ? next.duration - min : remainingSeconds(transitions)
  return { min, max: duration + Math.max(0, available) }
}

/** Moves the far edge of a transition, so that it lasts whole seconds as near to `seconds` as the rules allow. */
export function moveEdge(
  storyboard: Storyboard,
  index: number,
  seconds: number,
  mode: EdgeMode = 'ripple',
): Storyboard {
  const { transitions } = storyboard
  const [current, next] = [transitions[index], transitions[index + 1]]
  if (mode === 'ripple' || !current || !next) return setTransitionDuration(storyboard, index, seconds)
  const both = current.duration + next.duration
  const duration = durationWithin(seconds, both - MINIMUM_TRANSITION_SECONDS)
  if (duration === current.duration) return storyboard
  return {
    ...storyboard,
    transitions: transitions
      .with(index, { ...current, duration })
      .with(index + 1, { ...next, duration: both - duration }),
  }
}

/**
 * The second that an edge held at `seconds` falls into: a whole one, and within `reach` seconds of the play position the
 * whole one that is nearest to that.
 */
export function snapSeconds(seconds: number, playhead: number | null = null, reach = 0): number {
  return Math.round(playhead !== null && Math.abs(seconds - playhead) <= reach ? playhead : seconds)
}
