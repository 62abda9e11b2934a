import type { FieldDescription, Operation } from '@pika-kit/core'

/**
 * An input in core's words (`720p`) as GraphQL wants it (`RESOLUTION_720P`). Values that are not among the choices are
 * passed on as they are, so that the server names the mistake.
 */
export function toGraphQLInput(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return convertGroup(operation.fields, input)
}

function convertGroup(
  fields: readonly FieldDescription[],
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const field of fields) {
    const value = input[field.name]
    if (value !== undefined && value !== null) result[field.name] = convert(field, value)
  }
  return result
}

function convert(field: FieldDescription, value: unknown): unknown {
  if (field.type === 'choice') return field.choices?.find((choice) => choice.value === value)?.name ?? value
  if (field.type === 'list' && field.item && Array.isArray(value))
    return value.map((item) => convert(field.item as FieldDescription, item))
  if (field.type === 'group' && typeof value === 'object' && value !== null) {
    return convertGroup(field.fields ?? [], value as Record<string, unknown>)
  }
  return value
}
