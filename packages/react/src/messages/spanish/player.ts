import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const player = ({ number }: Formats): Messages['player'] => ({
  play: 'Reproducir el borrador',
  pause: 'Pausar el borrador',
  position: 'Posición en el borrador',
  positionValue: (seconds, duration) =>
    `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} / ${number(duration)} s`,
  mark: 'Borrador · dibujado aquí, gratis',
  waiting: 'El borrador aparece en cuanto hay algo que dibujar',
  failed: 'No se ha podido dibujar este borrador',
})
