import type { FieldDescription } from '@pika-kit/core'
import { MediaInput } from '../media-input/MediaInput.tsx'
import type { FieldControlProps } from './fieldProps.ts'
import { issueAt } from './formFieldState.ts'
import { isRecord } from './formValue.ts'

/** The media that a list is of: plain addresses, or groups with nothing but one in each. Null for any other list. */
export function mediaOf({ item }: FieldDescription): FieldDescription | null {
  if (item?.type === 'media') return item
  const [inner, ...others] = item?.fields ?? []
  return inner?.type === 'media' && others.length === 0 ? inner : null
}

/** Several pictures or videos, in their order. */
export function MediaListField({ field, label, path, value, onChange, issues, upload }: FieldControlProps) {
  const media = mediaOf(field)
  const name = field.item?.type === 'group' ? media?.name : undefined
  const items: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : []
  const urls = items.map((item) => (name === undefined ? item : isRecord(item) ? item[name] : undefined))
  return (
    <MediaInput
      kind={media?.media ?? 'image'}
      multiple
      maximumItems={field.maximumItems}
      isOptional={!field.isRequired}
      label={label}
      description={field.description}
      value={urls.filter((url) => typeof url === 'string')}
      onChange={(next) => onChange(next.map((url) => (name === undefined ? url : { [name]: url })))}
      upload={upload}
      issue={issueAt(issues, path)}
      itemIssues={items.map(
        (_, index) => issues.find((issue) => issue.path[path.length] === String(index))?.message,
      )}
    />
  )
}
