import {
  type Keyframe,
  MAXIMUM_KEYFRAMES,
  MINIMUM_TRANSITION_SECONDS,
  removeKeyframe,
  type Storyboard,
} from '@pika-kit/core'

/** Keeps a storyboard in this browser. A full or a forbidden storage keeps nothing, and stops nobody's work. */
export function keepStoryboard(key: string, storyboard: Storyboard): void {
  try {
    localStorage.setItem(key, JSON.stringify(storyboard))
  } catch {
    // What was kept before stays; the page goes on with what it has in memory.
  }
}

/**
 * The storyboard that was kept under a key; null where there is none, or none that can be read. Keyframes whose file had
 * not arrived are left out: the file went with the page.
 */
export function keptStoryboard(key: string, newId: () => string): Storyboard | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (!isStoryboard(kept)) return null
    const storyboard = {
      ...kept,
      keyframes: kept.keyframes.map((keyframe) => ({ ...keyframe, id: newId() })),
    }
    return storyboard.keyframes
      .filter(({ url }) => url === null)
      .reduce<Storyboard>((known, { id }) => removeKeyframe(known, id), storyboard)
  } catch {
    return null
  }
}

function isStoryboard(value: unknown): value is Storyboard {
  if (typeof value !== 'object' || value === null) return false
  const { keyframes, transitions } = value as { keyframes?: unknown; transitions?: unknown }
  return (
    Array.isArray(keyframes) &&
    keyframes.length <= MAXIMUM_KEYFRAMES &&
    keyframes.every(isKeyframe) &&
    Array.isArray(transitions) &&
    transitions.length === Math.max(keyframes.length - 1, 0) &&
    transitions.every(isTransition)
  )
}

function isKeyframe(value: unknown): value is Keyframe {
  if (typeof value !== 'object' || value === null) return false
  const { url, name } = value as { url?: unknown; name?: unknown }
  return (url === null || typeof url === 'string') && (name === undefined || typeof name === 'string')
}

function isTransition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { duration, prompt } = value as { duration?: unknown; prompt?: unknown }
  return (
    Number.isInteger(duration) &&
    Number(duration) >= MINIMUM_TRANSITION_SECONDS &&
    (prompt === undefined || typeof prompt === 'string')
  )
}
