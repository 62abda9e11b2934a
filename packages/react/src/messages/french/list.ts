import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const list = ({ ago, number, plural }: Formats): Messages['list'] => ({
  label: 'Bibliothèque',
  empty: 'Rien ici pour l’instant',
  emptyHint: 'Chaque génération reste ici, terminée ou non.',
  filteredEmpty: 'Rien ne correspond',
  filteredEmptyHint: 'D’autres filtres en montreront peut-être plus.',
  clearFilters: 'Tout afficher',
  filters: 'Filtres',
  operation: 'Fonction',
  anyOperation: 'Toutes',
  status: 'État',
  statusGroups: {
    all: 'Toutes',
    active: 'En cours',
    ready: 'Prêtes',
    failed: 'En échec',
    cancelled: 'Annulées',
  },
  tag: 'Étiquette',
  anyTag: 'Toutes',
  loading: 'Chargement…',
  more: 'Afficher plus',
  again: 'Réessayer',
  offline: 'Connexion perdue. La liste se mettra à jour d’elle-même.',
  shown: (count) =>
    plural(count, {
      one: `${number(count)} génération affichée.`,
      other: `${number(count)} générations affichées.`,
    }),
  density: 'Disposition',
  densities: { grid: 'Vignettes', list: 'Lignes' },
  select: 'Sélectionner',
  selected: (count) =>
    plural(count, { one: `${number(count)} sélectionnée`, other: `${number(count)} sélectionnées` }),
  selectNone: 'Terminé',
  removeSelected: (count) => (count === 1 ? 'Supprimer' : `Supprimer (${number(count)})`),
  removeTitle: (count) =>
    count === 1 ? 'Supprimer cette génération ?' : `Supprimer ces ${number(count)} générations ?`,
  removeText: 'Ce qui est supprimé l’est définitivement, vidéos comprises.',
  keep: 'Conserver',
  removed: (count) =>
    plural(count, { one: `${number(count)} supprimée.`, other: `${number(count)} supprimées.` }),
  stillActive: 'Ce qui est en cours ne peut pas être supprimé : annulez d’abord.',
  now: 'à l’instant',
  ago: (minutes) => ago(minutes),
})
