import type { FieldDescription, Operation } from '@pika-kit/core'
import { type FormValue, isRecord } from './formValue.ts'

/** Keeps the input of an operation in this browser. A full or a forbidden storage keeps nothing, and stops nobody's work. */
export function keepForm(key: string, operation: Operation, value: FormValue): void {
  try {
    localStorage.setItem(nameOf(key, operation), JSON.stringify(value))
  } catch {
    // What was kept before stays; the page goes on with what it has in memory.
  }
}

/**
 * The input that was kept; null where there is none. Fields that the operation does not have any more, and values that
 * no control could show, are left out.
 */
export function keptForm(key: string, operation: Operation): FormValue | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(key, operation)) ?? 'null')
    if (!isRecord(kept)) return null
    return readFields(operation.fields, kept)
  } catch {
    return null
  }
}

/** One key serves a form that changes its operation. */
const nameOf = (key: string, { id }: Operation) => `${key}:${id}`

function readFields(fields: readonly FieldDescription[], kept: Record<string, unknown>): FormValue {
  return Object.fromEntries(
    fields.flatMap((field) => (fits(field, kept[field.name]) ? [[field.name, kept[field.name]]] : [])),
  )
}

function fits(field: FieldDescription, value: unknown): boolean {
  switch (field.type) {
    case 'text':
    case 'media':
      return typeof value === 'string'
    case 'integer':
      return Number.isInteger(value) && (field.allowed?.includes(value as number) ?? true)
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ?? false
    case 'list':
      return Array.isArray(value) && value.every((item) => field.item !== undefined && fits(field.item, item))
    case 'group':
      return (
        isRecord(value) &&
        Object.entries(value).every(([name, inner]) =>
          field.fields?.some((one) => one.name === name && fits(one, inner)),
        )
      )
  }
}
