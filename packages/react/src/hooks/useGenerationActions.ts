import { useCallback } from 'react'
import { useClient } from 'urql'
import {
  AdoptGeneration,
  CancelGeneration,
  DeleteGeneration,
  RecoverGeneration,
  RetryGeneration,
  type GenerationData,
} from '../graphql/documents.ts'
import type { ResultOf } from '../graphql/graphql.ts'
import { readGenerateResult } from './readGenerateResult.ts'
import { useIntents } from './useIntents.ts'
import type { GenerateOutcome } from './useGenerate.ts'
import { refusalIn, useServerWords } from './useServerWords.ts'

/** How a request to cancel ended; `failed` carries why. */
export type CancelOutcomeData =
  | { type: 'CANCELLED' | 'REQUESTED' | 'TOO_LATE' | 'UNKNOWN'; generation: GenerationData }
  | { type: 'failed'; message: string }

type RecoverSuccess = Extract<
  ResultOf<typeof RecoverGeneration>['recoverGeneration'],
  { __typename: 'RecoverGenerationSuccess' }
>

/** How a request to look again ended; `failed` carries why. */
export type RecoverOutcomeData =
  { type: RecoverSuccess['outcome']; generation: GenerationData } | { type: 'failed'; message: string }

/** What can be done with a generation that exists. None of these rejects. */
export interface UseGenerationActions {
  cancel(id: string): Promise<CancelOutcomeData>
  /** A new generation with the same input. A call during a call, or after a lost reply, is still the same intent. */
  retry(id: string): Promise<GenerateOutcome>
  /**
   * Looks again for one whose request or result was lost; it costs nothing. `requestId` is fal's, from its dashboard, where
   * it is not known. Follow it again afterwards: `UseGeneration.followAgain`.
   */
  recover(id: string, requestId?: string): Promise<RecoverOutcomeData>
  /**
   * Takes in a request that was made elsewhere with the key of the server: of which operation it is, and fal's id of it, from
   * its dashboard. Nothing is submitted. Refused where the server does not let this viewer.
   */
  adopt(operationId: GenerationData['operation']['id'], requestId: string): Promise<GenerateOutcome>
  /** Null when it was deleted, else why not. */
  remove(id: string): Promise<string | null>
}

/** Cancels, retries, recovers, takes in and deletes generations. */
export function useGenerationActions(): UseGenerationActions {
  const client = useClient()
  const sendIntent = useIntents()
  const words = useServerWords()
  const cancel = useCallback<UseGenerationActions['cancel']>(
    async (id) => {
      const { data, error } = await client.mutation(CancelGeneration, { id }).toPromise()
      const result = data?.cancelGeneration
      if (result?.__typename === 'CancelGenerationSuccess')
        return { type: result.outcome, generation: result.generation }
      return { type: 'failed', message: refusalIn(words, result, error) }
    },
    [client, words],
  )
  const retry = useCallback<UseGenerationActions['retry']>(
    (id) =>
      sendIntent(id, id, async (idempotencyKey) => {
        const { data, error } = await client
          .mutation(RetryGeneration, { id, options: { idempotencyKey } })
          .toPromise()
        return readGenerateResult(data?.retryGeneration, error, words)
      }),
    [client, sendIntent, words],
  )
  const recover = useCallback<UseGenerationActions['recover']>(
    async (id, requestId) => {
      const variables = { id, requestId: requestId ?? null }
      const { data, error } = await client.mutation(RecoverGeneration, variables).toPromise()
      const result = data?.recoverGeneration
      if (result?.__typename === 'RecoverGenerationSuccess')
        return { type: result.outcome, generation: result.generation }
      return { type: 'failed', message: refusalIn(words, result, error) }
    },
    [client, words],
  )
  const adopt = useCallback<UseGenerationActions['adopt']>(
    (operation, requestId) =>
      sendIntent('adopt', JSON.stringify([operation, requestId]), async (idempotencyKey) => {
        const input = { operation, requestId }
        const { data, error } = await client
          .mutation(AdoptGeneration, { input, options: { idempotencyKey } })
          .toPromise()
        return readGenerateResult(data?.adoptGeneration, error, words)
      }),
    [client, sendIntent, words],
  )
  const remove = useCallback<UseGenerationActions['remove']>(
    async (id) => {
      const { data, error } = await client.mutation(DeleteGeneration, { id }).toPromise()
      const result = data?.deleteGeneration
      if (result?.__typename === 'DeleteGenerationSuccess') return null
      return refusalIn(words, result, error)
    },
    [client, words],
  )
  return { cancel, retry, recover, adopt, remove }
}
