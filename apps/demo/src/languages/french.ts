import { french as kit } from '@pika-kit/react/messages/fr'
import type { Language } from './StudioWords.ts'

export const french: Language = {
  kit,
  studio: {
    providers: {
      emulator: 'émulateur, sans clé',
      fal: 'fal, les générations sont payantes',
      custom: 'un service compatible avec fal',
      simulation: 'une simulation dans cette page',
      lost: 'le serveur ne répond pas',
    },
    themes: { system: 'Auto', light: 'Clair', dark: 'Sombre' },
    changeTheme: (now, next) => `Couleurs : ${now}. Passer à : ${next}`,
    language: 'Langue',
    operations: 'Fonctions',
    lines: {
      PIKAFRAMES: 'des images en un film',
      IMAGE_TO_VIDEO: 'animer une image',
      TEXT_TO_VIDEO: 'avec des mots seulement',
      PIKASCENES: 'réunir des éléments',
      PIKASWAPS: 'changer un élément',
      PIKADDITIONS: 'ajouter un élément',
      PIKAFFECTS: 'seize effets',
      COLLECTION_TO_VIDEO: 'l’ancien Pikascenes',
    },
    sample: 'Essayer un exemple',
    drawing: 'Dessin en cours…',
    sampleFailed: 'L’exemple n’a pas pu être envoyé au serveur. Fonctionne-t-il ?',
    library: 'Bibliothèque',
    adopt: 'Reprendre une demande faite ailleurs',
    draft: 'Ébauche',
  },
}
