import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const server = ({ number }: Formats): Messages['server'] => ({
  unreachable: 'Der Server ist nicht zu erreichen.',
  pressAgain: 'Der Server war nicht zu erreichen. Drücken Sie noch einmal: Es wird nicht doppelt bezahlt.',
  fault: 'Auf dem Server ist ein Fehler aufgetreten. Drücken Sie noch einmal: Es wird nicht doppelt bezahlt.',
  invalid: 'Einige Felder stimmen noch nicht.',
  storageRefused: (status) =>
    `Der Speicher hat die Datei abgelehnt (Status ${number(status, { useGrouping: false })}).`,
  uploadBroke: 'Das Hochladen ist abgebrochen. Versuchen Sie es noch einmal.',
})
