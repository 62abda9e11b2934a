import type { Storyboard } from '@pika-kit/core'

/** A storyboard with what it was before, and what was undone. */
export interface TimelineHistory {
  past: readonly Storyboard[]
  present: Storyboard
  future: readonly Storyboard[]
  /** What the newest change belongs to: the next one of the same gesture makes no step of its own. */
  gesture: string | null
}

const STEPS_KEPT = 100

export function startHistory(present: Storyboard): TimelineHistory {
  return { past: [], present, future: [], gesture: null }
}

/** Adds a change. Changes of one `gesture` (a drag, typing into a field) are one step to undo. */
export function change(
  history: TimelineHistory,
  present: Storyboard,
  gesture: string | null = null,
): TimelineHistory {
  if (present === history.present) return history
  const continues = gesture !== null && gesture === history.gesture
  const past = continues ? history.past : [...history.past, history.present].slice(-STEPS_KEPT)
  return { past, present, future: [], gesture }
}

/** Ends a gesture: the next change is a step of its own. */
export function endGesture(history: TimelineHistory): TimelineHistory {
  return history.gesture === null ? history : { ...history, gesture: null }
}

/** Takes back what the gesture that is not ended has done, as if it had never begun. */
export function cancelGesture(history: TimelineHistory): TimelineHistory {
  const before = history.past.at(-1)
  if (history.gesture === null || !before) return history
  return { past: history.past.slice(0, -1), present: before, future: [], gesture: null }
}

export function undo({ past, present, future }: TimelineHistory): TimelineHistory | null {
  const previous = past.at(-1)
  return previous
    ? { past: past.slice(0, -1), present: previous, future: [present, ...future], gesture: null }
    : null
}

export function redo({ past, present, future }: TimelineHistory): TimelineHistory | null {
  const [next, ...rest] = future
  return next ? { past: [...past, present], present: next, future: rest, gesture: null } : null
}

/** Puts the addresses of files that have arrived into every step: undoing a move must not undo an upload. */
export function setUrl(history: TimelineHistory, id: string, url: string): TimelineHistory {
  const fill = (storyboard: Storyboard): Storyboard => ({
    ...storyboard,
    keyframes: storyboard.keyframes.map((keyframe) => (keyframe.id === id ? { ...keyframe, url } : keyframe)),
  })
  return {
    ...history,
    past: history.past.map(fill),
    present: fill(history.present),
    future: history.future.map(fill),
  }
}
