import { MAXIMUM_TOTAL_SECONDS, MINIMUM_TRANSITION_SECONDS } from './limits.ts'

interface Timed {
  readonly duration: number
}

/** Seconds over all transitions: the length of the video. */
export function totalSeconds(transitions: readonly Timed[]): number {
  return transitions.reduce((sum, { duration }) => sum + duration, 0)
}

/** Seconds that the budget of 25 leaves; negative when it is exceeded. */
export function remainingSeconds(transitions: readonly Timed[]): number {
  return MAXIMUM_TOTAL_SECONDS - totalSeconds(transitions)
}

/** The second at which each keyframe stands: 0 for the first. Has one more entry than there are transitions. */
export function keyframeTimes(transitions: readonly Timed[]): number[] {
  const times = [0]
  for (const { duration } of transitions) times.push((times.at(-1) ?? 0) + duration)
  return times
}

/** The transition that plays at a second, and how far it is (0 to 1). The last one also at and after the end. */
export function transitionAt(
  transitions: readonly Timed[],
  seconds: number,
): { index: number; part: number } {
  let start = 0
  for (const [index, { duration }] of transitions.entries()) {
    if (seconds < start + duration || index === transitions.length - 1) {
      return { index, part: Math.min(Math.max((seconds - start) / duration, 0), 1) }
    }
    start += duration
  }
  return { index: 0, part: 0 }
}

/** Whole seconds as near to `wanted` as one transition may have, where `available` seconds are left for it. */
export function durationWithin(wanted: number, available: number): number {
  const most = Math.max(MINIMUM_TRANSITION_SECONDS, Math.floor(available))
  return Math.min(Math.max(Math.round(wanted), MINIMUM_TRANSITION_SECONDS), most)
}
