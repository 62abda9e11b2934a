import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const prompt = ({ number }: Formats): Messages['prompt'] => ({
  count: (length, maximum) => `${number(length)} von ${number(maximum)} Zeichen`,
  tooLong: (maximum) => `Länger als ${number(maximum)} Zeichen.`,
  recent: 'Letzte Prompts',
  recentList: (label) => `Letzte Texte für ${label}`,
  submitHint: 'Strg oder Cmd mit Eingabe startet die Generierung.',
})
