import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const prompt = ({ number }: Formats): Messages['prompt'] => ({
  count: (length, maximum) => `${number(length)} de ${number(maximum)} caracteres`,
  tooLong: (maximum) => `Supera los ${number(maximum)} caracteres.`,
  recent: 'Prompts recientes',
  recentList: (label) => `Textos recientes para ${label}`,
  submitHint: 'Ctrl o Cmd con Intro genera.',
})
