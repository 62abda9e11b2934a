/** Width of a keyframe's picture where there is room for it. */
export const THUMBNAIL_PIXELS = 72
/** A picture beside a near neighbour gets narrower, down to what a finger can still meet (WCAG 2.5.8: 24 pixels). */
export const NARROWEST_THUMBNAIL_PIXELS = 26
const GAP_PIXELS = 6
/** The axis cannot be zoomed in further than this many pixels for a second. */
const CLOSEST_PIXELS_PER_SECOND = 240

interface Timed {
  readonly duration: number
}

/**
 * How many pixels a second has: the axis fills `width`, but two neighbours never overlap, however short the transition
 * between them; then the axis is longer than the box, and scrolls.
 */
export function fittingScale(transitions: readonly Timed[], width: number): number {
  if (transitions.length === 0) return 80
  const total = transitions.reduce((sum, { duration }) => sum + duration, 0)
  const shortest = Math.min(...transitions.map(({ duration }) => duration))
  return Math.max((width - THUMBNAIL_PIXELS) / total, (NARROWEST_THUMBNAIL_PIXELS + GAP_PIXELS) / shortest)
}

/** How often the fitting scale may be enlarged. At least once, so that zooming always shows something. */
export function closestZoom(fitting: number): number {
  return Math.max(2, CLOSEST_PIXELS_PER_SECOND / fitting)
}

/** Width of the picture at a place, given how near its neighbours stand. */
export function thumbnailWidth(transitions: readonly Timed[], place: number, scale: number): number {
  const nearest = Math.min(
    transitions[place - 1]?.duration ?? Infinity,
    transitions[place]?.duration ?? Infinity,
  )
  return Math.min(THUMBNAIL_PIXELS, Math.max(NARROWEST_THUMBNAIL_PIXELS, nearest * scale - GAP_PIXELS))
}

/** The seconds that the ruler names: each half, each, each second, fifth …, so that the numbers have room; always the last. */
export function tickSeconds(total: number, scale: number): number[] {
  const step = [0.5, 1, 2, 5, 10].find((candidate) => candidate * scale >= (candidate < 1 ? 60 : 34)) ?? 25
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

/**
 * How far the axis must be scrolled so that `at` is seen, all in pixels from its start: not at all while it is in view; else
 * to a quarter of the box, so that a play position that runs on has its way before it.
 */
export function scrollToShow(at: number, { start, width }: { start: number; width: number }): number {
  return at >= start && at <= start + width ? start : Math.max(0, at - width / 4)
}

/** How fast to scroll, in pixels a frame, while something is held near an end of the box; negative towards its start. */
export function edgeSpeed(position: number, length: number, { zone = 48, most = 14 } = {}): number {
  const reach = Math.min(zone, length / 4)
  if (position < reach) return -most * Math.min(1, (reach - position) / reach)
  if (position > length - reach) return most * Math.min(1, (position - length + reach) / reach)
  return 0
}
