import type { InputIssue, Operation } from '@pika-kit/core'
import { useCallback, useState } from 'react'
import { useClient } from 'urql'
import type { GenerationData } from '../graphql/documents.ts'
import { generateDocument } from '../graphql/generate-document.ts'
import { toGraphQLInput } from '../graphql/input.ts'
import { readGenerateResult } from './readGenerateResult.ts'
import { useIntents } from './useIntents.ts'
import { useServerWords } from './useServerWords.ts'

/** How a press on Generate ended. */
export type GenerateOutcome =
  | { type: 'accepted'; generation: GenerationData; isReplay: boolean }
  /** Nothing was submitted: these fields must be mended. */
  | { type: 'invalid'; message: string; issues: readonly InputIssue[] }
  /** Nothing was submitted: see `code`. */
  | { type: 'refused'; code: string; message: string }
  /** Nobody knows whether it arrived. Pressing again sends the same key, so it cannot be paid twice. */
  | { type: 'unknown'; message: string }

/** What `useGenerate` answers. */
export interface UseGenerate {
  /** Checks the input here, sends it, and answers how it ended. Never rejects. A call during a call answers the same outcome. */
  generate(
    input: Readonly<Record<string, unknown>>,
    options?: { tags?: readonly string[] },
  ): Promise<GenerateOutcome>
  isSubmitting: boolean
  /** The outcome of the newest press; null before the first and after `reset`. */
  outcome: GenerateOutcome | null
  reset(): void
}

/**
 * Generates with an operation of the catalogue. Each press has one idempotency key: a double click makes one generation,
 * and so does a press after a reply was lost.
 */
export function useGenerate(operation: Operation): UseGenerate {
  const client = useClient()
  const [state, setState] = useState<{ isSubmitting: boolean; outcome: GenerateOutcome | null }>({
    isSubmitting: false,
    outcome: null,
  })
  const sendIntent = useIntents()
  const words = useServerWords()

  const generate = useCallback<UseGenerate['generate']>(
    async (input, options = {}) => {
      const settle = (outcome: GenerateOutcome) => {
        setState({ isSubmitting: false, outcome })
        return outcome
      }
      const parsed = operation.parse(input)
      if (!parsed.ok) return settle({ type: 'invalid', message: words.invalid, issues: parsed.issues })
      setState((state) => ({ ...state, isSubmitting: true }))
      const intent = JSON.stringify([operation.id, input, options])
      const outcome = await sendIntent(operation.id, intent, async (idempotencyKey) => {
        const { data, error } = await client
          .mutation(generateDocument(operation), {
            input: toGraphQLInput(operation, input),
            options: { idempotencyKey, ...options },
          })
          .toPromise()
        return readGenerateResult(data?.result, error, words)
      })
      return settle(outcome)
    },
    [client, operation, sendIntent, words],
  )
  const reset = useCallback(() => setState((state) => ({ ...state, outcome: null })), [])
  return { generate, reset, ...state }
}
