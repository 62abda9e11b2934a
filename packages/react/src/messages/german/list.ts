import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const list = ({ ago, number, plural }: Formats): Messages['list'] => ({
  label: 'Bibliothek',
  empty: 'Noch nichts hier',
  emptyHint: 'Jede Generierung bleibt hier, ob fertig oder nicht.',
  filteredEmpty: 'Nichts passt dazu',
  filteredEmptyHint: 'Andere Filter zeigen vielleicht mehr.',
  clearFilters: 'Alle zeigen',
  filters: 'Filter',
  operation: 'Funktion',
  anyOperation: 'Alle Funktionen',
  status: 'Status',
  statusGroups: {
    all: 'Alle',
    active: 'Laufend',
    ready: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
  },
  tag: 'Tag',
  anyTag: 'Alle Tags',
  loading: 'Wird geladen…',
  more: 'Mehr zeigen',
  again: 'Erneut versuchen',
  offline: 'Die Verbindung ist unterbrochen. Die Liste holt von selbst auf.',
  shown: (count) =>
    plural(count, {
      one: 'Eine Generierung wird gezeigt.',
      other: `${number(count)} Generierungen werden gezeigt.`,
    }),
  density: 'Ansicht',
  densities: { grid: 'Kacheln', list: 'Liste' },
  select: 'Auswählen',
  selected: (count) => `${number(count)} ausgewählt`,
  selectNone: 'Fertig',
  removeSelected: (count) => plural(count, { one: 'Löschen', other: `${number(count)} löschen` }),
  removeTitle: (count) =>
    plural(count, { one: 'Diese Generierung löschen?', other: `Diese ${number(count)} löschen?` }),
  removeText: 'Gelöschtes und die Videos dazu lassen sich nicht wiederherstellen.',
  keep: 'Behalten',
  removed: (count) => plural(count, { one: 'Gelöscht.', other: `${number(count)} gelöscht.` }),
  stillActive: 'Was noch läuft, lässt sich nicht löschen: zuerst abbrechen.',
  now: 'jetzt',
  ago: (minutes) => ago(minutes),
})
