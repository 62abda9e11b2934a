import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const logs = ({ number, plural }: Formats): Messages['logs'] => ({
  label: 'Protokoll des Modells',
  lines: (count) => plural(count, { one: 'Eine Zeile', other: `${number(count)} Zeilen` }),
  none: 'Noch keine Zeile.',
  search: 'In den Zeilen suchen',
  matches: (found, count) => `${number(found)} von ${number(count)}`,
  copy: 'Alle Zeilen kopieren',
  copied: 'Zeilen kopiert',
  follow: 'Zur neuesten Zeile',
  larger: 'Mehr Zeilen zeigen',
  smaller: 'Weniger Zeilen zeigen',
})
