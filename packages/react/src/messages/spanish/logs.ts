import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const logs = ({ number, plural }: Formats): Messages['logs'] => ({
  label: 'Registro del modelo',
  lines: (count) => plural(count, { one: `${number(count)} línea`, other: `${number(count)} líneas` }),
  none: 'Aún no hay líneas.',
  search: 'Buscar en las líneas',
  matches: (found, count) => `${number(found)} de ${number(count)}`,
  copy: 'Copiar todas las líneas',
  copied: 'Líneas copiadas',
  follow: 'Ir a la última línea',
  larger: 'Mostrar más líneas',
  smaller: 'Mostrar menos líneas',
})
