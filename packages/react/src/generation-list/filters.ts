import type { GenerationData } from '../graphql/documents.ts'
import type { GenerationFilterData } from '../hooks/useGenerations.ts'

/** The states that a person looks for, of the eight that there are. */
export const STATUS_GROUPS = ['all', 'active', 'ready', 'failed', 'cancelled'] as const
export type StatusGroup = (typeof STATUS_GROUPS)[number]

/** What is chosen in the controls. */
export interface ListChoice {
  /** Null for each. */
  operation: GenerationData['operation']['id'] | null
  status: StatusGroup
  /** Null for each. */
  tag: string | null
}

export const everything: ListChoice = { operation: null, status: 'all', tag: null }

const statusesOf: Record<StatusGroup, GenerationData['status'][] | null> = {
  all: null,
  active: ['SUBMITTING', 'UNCONFIRMED', 'IN_QUEUE', 'IN_PROGRESS', 'FINALIZING'],
  ready: ['COMPLETED'],
  failed: ['FAILED'],
  cancelled: ['CANCELLED'],
}

/** The filter of the API for a choice, inside of what the app shows at all. */
export function filterOf(
  choice: ListChoice,
  fixed: GenerationFilterData | undefined,
): GenerationFilterData | undefined {
  const statuses = fixed?.statuses ?? statusesOf[choice.status]
  const operations = fixed?.operations ?? (choice.operation ? [choice.operation] : null)
  const tags = [...(fixed?.tags ?? []), ...(choice.tag === null ? [] : [choice.tag])]
  if (!statuses && !operations && tags.length === 0) return undefined
  return {
    ...(statuses && { statuses }),
    ...(operations && { operations }),
    ...(tags.length > 0 && { tags }),
  }
}

/** Whether anything is left out by a choice. */
export function isFiltering({ operation, status, tag }: ListChoice): boolean {
  return operation !== null || status !== 'all' || tag !== null
}

/** The tags that occur, in the order of their letters, and the chosen one even where it occurs no more. */
export function tagsOf(generations: readonly GenerationData[], chosen: string | null): readonly string[] {
  const tags = new Set(generations.flatMap((generation) => generation.tags))
  if (chosen !== null) tags.add(chosen)
  return [...tags].toSorted()
}
