import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const form = ({ list, number, plural, unit }: Formats): Messages['form'] => ({
  generate: 'Video generieren',
  generating: 'Wird gesendet…',
  sent: 'Gesendet.',
  sentBefore: 'Es war schon angekommen: Nichts wird doppelt bezahlt.',
  optional: '(optional)',
  default: 'Standard',
  leftEmpty: (value) => `Leer gelassen: ${value}.`,
  seconds: (count) => `${number(count)} s`,
  range: (least, most) => `${number(least)} bis ${number(most)}`,
  rangeSeconds: (least, most) => `${number(least)} bis ${unit(most, 'second')}`,
  places: (used, most) => `${number(used)} von ${number(most)}`,
  more: 'Weitere Einstellungen',
  changed: (settings) => `Geändert: ${list(settings)}`,
  add: 'Noch eins hinzufügen',
  removeItem: (item) => `${item} entfernen`,
  added: (item) => `${item} hinzugefügt.`,
  removed: (item) => `${item} entfernt.`,
  summary: (count) =>
    plural(count, {
      one: 'Eine Stelle stimmt noch nicht',
      other: `${number(count)} Stellen stimmen noch nicht`,
    }),
  notArrived: 'ist noch nicht hochgeladen',
  reset: 'Zurücksetzen',
  restore: 'Rückgängig',
  wasReset: 'Alles ist wie am Anfang. Noch einmal drücken macht es rückgängig.',
  restored: 'Ihre Eingabe ist wieder da.',
  refused: 'Es wurde nicht gesendet.',
  notPaid: 'Es wurde nichts bezahlt.',
  pressAgain: 'Drücken Sie in einem Moment noch einmal.',
  makeRoom: 'Warten Sie, bis ein Video fertig ist, oder brechen Sie eins ab. Drücken Sie dann noch einmal.',
  unknown: 'Es kam keine Antwort.',
  safeToRepeat: 'Drücken Sie noch einmal: Es wird nicht doppelt bezahlt.',
})
