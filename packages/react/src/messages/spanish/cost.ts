import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const cost = ({ money }: Formats): Messages['cost'] => ({
  label: 'Precio',
  amount: (amount, currency) => money(amount, currency),
  unknown: 'Precio desconocido aquí',
  free: 'Gratis: no se envía nada a fal',
  loading: 'Consultando el precio…',
})
