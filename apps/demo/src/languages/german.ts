import { german as kit } from '@pika-kit/react/messages/de'
import type { Language } from './StudioWords.ts'

export const german: Language = {
  kit,
  studio: {
    providers: {
      emulator: 'Emulator, kein Schlüssel nötig',
      fal: 'fal, Generierungen kosten Geld',
      custom: 'ein fal-kompatibler Dienst',
      simulation: 'eine Simulation auf dieser Seite',
      lost: 'der Server antwortet nicht',
    },
    themes: { system: 'Auto', light: 'Hell', dark: 'Dunkel' },
    changeTheme: (now, next) => `Farben: ${now}. Wechseln zu: ${next}`,
    language: 'Sprache',
    operations: 'Funktionen',
    lines: {
      PIKAFRAMES: 'Standbilder zu einem Film',
      IMAGE_TO_VIDEO: 'ein Bild wird lebendig',
      TEXT_TO_VIDEO: 'allein aus Worten',
      PIKASCENES: 'Dinge zusammenbringen',
      PIKASWAPS: 'etwas austauschen',
      PIKADDITIONS: 'etwas hinzufügen',
      PIKAFFECTS: 'sechzehn Effekte',
      COLLECTION_TO_VIDEO: 'die älteren Pikascenes',
    },
    sample: 'Beispiel laden',
    drawing: 'Wird gezeichnet…',
    sampleFailed: 'Das Beispiel ließ sich nicht zum Server bringen. Läuft er?',
    library: 'Bibliothek',
    adopt: 'Anderswo gestellten Auftrag übernehmen',
    draft: 'Entwurf',
  },
}
