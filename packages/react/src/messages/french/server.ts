import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const server = ({ number }: Formats): Messages['server'] => ({
  unreachable: 'Le serveur est injoignable.',
  pressAgain: 'Le serveur était injoignable. Appuyez à nouveau : rien ne sera payé deux fois.',
  fault: 'Le serveur a rencontré une erreur. Appuyez à nouveau : rien ne sera payé deux fois.',
  invalid: 'Certains champs sont à revoir.',
  storageRefused: (status) =>
    `Le stockage a refusé le fichier (statut ${number(status, { useGrouping: false })}).`,
  uploadBroke: 'L’envoi s’est interrompu. Réessayez.',
})
