import { useCallback } from 'react'
import { useClient } from 'urql'
import {
  CancelGeneration,
  DeleteGeneration,
  RetryGeneration,
  type GenerationData,
} from '../graphql/documents.ts'
import { readGenerateResult } from './readGenerateResult.ts'
import { useIntents } from './useIntents.ts'
import type { GenerateOutcome } from './useGenerate.ts'

/** How a request to cancel ended; `failed` carries why. */
export type CancelOutcomeData =
  | { type: 'CANCELLED' | 'REQUESTED' | 'TOO_LATE' | 'UNKNOWN'; generation: GenerationData }
  | { type: 'failed'; message: string }

/** What can be done with a generation that exists. None of these rejects. */
export interface UseGenerationActions {
  cancel(id: string): Promise<CancelOutcomeData>
  /** A new generation with the same input. A call during a call, or after a lost reply, is still the same intent. */
  retry(id: string): Promise<GenerateOutcome>
  /** Null when it was deleted, else why not. */
  remove(id: string): Promise<string | null>
}

const UNREACHABLE = 'The server cannot be reached.'

/** Cancels, retries and deletes generations. */
export function useGenerationActions(): UseGenerationActions {
  const client = useClient()
  const sendIntent = useIntents()
  const cancel = useCallback<UseGenerationActions['cancel']>(
    async (id) => {
      const { data, error } = await client.mutation(CancelGeneration, { id }).toPromise()
      const result = data?.cancelGeneration
      if (result?.__typename === 'CancelGenerationSuccess')
        return { type: result.outcome, generation: result.generation }
      return { type: 'failed', message: result?.message ?? error?.graphQLErrors[0]?.message ?? UNREACHABLE }
    },
    [client],
  )
  const retry = useCallback<UseGenerationActions['retry']>(
    (id) =>
      sendIntent(id, id, async (idempotencyKey) => {
        const { data, error } = await client
          .mutation(RetryGeneration, { id, options: { idempotencyKey } })
          .toPromise()
        return readGenerateResult(data?.retryGeneration, error)
      }),
    [client, sendIntent],
  )
  const remove = useCallback<UseGenerationActions['remove']>(
    async (id) => {
      const { data, error } = await client.mutation(DeleteGeneration, { id }).toPromise()
      const result = data?.deleteGeneration
      if (result?.__typename === 'DeleteGenerationSuccess') return null
      return result?.message ?? error?.graphQLErrors[0]?.message ?? UNREACHABLE
    },
    [client],
  )
  return { cancel, retry, remove }
}
