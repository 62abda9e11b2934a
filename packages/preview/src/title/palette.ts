import { pick, type Random } from '../toolkit/random.ts'
import type { Ground } from './ridges.ts'

/** The colours of a title scene, from the sky above to the ground in front. */
export interface Palette {
  sky: readonly [string, string, string]
  light: string
  /** Far to near. */
  hills: readonly [string, string, string, string]
  hasStars: boolean
  ground: Ground
}

const dawn: Palette = {
  sky: ['#31336b', '#c4628a', '#ffc38f'],
  light: '#fff0d2',
  hills: ['#a3567f', '#71406f', '#43305c', '#231f45'],
  hasStars: false,
  ground: 'hills',
}
const sea: Palette = {
  sky: ['#0f4c75', '#3ba1c5', '#d5f1e9'],
  light: '#fffdf0',
  hills: ['#5fb4c4', '#2f86a3', '#176082', '#0b3c5d'],
  hasStars: false,
  ground: 'waves',
}
const wood: Palette = {
  sky: ['#27534a', '#7fae7d', '#f0e6b6'],
  light: '#fffbe0',
  hills: ['#7ea778', '#4d8061', '#2c5b4b', '#173a36'],
  hasStars: false,
  ground: 'trees',
}
const night: Palette = {
  sky: ['#070b22', '#1b2456', '#5b4b94'],
  light: '#f3efff',
  hills: ['#423b80', '#2b2a63', '#1a1c48', '#0d1030'],
  hasStars: true,
  ground: 'hills',
}
const desert: Palette = {
  sky: ['#3d5a80', '#ee9b6b', '#ffe0a8'],
  light: '#fff6d8',
  hills: ['#e08e5b', '#bd6848', '#8a473f', '#552c36'],
  hasStars: false,
  ground: 'dunes',
}
const snow: Palette = {
  sky: ['#5b7db1', '#a9c6e8', '#f7f4f2'],
  light: '#ffffff',
  hills: ['#dbe6f3', '#b3c9e2', '#86a4c8', '#54739c'],
  hasStars: false,
  ground: 'peaks',
}
const neon: Palette = {
  sky: ['#12062e', '#5a189a', '#ff5c8a'],
  light: '#ffd6f3',
  hills: ['#7b2cbf', '#50189a', '#300f6b', '#180740'],
  hasStars: true,
  ground: 'skyline',
}

const words: readonly (readonly [RegExp, Palette])[] = [
  [/\b(city|cities|neon|street|cyber|cyberpunk|robots?|club|future|synth|traffic|skyscrapers?)\b/i, neon],
  [/\b(night|stars?|moon|space|galaxy|dark|midnight|planet|cosmos|universe)\b/i, night],
  [
    /\b(seas?|ocean|water|waves?|beach|river|lake|harbour|harbor|ships?|boats?|underwater|fish|whales?)\b/i,
    sea,
  ],
  [/\b(forest|trees?|woods?|garden|green|jungle|meadow|leaf|leaves|fox|deer|bear)\b/i, wood],
  [/\b(desert|sand|dunes?|canyon|dust|camels?|fire|lava)\b/i, desert],
  [/\b(snow|snowy|ice|winter|mountains?|clouds?|arctic|peaks?)\b/i, snow],
  [/\b(sunset|sunrise|dawn|dusk|evening|morning|golden)\b/i, dawn],
]

/** The palette of the first telling word of a prompt; one by chance when there is none. */
export function paletteFor(prompt: string, random: Random): Palette {
  const chance = pick<Palette>(random, [dawn, sea, wood, night, desert, snow, neon])
  const found = words
    .map(([pattern, palette]) => ({ palette, at: prompt.search(pattern) }))
    .filter(({ at }) => at >= 0)
  return found.toSorted((one, other) => one.at - other.at)[0]?.palette ?? chance
}
