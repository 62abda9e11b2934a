import { useCallback, useEffect, useState } from 'react'

const KEPT = 8

/**
 * The newest prompts of this browser, newest first, kept under a key of `localStorage`. Where that is full or forbidden they
 * last as long as the page. Empty on the server and in the first render.
 */
export function useRecentPrompts(storageKey: string): {
  recent: readonly string[]
  /** Call it with the prompt of each generation. An empty one is not kept; a known one moves to the front. */
  remember(prompt: string): void
} {
  const [recent, setRecent] = useState<readonly string[]>([])
  // oxlint-disable-next-line react/set-state-in-effect -- Not at hydration: a server knows nothing of this browser.
  useEffect(() => setRecent(read(storageKey)), [storageKey])
  const remember = useCallback(
    (prompt: string) => {
      const text = prompt.trim()
      if (text === '') return
      setRecent((known) => {
        const next = [text, ...known.filter((other) => other !== text)].slice(0, KEPT)
        try {
          localStorage.setItem(storageKey, JSON.stringify(next))
        } catch {
          // Kept in memory all the same.
        }
        return next
      })
    },
    [storageKey],
  )
  return { recent, remember }
}

function read(storageKey: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}
