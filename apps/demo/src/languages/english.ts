import { english as kit } from '@pika-kit/react'
import type { Language } from './StudioWords.ts'

export const english: Language = {
  kit,
  studio: {
    providers: {
      emulator: 'emulator, no key needed',
      fal: 'fal, generations cost money',
      custom: 'a fal-compatible service',
      simulation: 'a simulation in this page',
      lost: 'the server does not answer',
    },
    themes: { system: 'Auto', light: 'Light', dark: 'Dark' },
    changeTheme: (now, next) => `${now} colours, change to ${next.toLowerCase()}`,
    language: 'Language',
    operations: 'Operations',
    lines: {
      PIKAFRAMES: 'stills into one film',
      IMAGE_TO_VIDEO: 'bring a still to life',
      TEXT_TO_VIDEO: 'from words alone',
      PIKASCENES: 'put things together',
      PIKASWAPS: 'change one thing',
      PIKADDITIONS: 'add one thing',
      PIKAFFECTS: 'sixteen effects',
      COLLECTION_TO_VIDEO: 'the older Pikascenes',
    },
    sample: 'Try a sample',
    drawing: 'Drawing…',
    sampleFailed: 'The sample could not be brought to the server. Is it running?',
    library: 'Library',
    adopt: 'Take in a request made elsewhere',
    draft: 'Draft',
  },
}
