import { spanish as kit } from '@pika-kit/react/messages/es'
import type { Language } from './StudioWords.ts'

export const spanish: Language = {
  kit,
  studio: {
    providers: {
      emulator: 'emulador, sin clave',
      fal: 'fal, las generaciones cuestan dinero',
      custom: 'un servicio compatible con fal',
      simulation: 'una simulación en esta página',
      lost: 'el servidor no responde',
    },
    themes: { system: 'Auto', light: 'Claro', dark: 'Oscuro' },
    changeTheme: (now, next) => `Colores: ${now}. Cambiar a: ${next}`,
    language: 'Idioma',
    operations: 'Funciones',
    lines: {
      PIKAFRAMES: 'imágenes en una película',
      IMAGE_TO_VIDEO: 'dar vida a una imagen',
      TEXT_TO_VIDEO: 'solo con palabras',
      PIKASCENES: 'reunir cosas',
      PIKASWAPS: 'cambiar una cosa',
      PIKADDITIONS: 'añadir una cosa',
      PIKAFFECTS: 'dieciséis efectos',
      COLLECTION_TO_VIDEO: 'las Pikascenes antiguas',
    },
    sample: 'Probar un ejemplo',
    drawing: 'Dibujando…',
    sampleFailed: 'No se pudo llevar el ejemplo al servidor. ¿Está en marcha?',
    library: 'Biblioteca',
    adopt: 'Incorporar una solicitud hecha en otro sitio',
    draft: 'Borrador',
  },
}
