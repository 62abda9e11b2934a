import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const cost = ({ money }: Formats): Messages['cost'] => ({
  label: 'Preis',
  amount: (amount, currency) => money(amount, currency),
  unknown: 'Preis hier nicht bekannt',
  free: 'Kostenlos: nichts geht an fal',
  loading: 'Preis wird abgefragt…',
})
