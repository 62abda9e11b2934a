import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const cost = ({ money }: Formats): Messages['cost'] => ({
  label: 'Prix',
  amount: (amount, currency) => money(amount, currency),
  unknown: 'Prix inconnu ici',
  free: 'Gratuit : rien n’est envoyé à fal',
  loading: 'Demande du prix…',
})
