import type { DraftContext } from '../canvas.ts'
import { mix } from '../toolkit/easing.ts'
import { hash, noise } from '../toolkit/random.ts'

/** What the ground of a title scene is made of. */
export type Ground = 'hills' | 'peaks' | 'trees' | 'skyline' | 'waves' | 'dunes'

/** One layer of a ground, from far (0) to near (1), as a path from the left to the right edge of a canvas. */
export interface RidgeOptions {
  width: number
  height: number
  /** Pixels from the top where the layer lies on average. */
  base: number
  near: number
  seed: number
}

/** Fills the outline of a layer with the context's fill style, down to the lower edge. */
export function fillRidge(context: DraftContext, ground: Ground, options: RidgeOptions): void {
  const { width, height } = options
  context.beginPath()
  context.moveTo(0, height)
  outlines[ground](context, options)
  context.lineTo(width, height)
  context.closePath()
  context.fill()
}

type Outline = (context: DraftContext, options: RidgeOptions) => void

const smooth =
  (rise: number, detail: number, sharp: number): Outline =>
  (context, { width, height, base, near, seed }) => {
    for (let x = 0; x <= width + 3; x += 3) {
      const place = (x / height) * mix(1.5, 1, near)
      const broad = noise(place, near * 7.3, seed) ** sharp
      const fine =
        noise(place * 4.3, near * 3.7, seed + 1) * detail + noise(place * 11, near, seed + 2) * detail * 0.3
      context.lineTo(x, base - (broad * rise + fine) * height)
    }
  }

const outlines: Record<Ground, Outline> = {
  hills: smooth(0.2, 0.045, 1.1),
  dunes: smooth(0.15, 0.008, 1.6),
  peaks: (context, { width, height, base, near, seed }) => {
    // Straight slopes between summits and saddles, with small notches.
    for (let x = 0; x <= width + 4; x += 4) {
      const place = (x / height) * mix(2.3, 1.5, near)
      const cell = Math.floor(place)
      const along = place - cell
      const tall = 0.1 + 0.22 * hash(cell, Math.round(near * 9), seed)
      const slope = 1 - Math.abs(along * 2 - 1)
      const notch = noise(place * 9, near * 5, seed + 3) * 0.035
      context.lineTo(x, base - (slope * tall + notch) * height)
    }
  },
  trees: (context, { width, height, base, near, seed }) => {
    const size = mix(0.05, 0.19, near) * height
    const ground = (x: number) => base - noise((x / height) * 1.2, near * 5, seed) * height * 0.1
    let x = -size
    for (let index = 0; x < width + size; index++) {
      const tall = size * (0.6 + 0.8 * hash(index, Math.round(near * 9), seed))
      const wide = tall * 0.2
      const foot = ground(x)
      context.lineTo(x - wide, foot)
      // Three tiers of branches on each side.
      for (const [out, up] of [
        [0.45, 0.36],
        [0.72, 0.3],
        [0.26, 0.7],
        [0.46, 0.62],
        [0, 1],
        [-0.46, 0.62],
        [-0.26, 0.7],
        [-0.72, 0.3],
        [-0.45, 0.36],
      ] as const)
        context.lineTo(x - wide * out, foot - tall * up)
      context.lineTo(x + wide, foot)
      x += wide * (1.3 + hash(index, 3, seed))
    }
  },
  skyline: (context, { width, height, base, near, seed }) => {
    let x = 0
    for (let index = 0; x < width; index++) {
      const wide = height * mix(0.03, 0.085, near) * (0.6 + hash(index, 5, seed + Math.round(near * 9)))
      const tall = height * mix(0.2, 0.26, near) * hash(index, 6, seed + Math.round(near * 9)) ** 1.5
      context.lineTo(x, base - tall)
      if (hash(index, 8, seed) > 0.72) {
        context.lineTo(x + wide * 0.45, base - tall)
        context.lineTo(x + wide * 0.5, base - tall - height * 0.045)
        context.lineTo(x + wide * 0.55, base - tall)
      }
      context.lineTo(x + wide, base - tall)
      x += wide
    }
  },
  waves: (context, { width, height, base, near, seed }) => {
    const long = mix(0.08, 0.34, near) * height
    const tall = mix(0.003, 0.026, near) * height
    for (let x = 0; x <= width + 4; x += 4) {
      const phase = x / long + hash(Math.round(near * 9), 1, seed) * 9
      // Crests are sharper than troughs.
      context.lineTo(
        x,
        base - tall * (1 - Math.abs(Math.sin(phase))) - noise(x / long / 3, near, seed) * tall,
      )
    }
  },
}

/** Lit windows for a skyline layer: small lights over the area below its roofs; `context` is clipped to the layer. */
export function drawWindows(context: DraftContext, options: RidgeOptions, color: string): void {
  const { width, height, base, near, seed } = options
  const step = height * mix(0.011, 0.022, near)
  context.fillStyle = color
  for (let y = base - height * 0.26; y < height; y += step * 1.5) {
    for (let x = 0; x < width; x += step) {
      const chance = hash(Math.round(x / step), Math.round(y / step), seed + Math.round(near * 50))
      if (chance < 0.8) continue
      context.globalAlpha = 0.25 + (chance - 0.8) * 3
      context.fillRect(x, y, step * 0.42, step * 0.6)
    }
  }
  context.globalAlpha = 1
}
