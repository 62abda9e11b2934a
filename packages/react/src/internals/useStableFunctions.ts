import { useState } from 'react'
import { useLatest } from './useLatest.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- Whatever each of them takes and answers.
type Functions = Record<string, (...args: any[]) => unknown>

/**
 * The same functions at each render, which call the newest ones: parts that only call them need not render again. For
 * handlers and effects alone: what is called while rendering must change with what it answers.
 */
export function useStableFunctions<Given extends Functions>(functions: Given): Given {
  const newest = useLatest(functions)
  const [stable] = useState(
    () =>
      Object.fromEntries(
        Object.keys(functions).map((name) => [name, (...args: unknown[]) => newest.current[name]?.(...args)]),
      ) as Given,
  )
  return stable
}
