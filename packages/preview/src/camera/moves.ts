import { mix } from '../toolkit/easing.ts'
import type { Random } from '../toolkit/random.ts'
import { pick } from '../toolkit/random.ts'

/** Where the camera is at a moment, told by what it does to the picture. */
export interface Pose {
  /** How much larger than the frame the picture is. */
  zoom: number
  /** −1…1: from as far to one side as the zoom allows to the other. */
  x: number
  y: number
  /** How much larger the subject is against the ground than in the picture, 0…1: it is nearer. */
  lift: number
  /** How far the subject has moved against the ground, as shares of the frame. */
  shift: number
  rise: number
  /** How much of its other side the subject shows, −1…1. */
  turn: number
  /** How soft the ground is, 0 (as it was) to 1. */
  blur: number
}

/** A camera move from one pose to another. */
export interface Move {
  name: string
  from: Pose
  to: Pose
  /** Share of the frame that a hand makes it sway. */
  sway: number
}

/** The middle of what the camera looks at, 0…1 of the picture. */
export interface Aim {
  x: number
  y: number
}

const still: Pose = { zoom: 1, x: 0, y: 0, lift: 0, shift: 0, rise: 0, turn: 0, blur: 0 }

type MoveMaker = (aim: Aim) => Move

const move = (name: string, from: Partial<Pose>, to: Partial<Pose>, sway = 0): Move => ({
  name,
  from: { ...still, ...from },
  to: { ...still, ...to },
  sway,
})

/** The pose right in front of the subject. */
const near = ({ x, y }: Aim, zoom: number): Partial<Pose> => ({
  zoom,
  x: (x - 0.5) * 1.7,
  y: (y - 0.5) * 1.5,
  lift: 0.13,
  blur: 0.9,
})

const moves = {
  pushIn: (aim) => move('push in', {}, near(aim, 1.26)),
  pullOut: (aim) => move('pull out', near(aim, 1.3), {}),
  panLeft: () =>
    move('pan left', { zoom: 1.26, x: 0.9, shift: -0.045 }, { zoom: 1.26, x: -0.9, shift: 0.045, blur: 0.3 }),
  panRight: () =>
    move(
      'pan right',
      { zoom: 1.2, x: -0.85, shift: 0.045 },
      { zoom: 1.2, x: 0.85, shift: -0.045, blur: 0.3 },
    ),
  orbit: () =>
    move(
      'orbit',
      { zoom: 1.2, x: -0.9, shift: -0.05, turn: -1, lift: 0.03 },
      { zoom: 1.24, x: 0.9, shift: 0.05, turn: 1, lift: 0.1, blur: 0.6 },
    ),
  orbitBack: () =>
    move(
      'orbit',
      { zoom: 1.24, x: 0.9, shift: 0.05, turn: 1, lift: 0.03 },
      { zoom: 1.2, x: -0.9, shift: -0.05, turn: -1, lift: 0.1, blur: 0.6 },
    ),
  rise: () =>
    move(
      'rise',
      { zoom: 1.22, y: 0.95, rise: -0.03, lift: 0.06 },
      { zoom: 1.14, y: -0.7, rise: 0.045, blur: 0.25 },
    ),
  descend: () =>
    move(
      'descend',
      { zoom: 1.16, y: -0.9, rise: 0.045 },
      { zoom: 1.22, y: 0.8, rise: -0.02, lift: 0.08, blur: 0.5 },
    ),
  vertigo: () => move('dolly zoom', { zoom: 1.34, lift: -0.02 }, { zoom: 1.02, lift: 0.2, blur: 0.5 }),
  handheld: (aim) => move('handheld', { zoom: 1.06 }, { ...near(aim, 1.16), blur: 0.4 }, 0.008),
} satisfies Record<string, MoveMaker>

// The more special wish first: "zoom out" before "zoom", "dolly zoom" before both.
const words: readonly (readonly [RegExp, MoveMaker])[] = [
  [/\b(dolly[ -]zoom|vertigo|zolly)\b/i, moves.vertigo],
  [/\b(hand-?held|shak(y|es|ing)|running|documentary)\b/i, moves.handheld],
  [/\b(zoom(s|ing)? out|pull(s|ing)? (back|out|away)|dolly out|wide shot|reveal(s|ing)?)\b/i, moves.pullOut],
  [/\b(orbit(s|ing)?|arc|around|spin(s|ning)?|rotat(e|es|ing)|turn(s|ing)?|circl(e|es|ing))\b/i, moves.orbit],
  [/\b(rise|rises|rising|crane|lift(s|ing)?|upwards?|tilt(s|ing)? up|up)\b/i, moves.rise],
  [/\b(descend(s|ing)?|lower(s|ing)?|downwards?|tilt(s|ing)? down|down)\b/i, moves.descend],
  [/\b(zoom(s|ing)?( in)?|push(es|ing)?( in)?|dolly|closer|close-?up|approach(es|ing)?)\b/i, moves.pushIn],
  [/\bleft(wards?)?\b/i, moves.panLeft],
  [/\b(right(wards?)?|pan(s|ning)?|track(s|ing)?)\b/i, moves.panRight],
]

/** The move that the words of a prompt ask for; one by chance when they ask for none. */
export function moveFor(prompt: string, aim: Aim, random: Random): Move {
  const chance = pick<MoveMaker>(random, [
    moves.pushIn,
    moves.orbit,
    moves.orbitBack,
    moves.pullOut,
    moves.rise,
  ])
  const make = words.find(([pattern]) => pattern.test(prompt))?.[1] ?? chance
  return make(aim)
}

/** The pose between the two ends of a move, 0…1. */
export function poseAt({ from, to }: Move, t: number): Pose {
  const between = (key: keyof Pose) => mix(from[key], to[key], t)
  return {
    zoom: between('zoom'),
    x: between('x'),
    y: between('y'),
    lift: between('lift'),
    shift: between('shift'),
    rise: between('rise'),
    turn: between('turn'),
    blur: between('blur'),
  }
}
