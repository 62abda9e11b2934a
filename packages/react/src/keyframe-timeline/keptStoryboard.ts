import {
  MAXIMUM_KEYFRAMES,
  MINIMUM_TRANSITION_SECONDS,
  removeKeyframe,
  type Storyboard,
  toPikaframesInput,
  toStoryboard,
} from '@pika-kit/core'

/** Keeps a storyboard in this browser. A full or a forbidden storage keeps nothing, and stops nobody's work. */
export function keepStoryboard(key: string, storyboard: Storyboard): void {
  try {
    localStorage.setItem(key, JSON.stringify(toPikaframesInput(storyboard)))
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
    if (!isPikaframes(kept)) return null
    const storyboard = toStoryboard(kept, newId)
    return storyboard.keyframes
      .filter(({ url }) => url === null)
      .reduce((known, { id }) => removeKeyframe(known, id), storyboard)
  } catch {
    return null
  }
}

function isPikaframes(value: unknown): value is { imageUrls: string[]; transitions: unknown[] } {
  if (typeof value !== 'object' || value === null) return false
  const { imageUrls, transitions } = value as { imageUrls?: unknown; transitions?: unknown }
  return (
    Array.isArray(imageUrls) &&
    imageUrls.length <= MAXIMUM_KEYFRAMES &&
    imageUrls.every((url) => typeof url === 'string') &&
    Array.isArray(transitions) &&
    transitions.length === Math.max(imageUrls.length - 1, 0) &&
    transitions.every(isTransition)
  )
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
