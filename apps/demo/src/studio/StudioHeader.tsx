import { languages, type LanguageTag } from '../languages/languages.ts'
import { useStudioWords } from '../languages/StudioWordsContext.ts'
import type { Provider } from './useProvider.ts'
import type { Theme } from './useTheme.ts'

const nextTheme: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

export function StudioHeader({
  provider,
  theme,
  onTheme,
  language,
  onLanguage,
}: {
  provider: Provider
  theme: Theme
  onTheme(theme: Theme): void
  language: LanguageTag
  onLanguage(tag: LanguageTag): void
}) {
  const words = useStudioWords()
  return (
    <header className="studio-header">
      <h1 className="studio-brand">
        <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="24" height="24" />
        Pika Kit Studio
      </h1>
      {provider && (
        <span className="studio-chip" data-state={provider} role="status">
          {words.providers[provider]}
        </span>
      )}
      <div className="studio-links">
        {provider !== 'simulation' && (
          <a className="pk-button" data-variant="plain" href="/graphql">
            GraphiQL
          </a>
        )}
        <select
          className="pk-input studio-language"
          aria-label={words.language}
          value={language}
          onChange={(event) => onLanguage(event.target.value as LanguageTag)}
        >
          {Object.entries(languages).map(([tag, { name }]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="pk-button"
          aria-label={words.changeTheme(words.themes[theme], words.themes[nextTheme[theme]])}
          onClick={() => onTheme(nextTheme[theme])}
        >
          {words.themes[theme]}
        </button>
      </div>
    </header>
  )
}
