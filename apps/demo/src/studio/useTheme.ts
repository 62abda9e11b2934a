import { useEffect, useState } from 'react'

export type Theme = 'system' | 'light' | 'dark'

/** Where the choice is kept in `localStorage`. */
export const THEME_KEY = 'pika-kit-studio-theme'

/** Light, dark, or as the system says; kept over reloads. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(
    () => (localStorage.getItem(THEME_KEY) as Theme | null) ?? 'system',
  )
  useEffect(() => {
    localStorage.setItem(THEME_KEY, theme)
    if (theme === 'system') delete document.documentElement.dataset['pkTheme']
    else document.documentElement.dataset['pkTheme'] = theme
  }, [theme])
  return [theme, setTheme]
}
