import type { InputIssue, Operation } from '@pika-kit/core'
import { useCallback, useRef, useState } from 'react'
import { useClient } from 'urql'
import type { GenerationData } from '../graphql/documents.ts'
import { generateDocument } from '../graphql/generate-document.ts'
import { toGraphQLInput } from '../graphql/input.ts'
import { readGenerateResult } from './readGenerateResult.ts'

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
  /** Checks the input here, sends it, and answers how it ended. Never rejects. A call during a call answers the same promise. */
  generate(
    input: Readonly<Record<string, unknown>>,
    options?: { tags?: readonly string[] },
  ): Promise<GenerateOutcome>
  isSubmitting: boolean
  /** The outcome of the newest press; null before the first and after `reset`. */
  outcome: GenerateOutcome | null
  reset(): void
}

interface Press {
  /** The input and options as text: the same press again is the same intent. */
  intent: string
  idempotencyKey: string
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
  const running = useRef<Promise<GenerateOutcome> | null>(null)
  const unanswered = useRef<Press | null>(null)

  const generate = useCallback<UseGenerate['generate']>(
    (input, options = {}) => {
      if (running.current) return running.current
      const send = async (): Promise<GenerateOutcome> => {
        const parsed = operation.parse(input)
        if (!parsed.ok)
          return { type: 'invalid', message: 'Some fields need another look.', issues: parsed.issues }
        const intent = JSON.stringify([operation.id, input, options])
        const press =
          unanswered.current?.intent === intent
            ? unanswered.current
            : { intent, idempotencyKey: crypto.randomUUID() }
        unanswered.current = press
        const result = await client
          .mutation(generateDocument(operation), {
            input: toGraphQLInput(operation, input),
            options: { idempotencyKey: press.idempotencyKey, ...options },
          })
          .toPromise()
        const outcome = readGenerateResult(result.data?.result, result.error)
        // Only a lost reply keeps its key: after any answer, the next press is a new intent.
        if (outcome.type !== 'unknown') unanswered.current = null
        return outcome
      }
      setState((state) => ({ ...state, isSubmitting: true }))
      running.current = send().then((outcome) => {
        running.current = null
        setState({ isSubmitting: false, outcome })
        return outcome
      })
      return running.current
    },
    [client, operation],
  )
  const reset = useCallback(() => setState((state) => ({ ...state, outcome: null })), [])
  return { generate, reset, ...state }
}
