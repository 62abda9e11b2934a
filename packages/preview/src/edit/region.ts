/** Which part of a video words speak of. */
export type Region = 'subject' | 'head' | 'sky' | 'ground' | 'left' | 'right'

const regions: readonly (readonly [RegExp, Region])[] = [
  [/\b(sky|skies|clouds?|ceiling|backgrounds?|backdrop|top|above)\b/i, 'sky'],
  [/\b(ground|floor|grass|road|street|sea|water|sand|table|bottom|below)\b/i, 'ground'],
  [/\b(faces?|heads?|hair|hats?|eyes?|glasses|helmet|masks?)\b/i, 'head'],
  [/\bleft\b/i, 'left'],
  [/\bright\b/i, 'right'],
]

/** The region that words name; the subject of the video where they name none of a place. */
export function regionOf(words: string): Region {
  return regions.find(([pattern]) => pattern.test(words))?.[1] ?? 'subject'
}

/** Hue in degrees, saturation and lightness in percent. */
export interface Tint {
  hue: number
  saturation: number
  lightness: number
}

const tints: readonly (readonly [RegExp, Tint])[] = [
  [/\b(gold(en)?|brass|honey)\b/i, { hue: 44, saturation: 85, lightness: 52 }],
  [/\b(silver|chrome|steel|metal(lic)?|gr[ae]y)\b/i, { hue: 215, saturation: 8, lightness: 66 }],
  [/\b(white|snow|marble|porcelain)\b/i, { hue: 40, saturation: 8, lightness: 88 }],
  [/\b(black|shadow|coal|ink)\b/i, { hue: 250, saturation: 12, lightness: 16 }],
  [/\b(red|ruby|crimson|fire|lava)\b/i, { hue: 4, saturation: 85, lightness: 48 }],
  [/\b(orange|copper|amber)\b/i, { hue: 26, saturation: 85, lightness: 52 }],
  [/\b(yellow|lemon|sun)\b/i, { hue: 52, saturation: 90, lightness: 55 }],
  [/\b(green|emerald|moss|grass|forest)\b/i, { hue: 135, saturation: 65, lightness: 40 }],
  [/\b(turquoise|teal|cyan|mint)\b/i, { hue: 178, saturation: 70, lightness: 45 }],
  [/\b(blue|ice|glass|water|sapphire)\b/i, { hue: 212, saturation: 80, lightness: 52 }],
  [/\b(purple|violet|neon)\b/i, { hue: 276, saturation: 75, lightness: 52 }],
  [/\b(pink|rose|magenta)\b/i, { hue: 330, saturation: 80, lightness: 62 }],
  [/\b(wood(en)?|brown|leather|chocolate|clay)\b/i, { hue: 24, saturation: 45, lightness: 36 }],
]

/** The colour that words speak of; one from `chance` (0…1) where they speak of none. */
export function tintOf(words: string, chance: number): Tint {
  const named = tints.find(([pattern]) => pattern.test(words))?.[1]
  return named ?? { hue: Math.round(chance * 360), saturation: 75, lightness: 52 }
}
