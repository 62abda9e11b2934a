import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const player = ({ number }: Formats): Messages['player'] => ({
  play: 'Lire l’ébauche',
  pause: 'Mettre l’ébauche en pause',
  position: 'Position dans l’ébauche',
  positionValue: (seconds, duration) =>
    `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} / ${number(duration)} s`,
  mark: 'Ébauche · dessinée ici, gratuite',
  waiting: 'L’ébauche apparaît dès qu’il y a quelque chose à dessiner',
  failed: 'Cette ébauche n’a pas pu être dessinée',
})
