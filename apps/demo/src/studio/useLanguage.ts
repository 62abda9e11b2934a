import { useEffect, useState } from 'react'
import { isLanguage, languages, type LanguageTag } from '../languages/languages.ts'
import { english } from '../languages/english.ts'
import type { Language } from '../languages/StudioWords.ts'

const KEY = 'pika-kit-studio-language'

/**
 * The language of the page: what was chosen here before, else the first of the browser's that there is. The page is marked
 * with it, and with its direction. The words are null until they are there; where they cannot be loaded they are English.
 */
export function useLanguage(given: LanguageTag | undefined): {
  tag: LanguageTag
  words: Language | null
  choose(tag: LanguageTag): void
} {
  const [tag, setTag] = useState<LanguageTag>(() => given ?? kept() ?? preferred())
  const [loaded, setLoaded] = useState<Language | null>(null)
  useEffect(() => {
    document.documentElement.lang = tag
    document.documentElement.dir = languages[tag].direction
    let isWanted = true
    languages[tag].load().then(
      (words) => isWanted && setLoaded(words),
      () => isWanted && setLoaded(english),
    )
    return () => void (isWanted = false)
  }, [tag])
  return {
    tag,
    words: loaded,
    choose(next) {
      localStorage.setItem(KEY, next)
      setTag(next)
    },
  }
}

function kept(): LanguageTag | null {
  const tag = localStorage.getItem(KEY) ?? ''
  return isLanguage(tag) ? tag : null
}

function preferred(): LanguageTag {
  const tags = navigator.languages.map((tag) => tag.split(/[-_@]/)[0]?.toLowerCase() ?? '')
  return tags.find(isLanguage) ?? 'en'
}
