import type { FieldDescription } from '@pika-kit/core'

/** A media URL in a parsed input, and where it stands. */
export interface MediaInput {
  kind: 'image' | 'video'
  url: string
  /** As in the input: `['imageUrls', '1']`. */
  path: string[]
}

/** Finds every media URL of an input, by the operation's own description of its fields. */
export function mediaInputs(
  fields: readonly FieldDescription[],
  input: Record<string, unknown>,
): MediaInput[] {
  return fields.flatMap((field) => within(field, input[field.name], [field.name]))
}

function within(field: FieldDescription, value: unknown, path: string[]): MediaInput[] {
  if (field.media && typeof value === 'string') return [{ kind: field.media, url: value, path }]
  const { item } = field
  if (item && Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) => within(item, entry, [...path, String(index)]))
  }
  if (field.fields && typeof value === 'object' && value !== null) {
    const group = value as Record<string, unknown>
    return field.fields.flatMap((inner) => within(inner, group[inner.name], [...path, inner.name]))
  }
  return []
}
