import { useMemo, useState } from 'react'
import { useGenerationActions } from '../hooks/useGenerationActions.ts'
import { type GenerationFilterData, useGenerations, type UseGenerations } from '../hooks/useGenerations.ts'
import { type OperationData, useOperations } from '../hooks/useOperations.ts'
import { everything, filterOf, isFiltering, type ListChoice, tagsOf } from './filters.ts'

export interface UseGenerationListOptions {
  /** What is shown at all; what it names is not offered as a choice. All by default. */
  filter?: GenerationFilterData
  /** 1 to 100; 24 by default. */
  pageSize?: number
}

/** How a deletion of several ended. */
export interface DeletionOutcome {
  deleted: readonly string[]
  /** Why the others stay; null where there are none. */
  refusal: string | null
}

/** All that a list of generations knows and does, without any markup. */
export interface UseGenerationList extends UseGenerations {
  choice: ListChoice
  choose(choice: ListChoice): void
  /** The choice leaves something out. */
  isFiltering: boolean
  /** What `filter` has decided already. */
  isFixed: { operation: boolean; status: boolean }
  operations: readonly OperationData[]
  /** Those that occur in what is loaded. */
  tags: readonly string[]
  /** Deletes for good, one after the other. */
  deleteAll(ids: readonly string[]): Promise<DeletionOutcome>
}

/** The viewer's generations, live, with a choice of what is shown. */
export function useGenerationList({ filter, pageSize }: UseGenerationListOptions = {}): UseGenerationList {
  const [choice, choose] = useState(everything)
  const chosen = filterOf(choice, filter)
  const list = useGenerations({
    ...(chosen && { filter: chosen }),
    ...(pageSize !== undefined && { pageSize }),
  })
  const actions = useGenerationActions()
  const operations = useOperations()
  const tags = useMemo(() => tagsOf(list.generations, choice.tag), [list.generations, choice.tag])
  return {
    ...list,
    choice,
    choose,
    isFiltering: isFiltering(choice),
    isFixed: { operation: Boolean(filter?.operations), status: Boolean(filter?.statuses) },
    operations,
    tags,
    async deleteAll(ids) {
      const deleted: string[] = []
      let refusal: string | null = null
      for (const id of ids) {
        const reason = await actions.remove(id)
        if (reason === null) {
          deleted.push(id)
          list.remove(id)
        } else refusal = reason
      }
      return { deleted, refusal }
    },
  }
}
