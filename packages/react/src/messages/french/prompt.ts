import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const prompt = ({ number }: Formats): Messages['prompt'] => ({
  count: (length, maximum) => `${number(length)} sur ${number(maximum)} caractères`,
  tooLong: (maximum) => `Le texte dépasse ${number(maximum)} caractères.`,
  recent: 'Prompts récents',
  recentList: (label) => `Textes récents pour ${label}`,
  submitHint: 'Ctrl ou Cmd et Entrée lancent la génération.',
})
