import type { Language } from './StudioWords.ts'

interface Choice {
  /** What the language calls itself. */
  name: string
  direction: 'ltr' | 'rtl'
  /** Brings its words, when they are wanted. */
  load(): Promise<Language>
}

/** The languages of the Studio and the Storybook, by their tags. */
export const languages = {
  en: { name: 'English', direction: 'ltr', load: async () => (await import('./english.ts')).english },
  de: { name: 'Deutsch', direction: 'ltr', load: async () => (await import('./german.ts')).german },
  fr: { name: 'Français', direction: 'ltr', load: async () => (await import('./french.ts')).french },
  es: { name: 'Español', direction: 'ltr', load: async () => (await import('./spanish.ts')).spanish },
  ja: { name: '日本語', direction: 'ltr', load: async () => (await import('./japanese.ts')).japanese },
  ar: { name: 'العربية', direction: 'rtl', load: async () => (await import('./arabic.ts')).arabic },
} as const satisfies Record<string, Choice>

export type LanguageTag = keyof typeof languages

/** Whether there are words for a tag. */
export const isLanguage = (tag: string): tag is LanguageTag => tag in languages
