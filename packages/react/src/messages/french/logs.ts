import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const logs = ({ number, plural }: Formats): Messages['logs'] => ({
  label: 'Journal du modèle',
  lines: (count) => plural(count, { one: `${number(count)} ligne`, other: `${number(count)} lignes` }),
  none: 'Pas encore de ligne.',
  search: 'Chercher dans les lignes',
  matches: (found, count) => `${number(found)} sur ${number(count)}`,
  copy: 'Copier toutes les lignes',
  copied: 'Lignes copiées',
  follow: 'Aller à la dernière ligne',
  larger: 'Afficher plus de lignes',
  smaller: 'Afficher moins de lignes',
})
