import type { Messages } from '../english/index.ts'

export const adopt = (): Messages['adopt'] => ({
  label: 'Reprendre une demande faite ailleurs',
  hint: 'Une demande faite par un autre programme, ou sur la page de fal, avec la clé de ce serveur. Rien n’est envoyé à fal, rien n’est payé.',
  operation: 'Fonction',
  requestId: 'ID de la demande',
  requestIdHint: 'tel que dans le tableau de bord de fal',
  take: 'Reprendre',
  taking: 'Recherche…',
  taken: 'La demande est reprise.',
  empty: 'à renseigner',
})
