import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const result = ({ number, plural, span }: Formats): Messages['result'] => ({
  label: 'Ergebnis',
  progress: 'Fortschritt',
  steps: { sent: 'Gesendet', queued: 'Wartet', rendering: 'Rendert', saving: 'Speichert' },
  stepStates: { done: 'fertig', now: 'läuft', 'to-come': 'steht aus', stopped: 'abgebrochen' },
  connecting: 'Verbindung wird hergestellt…',
  statuses: {
    SUBMITTING: 'Wird an fal gesendet',
    UNCONFIRMED: 'Bestätigung von fal steht aus',
    IN_QUEUE: 'In der Warteschlange',
    IN_PROGRESS: 'Wird gerendert',
    FINALIZING: 'Video wird abgeholt',
    COMPLETED: 'Fertig',
    FAILED: 'Fehlgeschlagen',
    CANCELLED: 'Abgebrochen',
  },
  unconfirmed:
    'Die Antwort von fal ging verloren. Ob fal den Auftrag hat, ist noch offen. Er wird nicht noch einmal gesendet und kann deshalb nicht doppelt bezahlt werden. Die Auftragsliste von fal oder der Rückruf an diesen Server klärt es: Dann geht es von selbst weiter, oder der Auftrag endet kostenlos als verloren.',
  ahead: (count) =>
    count === 0
      ? 'Sie sind als Nächstes dran'
      : plural(count, { one: 'Noch einer vor Ihnen', other: `Noch ${number(count)} vor Ihnen` }),
  elapsed: (clock) => `bisher ${clock}`,
  ready: (from, to) => (from === 0 ? `Fertig in höchstens ${span(to, to)}` : `Fertig in ${span(from, to)}`),
  late: 'Es dauert länger als üblich.',
  took: (clock) => `dauerte ${clock}`,
  notArchived: 'Nur fal bewahrt es auf, und dessen Links verfallen. Herunterladen, um es zu behalten.',
  retryOf: 'Neuer Versuch einer früheren Generierung.',
  openRetried: 'Frühere anzeigen',
  cancel: 'Abbrechen',
  cancelling: 'Der Abbruch ist angefordert. Am Ende zeigt sich, ob er rechtzeitig kam.',
  cancelOutcomes: {
    CANCELLED: 'Es wurde nichts gesendet und nichts bezahlt.',
    REQUESTED: 'fal wurde um Abbruch gebeten. Kommt das zu spät, trifft das Video trotzdem ein.',
    TOO_LATE: 'Zu spät zum Abbrechen: Es war schon beendet.',
    UNKNOWN: 'fal ist gerade nicht zu erreichen. Das Video kann noch eintreffen.',
  },
  retry: 'Erneut generieren',
  change: 'Eingabe ändern',
  lookAgain: 'Erneut nachsehen',
  copyAgain: 'Ins Archiv kopieren',
  noArchive: 'Dieser Server bewahrt keine Kopien auf. Herunterladen, um das Video zu behalten.',
  recoverOutcomes: {
    LOOKING_AGAIN: 'Nachgesehen: fal gibt das Video noch nicht heraus.',
    FOUND: 'Der Auftrag wurde bei fal gefunden.',
    ARCHIVING: 'Das Video wird noch einmal kopiert.',
    REQUEST_NOT_FOUND: 'Die Liste von fal enthält keinen passenden Auftrag.',
    LIST_UNAVAILABLE: 'Die Liste von fal ist gerade nicht lesbar. Später erneut versuchen.',
    UNDER_WAY: 'Es läuft noch.',
    COMPLETE: 'Das Video ist da.',
    NOT_RECOVERABLE: 'Erneutes Nachsehen ändert hier nichts.',
  },
  remove: 'Löschen',
  removeTitle: 'Diese Generierung löschen?',
  removeText: 'Ihr Video wird mitgelöscht und lässt sich nicht wiederherstellen.',
  keep: 'Behalten',
  download: 'Herunterladen',
  copyLink: 'Link kopieren',
  copied: 'Link kopiert',
  failureDetail: 'Meldung von fal',
  spoken: (state, more) => `${state}. ${more}`,
  spokenFailure: (state, message, billing) => `${state}. ${message} ${billing}`,
  billing: {
    NOT_BILLED: 'Es wurde nichts bezahlt.',
    MAY_BE_BILLED: 'Es wurde möglicherweise bezahlt.',
    UNKNOWN: 'Ob bezahlt wurde, lässt sich von hier aus nicht sagen.',
  },
  field: (label, place, inner) => {
    const item = place === null ? label : `${label}, Nummer ${place}`
    return inner === null ? item : `${item}, ${inner}`
  },
  notFound: 'Diese Generierung gibt es nicht.',
  offline: 'Die Verbindung ist unterbrochen. Es läuft weiter; diese Seite holt von selbst auf.',
  online: 'Wieder verbunden.',
  empty: 'Hier erscheint Ihr Video',
  emptyHint: 'Sie sehen live zu, und es läuft weiter, wenn Sie diese Seite schließen.',
})
