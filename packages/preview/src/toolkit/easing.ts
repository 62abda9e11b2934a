/** Keeps a number within two limits. */
export function clamp(value: number, minimum = 0, maximum = 1): number {
  return value < minimum ? minimum : value > maximum ? maximum : value
}

/** How far `value` is from `from` to `to`, kept within 0…1. */
export function progress(value: number, from: number, to: number): number {
  return clamp((value - from) / (to - from))
}

/** From `a` at 0 to `b` at 1. */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}

/** Slow, fast, slow; speed and acceleration are zero at both ends, so that a picture stands there. */
export function smoother(t: number): number {
  const x = clamp(t)
  return x * x * x * (x * (x * 6 - 15) + 10)
}

/** Starts fast, ends slow. */
export function easeOut(t: number): number {
  return 1 - (1 - clamp(t)) ** 3
}

/** Starts slow, ends fast: things that fall. */
export function easeIn(t: number): number {
  return clamp(t) ** 2.2
}

/** Goes past its end a little and comes back. */
export function overshoot(t: number): number {
  const x = clamp(t) - 1
  return 1 + 2.4 * x * x * x + 1.4 * x * x
}

/** Swings around 0 and dies away: 1 at the start, about 0 at t = 1. */
export function wobble(t: number, swings: number): number {
  if (t < 0) return 0
  return Math.exp(-4.2 * t) * Math.cos(t * swings * Math.PI * 2)
}

/** Swings out from 0 and dies away: what is let go passes its place and comes back. Its first swing is the largest, below 1. */
export function spring(t: number, swings: number): number {
  if (t < 0) return 0
  return Math.exp(-4.2 * t) * Math.sin(t * swings * Math.PI * 2)
}
