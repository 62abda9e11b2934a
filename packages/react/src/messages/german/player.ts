import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const player = ({ number }: Formats): Messages['player'] => ({
  play: 'Entwurf abspielen',
  pause: 'Entwurf anhalten',
  position: 'Position im Entwurf',
  positionValue: (seconds, duration) =>
    `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} / ${number(duration)} s`,
  mark: 'Entwurf · hier gezeichnet, kostenlos',
  waiting: 'Der Entwurf erscheint, sobald es etwas zu zeichnen gibt',
  failed: 'Dieser Entwurf ließ sich nicht zeichnen',
})
