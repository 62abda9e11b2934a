import type { MessageOverrides } from '@pika-kit/react'
import type { Theme } from '../studio/useTheme.ts'

/** What the Studio says around the kit. */
export interface StudioWords {
  providers: { emulator: string; fal: string; custom: string; simulation: string; lost: string }
  themes: Record<Theme, string>
  /** Of the button that changes the colours: which there are, and which come next. */
  changeTheme(now: string, next: string): string
  language: string
  operations: string
  /** A few words for each operation of Pika, by its id. */
  lines: {
    PIKAFRAMES: string
    IMAGE_TO_VIDEO: string
    TEXT_TO_VIDEO: string
    PIKASCENES: string
    PIKASWAPS: string
    PIKADDITIONS: string
    PIKAFFECTS: string
    COLLECTION_TO_VIDEO: string
  }
  sample: string
  drawing: string
  sampleFailed: string
  library: string
  adopt: string
  draft: string
}

/** A language whole: the kit's words and the Studio's. */
export interface Language {
  kit: MessageOverrides
  studio: StudioWords
}
