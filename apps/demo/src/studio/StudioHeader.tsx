import type { Provider } from './useProvider.ts'
import type { Theme } from './useTheme.ts'

const providerWords: Readonly<Record<string, string>> = {
  emulator: 'emulator, no key needed',
  fal: 'fal, generations cost money',
  custom: 'a fal-compatible service',
  simulation: 'a simulation in this page',
  lost: 'the server does not answer',
}

const themeWords: Readonly<Record<Theme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' }

const nextTheme: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

export function StudioHeader({
  provider,
  theme,
  onTheme,
}: {
  provider: Provider
  theme: Theme
  onTheme(theme: Theme): void
}) {
  return (
    <header className="studio-header">
      <h1 className="studio-brand">
        <img src="/favicon.svg" alt="" width="24" height="24" />
        Pika Kit Studio
      </h1>
      {provider && (
        <span className="studio-chip" data-state={provider} role="status">
          {providerWords[provider]}
        </span>
      )}
      <div className="studio-links">
        {provider !== 'simulation' && (
          <a className="pk-button" data-variant="plain" href="/graphql">
            GraphiQL
          </a>
        )}
        <button
          type="button"
          className="pk-button"
          aria-label={`${themeWords[theme]} colours, change to ${themeWords[nextTheme[theme]].toLowerCase()}`}
          onClick={() => onTheme(nextTheme[theme])}
        >
          {themeWords[theme]}
        </button>
      </div>
    </header>
  )
}
