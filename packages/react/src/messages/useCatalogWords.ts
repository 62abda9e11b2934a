import type { Effect, InputIssue, Operation } from '@pika-kit/core'
import { useMemo } from 'react'
import { catalogWords } from './english/catalog.ts'
import { issueIn, limitsAt, operationIn } from './saidIn.ts'
import { useWords } from './useWords.ts'

/** An operation in the language that holds here: title, description, labels. It checks and sends the same. */
export function useOperationWords(operation: Operation): Operation {
  const words = useWords(catalogWords)
  return useMemo(() => operationIn(words, operation), [words, operation])
}

/** Issues of an operation's input in the language that holds here, whether found in the page or by the server. */
export function useIssueWords(operation: Operation, issues: readonly InputIssue[]): readonly InputIssue[] {
  const words = useWords(catalogWords)
  return useMemo(
    () =>
      issues.map((issue) => ({
        ...issue,
        message: issueIn(words, operation.id, issue, limitsAt(operation.fields, issue)),
      })),
    [words, operation, issues],
  )
}

/** Effects with the titles and descriptions that hold here. One effect stays one object, so that it can be compared. */
export function useEffectWords(effects: readonly Effect[]): readonly Effect[] {
  const { effects: words } = useWords(catalogWords)
  const known = useMemo(() => ({ words, byEffect: new Map<Effect, Effect>() }), [words])
  return useMemo(
    () =>
      effects.map((effect) => {
        const translation = known.words[effect.id]
        if (!translation) return effect
        const translated = known.byEffect.get(effect) ?? { ...effect, ...translation }
        known.byEffect.set(effect, translated)
        return translated
      }),
    [known, effects],
  )
}
