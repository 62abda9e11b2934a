import { useId } from 'react'
import type { GenerationData } from '../graphql/documents.ts'
import type { OperationData } from '../hooks/useOperations.ts'
import { catalogWords } from '../messages/english/catalog.ts'
import { listWords } from '../messages/english/list.ts'
import { useWords } from '../messages/useWords.ts'
import { type ListChoice, STATUS_GROUPS, type StatusGroup } from './filters.ts'

export interface ListFiltersProps {
  choice: ListChoice
  onChange(choice: ListChoice): void
  operations: readonly OperationData[]
  tags: readonly string[]
  /** What the app has fixed is not asked for. */
  isFixed: { operation: boolean; status: boolean }
}

/** Controls for what is shown: kind, state, and tag where there are any. */
export function ListFilters({ choice, onChange, operations, tags, isFixed }: ListFiltersProps) {
  const words = useWords(listWords)
  const titles = useWords(catalogWords).operations
  const id = useId()
  const change = (changes: Partial<ListChoice>) => onChange({ ...choice, ...changes })
  return (
    <div className="pk-list-filters" role="group" aria-label={words.filters}>
      {!isFixed.status && (
        <Choice
          id={`${id}status`}
          label={words.status}
          value={choice.status}
          options={STATUS_GROUPS.map((group) => [group, words.statusGroups[group]])}
          onChange={(value) => change({ status: value as StatusGroup })}
        />
      )}
      {!isFixed.operation && operations.length > 1 && (
        <Choice
          id={`${id}operation`}
          label={words.operation}
          value={choice.operation ?? ''}
          options={[
            ['', words.anyOperation],
            ...operations.map(
              (operation) => [operation.id, titles[operation.id]?.title ?? operation.title] as const,
            ),
          ]}
          onChange={(value) =>
            change({ operation: value === '' ? null : (value as GenerationData['operation']['id']) })
          }
        />
      )}
      {tags.length > 0 && (
        <Choice
          id={`${id}tag`}
          label={words.tag}
          // A tag may be any text: its place is the value.
          value={choice.tag === null ? '' : String(tags.indexOf(choice.tag))}
          options={[['', words.anyTag], ...tags.map((tag, index) => [String(index), tag] as const)]}
          onChange={(value) => change({ tag: value === '' ? null : (tags[Number(value)] ?? null) })}
        />
      )}
    </div>
  )
}

function Choice({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onChange(value: string): void
}) {
  return (
    <div className="pk-list-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
