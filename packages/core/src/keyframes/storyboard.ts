import { MAXIMUM_KEYFRAMES, DEFAULT_TRANSITION_SECONDS, MINIMUM_TRANSITION_SECONDS } from './limits.ts'
import { durationWithin, remainingSeconds } from './timing.ts'

/** One still. `url` is null while its file is being uploaded. */
export interface Keyframe {
  /** Stays with the keyframe through every move. */
  id: string
  url: string | null
  /** For people, where there is one. */
  name?: string | undefined
}

/** The stretch between a keyframe and the next. */
export interface Transition {
  /** Whole seconds. */
  duration: number
  prompt?: string | undefined
}

/** Keyframes and the transitions between them: plain JSON. There is always one transition fewer than keyframes. */
export interface Storyboard {
  keyframes: readonly Keyframe[]
  transitions: readonly Transition[]
}

export const emptyStoryboard: Storyboard = { keyframes: [], transitions: [] }

/**
 * Puts keyframes in at a place, as many as there is room for. The new transitions get five seconds or what the budget leaves;
 * where it leaves nothing, one second of the longest transition.
 */
export function insertKeyframes(storyboard: Storyboard, at: number, added: readonly Keyframe[]): Storyboard {
  const { keyframes, transitions } = storyboard
  let result: Storyboard = { keyframes: [...keyframes], transitions: [...transitions] }
  for (const [offset, keyframe] of added.slice(0, MAXIMUM_KEYFRAMES - keyframes.length).entries()) {
    const place = Math.min(Math.max(at + offset, 0), result.keyframes.length)
    const needsTransition = result.keyframes.length > 0
    const known = needsTransition ? withSecondToSpare(result.transitions) : result.transitions
    const transition: Transition = {
      duration: durationWithin(DEFAULT_TRANSITION_SECONDS, remainingSeconds(known)),
    }
    result = {
      keyframes: result.keyframes.toSpliced(place, 0, keyframe),
      // A keyframe at the end brings the transition to it; one further up, the transition from it.
      transitions: needsTransition ? known.toSpliced(Math.min(place, known.length), 0, transition) : known,
    }
  }
  return result
}

/** The transitions with a second left in the budget, taken from the longest where there was none. */
function withSecondToSpare(transitions: readonly Transition[]): readonly Transition[] {
  if (remainingSeconds(transitions) >= MINIMUM_TRANSITION_SECONDS) return transitions
  const longest = transitions.reduce(
    (found, { duration }, index) => (duration > (transitions[found]?.duration ?? 0) ? index : found),
    0,
  )
  const { duration = 0, ...rest } = transitions[longest] ?? {}
  if (duration <= MINIMUM_TRANSITION_SECONDS) return transitions
  return transitions.with(longest, { ...rest, duration: duration - MINIMUM_TRANSITION_SECONDS })
}

/** Takes a keyframe out, with the transition that leads to it (of the first one, the one that leaves it). */
export function removeKeyframe(storyboard: Storyboard, id: string): Storyboard {
  const index = storyboard.keyframes.findIndex((keyframe) => keyframe.id === id)
  if (index < 0) return storyboard
  return {
    keyframes: storyboard.keyframes.toSpliced(index, 1),
    transitions: storyboard.transitions.toSpliced(Math.max(index - 1, 0), 1),
  }
}

/** Moves a keyframe to a place; the rhythm (the transitions) stays where it is. */
export function moveKeyframe(storyboard: Storyboard, id: string, to: number): Storyboard {
  const { keyframes } = storyboard
  const from = keyframes.findIndex((keyframe) => keyframe.id === id)
  const place = Math.min(Math.max(to, 0), keyframes.length - 1)
  const moved = keyframes[from]
  if (!moved || from === place) return storyboard
  return { ...storyboard, keyframes: keyframes.toSpliced(from, 1).toSpliced(place, 0, moved) }
}

/** Puts another keyframe in the place of one. Its id is another: what still arrives for the old one must not get into it. */
export function replaceKeyframe(storyboard: Storyboard, id: string, replacement: Keyframe): Storyboard {
  const index = storyboard.keyframes.findIndex((keyframe) => keyframe.id === id)
  if (index < 0) return storyboard
  return { ...storyboard, keyframes: storyboard.keyframes.with(index, replacement) }
}

/** Sets the seconds of a transition, as near to what was asked as the rules and the budget allow. */
export function setTransitionDuration(storyboard: Storyboard, index: number, seconds: number): Storyboard {
  const transition = storyboard.transitions[index]
  if (!transition) return storyboard
  const others = storyboard.transitions.toSpliced(index, 1)
  const duration = durationWithin(seconds, remainingSeconds(others))
  return { ...storyboard, transitions: storyboard.transitions.with(index, { ...transition, duration }) }
}

/** Sets the prompt of a transition; an empty one is left out, so that the prompt of the whole holds. */
export function setTransitionPrompt(storyboard: Storyboard, index: number, prompt: string): Storyboard {
  const transition = storyboard.transitions[index]
  if (!transition) return storyboard
  const { duration } = transition
  return {
    ...storyboard,
    transitions: storyboard.transitions.with(index, prompt === '' ? { duration } : { duration, prompt }),
  }
}

/** The part of a pikaframes input that a storyboard is. A keyframe without a URL yet gives an empty one, which no rule accepts. */
export function toPikaframesInput({ keyframes, transitions }: Storyboard): {
  imageUrls: string[]
  transitions: Transition[]
} {
  return {
    imageUrls: keyframes.map(({ url }) => url ?? ''),
    transitions: transitions.map((transition) => ({ ...transition })),
  }
}

/** The storyboard of a pikaframes input; `newId` names its keyframes. Transitions that are missing get five seconds. */
export function toStoryboard(
  input: { imageUrls?: unknown; transitions?: unknown },
  newId: () => string,
): Storyboard {
  const urls = Array.isArray(input.imageUrls) ? input.imageUrls.filter((url) => typeof url === 'string') : []
  const given = Array.isArray(input.transitions) ? (input.transitions as Partial<Transition>[]) : []
  return {
    keyframes: urls.map((url) => ({ id: newId(), url: url === '' ? null : url })),
    transitions: urls.slice(1).map((_, index) => {
      const { duration = DEFAULT_TRANSITION_SECONDS, prompt } = given[index] ?? {}
      return prompt ? { duration, prompt } : { duration }
    }),
  }
}
