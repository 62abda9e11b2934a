/** Width of a keyframe's picture on the axis. */
export const THUMBNAIL_PIXELS = 72
const GAP_PIXELS = 8

interface Timed {
  readonly duration: number
}

/**
 * How many pixels a second has: the axis fills `width`, but two neighbours never overlap, however short the transition
 * between them; then the axis is longer than the box, and scrolls.
 */
export function pixelsPerSecond(transitions: readonly Timed[], width: number): number {
  if (transitions.length === 0) return 80
  const total = transitions.reduce((sum, { duration }) => sum + duration, 0)
  const shortest = Math.min(...transitions.map(({ duration }) => duration))
  return Math.max((width - THUMBNAIL_PIXELS) / total, (THUMBNAIL_PIXELS + GAP_PIXELS) / shortest)
}

/** The seconds that the ruler names: each, or each second, fifth …, so that the numbers have room; always the last. */
export function tickSeconds(total: number, scale: number): number[] {
  const step = [1, 2, 5, 10].find((candidate) => candidate * scale >= 34) ?? 25
  const ticks: number[] = []
  for (let second = 0; second < total; second += step) ticks.push(second)
  const last = ticks.at(-1)
  if (last !== undefined && last > 0 && (total - last) * scale < 26) ticks.pop()
  return total > 0 ? [...ticks, total] : [0]
}

/** The place in the row for something dropped at a second: behind each keyframe that stands before it. */
export function placeAt(times: readonly number[], seconds: number, count: number): number {
  return count === 0 ? 0 : times.filter((time) => time < seconds).length
}

/** The keyframe whose second is nearest: where a dragged one is put. */
export function nearestPlace(times: readonly number[], seconds: number): number {
  let nearest = 0
  for (const [index, time] of times.entries()) {
    if (Math.abs(time - seconds) < Math.abs((times[nearest] ?? 0) - seconds)) nearest = index
  }
  return nearest
}
