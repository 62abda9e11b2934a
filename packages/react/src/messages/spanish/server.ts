import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const server = ({ number }: Formats): Messages['server'] => ({
  unreachable: 'No se puede contactar con el servidor.',
  pressAgain: 'No se pudo contactar con el servidor. Pulsa otra vez: no se pagará dos veces.',
  fault: 'El servidor tuvo un fallo. Pulsa otra vez: no se pagará dos veces.',
  invalid: 'Revisa algunos campos.',
  storageRefused: (status) =>
    `El almacenamiento rechazó el archivo (estado ${number(status, { useGrouping: false })}).`,
  uploadBroke: 'La subida se interrumpió. Inténtalo de nuevo.',
})
