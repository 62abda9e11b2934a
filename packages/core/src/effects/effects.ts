import { toEnumName } from '../operations/names.ts'

/** fal's names of the sixteen Pikaffects, as its API takes them. */
export const PIKAFFECTS = [
  'Cake-ify',
  'Crumble',
  'Crush',
  'Decapitate',
  'Deflate',
  'Dissolve',
  'Explode',
  'Eye-pop',
  'Inflate',
  'Levitate',
  'Melt',
  'Peel',
  'Poke',
  'Squish',
  'Ta-da',
  'Tear',
] as const

export type Pikaffect = (typeof PIKAFFECTS)[number]

/** One of the sixteen effects, with words for people. */
export interface Effect {
  /** GraphQL's name: `CAKE_IFY`. */
  id: string
  /** fal's name: `Cake-ify`. */
  value: Pikaffect
  title: string
  description: string
}

const descriptions: Record<Pikaffect, string> = {
  'Cake-ify': 'A knife comes down and it was cake all along.',
  Crumble: 'It breaks into crumbs that fall away.',
  Crush: 'A press comes down and flattens it.',
  Decapitate: 'The head comes off and floats away.',
  Deflate: 'The air goes out and it sags.',
  Dissolve: 'It turns to fine dust on the wind.',
  Explode: 'It bursts apart in every direction.',
  'Eye-pop': 'The eyes jump out of it.',
  Inflate: 'It fills with air like a balloon.',
  Levitate: 'It leaves the ground and hovers.',
  Melt: 'It runs down like wax.',
  Peel: 'The surface peels off like a sticker.',
  Poke: 'A finger pokes it and it wobbles.',
  Squish: 'Hands squeeze it like soft clay.',
  'Ta-da': 'A curtain drops over it, and up it goes.',
  Tear: 'It is torn in two like paper.',
}

/** The sixteen effects in alphabetical order. */
export const effects: readonly Effect[] = PIKAFFECTS.map((value) => ({
  id: toEnumName(value),
  value,
  title: value,
  description: descriptions[value],
}))
