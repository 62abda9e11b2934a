import type { Random } from '../toolkit/random.ts'
import { pick } from '../toolkit/random.ts'

/** The view at an end of a camera move: how much larger than the frame the picture is, and where its middle is. */
export interface View {
  zoom: number
  /** −1…1: from as far to one side as the zoom allows to the other. */
  x: number
  y: number
}

/** A camera move from one view to another. */
export interface Move {
  name: string
  from: View
  to: View
  /** Orbits swing the near layer against the far one. */
  isOrbit?: boolean
}

const moves = {
  zoomIn: { name: 'push in', from: { zoom: 1.02, x: 0, y: 0 }, to: { zoom: 1.34, x: 0, y: -0.15 } },
  zoomOut: { name: 'pull back', from: { zoom: 1.36, x: 0, y: -0.1 }, to: { zoom: 1.03, x: 0, y: 0 } },
  panLeft: { name: 'pan left', from: { zoom: 1.24, x: 0.9, y: 0 }, to: { zoom: 1.24, x: -0.9, y: 0 } },
  panRight: { name: 'pan right', from: { zoom: 1.24, x: -0.9, y: 0 }, to: { zoom: 1.24, x: 0.9, y: 0 } },
  tiltUp: { name: 'tilt up', from: { zoom: 1.24, x: 0, y: 0.9 }, to: { zoom: 1.24, x: 0, y: -0.9 } },
  tiltDown: { name: 'tilt down', from: { zoom: 1.24, x: 0, y: -0.9 }, to: { zoom: 1.24, x: 0, y: 0.9 } },
  orbit: {
    name: 'orbit',
    from: { zoom: 1.22, x: -0.8, y: 0.1 },
    to: { zoom: 1.3, x: 0.8, y: -0.1 },
    isOrbit: true,
  },
} satisfies Record<string, Move>

const words: readonly (readonly [RegExp, Move])[] = [
  [/\b(zoom(s|ing)? out|pull(s|ing)? (back|out)|dolly out|wide shot|reveal(s|ing)?)\b/i, moves.zoomOut],
  [/\b(zoom(s|ing)?|push(es|ing)? in|dolly|closer|close-?up)\b/i, moves.zoomIn],
  [/\b(orbit(s|ing)?|around|spin(s|ning)?|rotat(e|es|ing)|circl(e|es|ing))\b/i, moves.orbit],
  [/\bleft\b/i, moves.panLeft],
  [/\b(right|pan(s|ning)?)\b/i, moves.panRight],
  [/\b(up|rise|rises|rising|tilt(s|ing)?|crane)\b/i, moves.tiltUp],
  [/\b(down|descend(s|ing)?|fall(s|ing)?|lower)\b/i, moves.tiltDown],
]

/** The move that the words of a prompt ask for; one by chance when they ask for none. */
export function moveFor(prompt: string, random: Random): Move {
  const chance = pick<Move>(random, [moves.zoomIn, moves.orbit, moves.zoomOut, moves.panRight, moves.panLeft])
  return words.find(([pattern]) => pattern.test(prompt))?.[1] ?? chance
}
