/** What Pika's videos have; a step over a video with another rate lands within one frame of the right one. */
export const FRAMES_PER_SECOND = 24

export const RATES = [0.25, 0.5, 1, 1.5, 2] as const

/** Seconds of a video: as it says itself, else as the provider said; a recording that was never closed says infinity. */
export function lengthOf({ duration }: { duration: number }, known: number | null): number {
  return Number.isFinite(duration) ? duration : (known ?? 0)
}

/**
 * The moment one frame on (`1`) or back (`-1`): the middle of that frame, since a browser may show either neighbour at
 * its edge. Never before the first or after the last.
 */
export function stepFrame(seconds: number, direction: 1 | -1, duration: number): number {
  const last = Math.max(0, Math.round(duration * FRAMES_PER_SECOND) - 1)
  // Half a hundredth of a frame: what a decoder's clock may be off.
  const frame = Math.floor(seconds * FRAMES_PER_SECOND + 0.005) + direction
  return (Math.min(last, Math.max(0, frame)) + 0.5) / FRAMES_PER_SECOND
}

/** The next rate, faster (`1`) or slower (`-1`). */
export function stepRate(rate: number, direction: 1 | -1): number {
  const nearest = RATES.reduce((best, one) => (Math.abs(one - rate) < Math.abs(best - rate) ? one : best))
  return RATES[RATES.indexOf(nearest) + direction] ?? nearest
}

/** What a key does in the player. */
export type PlayerAction =
  | { type: 'play' | 'loop' | 'full-screen' | 'picture-in-picture' | 'mute' }
  | { type: 'frame' | 'rate'; direction: 1 | -1 }
  | { type: 'seek-by'; seconds: number }
  | { type: 'seek-to'; /** 0 to 1 of the whole. */ share: number }

const actions: Readonly<Record<string, PlayerAction>> = {
  ' ': { type: 'play' },
  k: { type: 'play' },
  ',': { type: 'frame', direction: -1 },
  '.': { type: 'frame', direction: 1 },
  '<': { type: 'rate', direction: -1 },
  '>': { type: 'rate', direction: 1 },
  arrowleft: { type: 'seek-by', seconds: -1 },
  arrowright: { type: 'seek-by', seconds: 1 },
  home: { type: 'seek-to', share: 0 },
  end: { type: 'seek-to', share: 1 },
  l: { type: 'loop' },
  f: { type: 'full-screen' },
  p: { type: 'picture-in-picture' },
  m: { type: 'mute' },
}

/** The action of a key; null where it has none. Time runs to the right in every language, as on every player. */
export function actionOf(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): PlayerAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (/^\d$/.test(event.key)) return { type: 'seek-to', share: Number(event.key) / 10 }
  return actions[event.key.toLowerCase()] ?? null
}
