import { useMemo } from 'react'
import { useQuery } from 'urql'
import type { GenerationData } from '../graphql/documents.ts'
import { OperationLabels } from '../graphql/documents.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { resultWords } from '../messages/english/result.ts'
import { fieldIn } from '../messages/saidIn.ts'
import { useWords } from '../messages/useWords.ts'

interface Field {
  name: string
  label: string
  fields?: readonly Field[] | null
  item?: { fields?: readonly Field[] | null } | null
}

/**
 * What the fields of an operation are called for people, by their path in the input: `transitions.1.duration` is
 * `Transitions, number 2, Duration`. Asks the server, which knows its own operations too; until it answers the names stand.
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
  return useMemo(() => {
    const fields: readonly Field[] = data?.operation.fields ?? []
    return (path) => {
      const [name = '', ...rest] = path
      const field = fields.find((one) => one.name === name)
      const labelOf = (at: readonly string[], label: string) =>
        fieldIn(catalog, operationId, at, { label, description: '' }).label
      const place = rest.length > 0 && /^\d+$/.test(rest[0] ?? '') ? Number(rest.shift()) + 1 : null
      const [innerName] = rest
      const inner = (field?.item?.fields ?? field?.fields)?.find((one) => one.name === innerName)
      return words.field(
        labelOf([name], field?.label ?? name),
        place,
        innerName === undefined ? null : labelOf(path, inner?.label ?? innerName),
      )
    }
  }, [data, words, catalog, operationId])
}
