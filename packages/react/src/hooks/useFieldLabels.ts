import { useCallback } from 'react'
import { useQuery } from 'urql'
import type { GenerationData } from '../graphql/documents.ts'
import { OperationLabels } from '../graphql/documents.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { resultWords } from '../messages/english/result.ts'
import { fieldIn } from '../messages/saidIn.ts'
import { useWords } from '../messages/useWords.ts'
import { fieldLabel } from './fieldLabel.ts'

/**
 * What the fields of an operation are called for people, by their path in the input. Asks the server, which knows its own
 * operations too; until it answers the names stand.
 */
export function useFieldLabels(
  operationId: GenerationData['operation']['id'] | null,
): (path: readonly string[]) => string {
  const words = useWords(resultWords)
  const catalog = useWords(catalogWords)
  const [{ data }] = useQuery({
    query: OperationLabels,
    variables: { id: operationId ?? 'TEXT_TO_VIDEO' },
    pause: operationId === null,
  })
  return useCallback(
    (path) =>
      fieldLabel(
        data?.operation.fields ?? [],
        path,
        words.field,
        (at, label) => fieldIn(catalog, operationId, at, { label, description: '' }).label,
      ),
    [data, words, catalog, operationId],
  )
}
