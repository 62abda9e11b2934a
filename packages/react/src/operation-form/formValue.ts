import { DEFAULT_TRANSITION_SECONDS, type FieldDescription, type Operation } from '@pika-kit/core'

/** What a form holds: fields in core's words; what is not set is left out. */
export type FormValue = Readonly<Record<string, unknown>>

/** A value, or what makes one of the newest: between two renders there may be several changes. */
export type FieldUpdate = unknown

/** The value with one field set. What is empty is left out, so that the default holds. */
export function setField(value: FormValue, name: string, update: FieldUpdate): FormValue {
  const { [name]: known, ...others } = value
  const next = applyUpdate(known, update)
  if (next === undefined || next === null || next === '') return name in value ? others : value
  return Object.is(next, known) ? value : { ...others, [name]: next }
}

/** What an update makes of a value. */
export function applyUpdate(known: unknown, update: FieldUpdate): unknown {
  return typeof update === 'function' ? (update as (known: unknown) => unknown)(known) : update
}

/** Whether two values say the same. Nothing, an empty text and an empty list all say nothing. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other)
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSameValue(item, other[index]))
  if (!isRecord(one) || !isRecord(other)) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => isSameValue(one[name], other[name]))
}

/** What stands at a path of an input; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      isRecord(found) || Array.isArray(found) ? (found as Record<string, unknown>)[key] : undefined,
    value,
  )
}

/** Whether a field says what it would say when it were left out. */
export function isDefault(field: FieldDescription, value: unknown): boolean {
  return isSameValue(isEmpty(value) ? field.default : value, field.default)
}

/** Seconds of the video that an input makes; null where the input does not say. */
export function secondsOf(operation: Operation, input: FormValue): number | null {
  const { imageUrls, transitions } = input
  if (hasTimeline(operation)) {
    const gaps = Array.isArray(imageUrls) ? imageUrls.length - 1 : 0
    if (gaps < 1) return null
    const given = Array.isArray(transitions) ? (transitions as { duration?: number }[]) : []
    return Array.from(
      { length: gaps },
      (_, index) => given[index]?.duration ?? DEFAULT_TRANSITION_SECONDS,
    ).reduce((sum, seconds) => sum + seconds, 0)
  }
  const field = operation.fields.find(({ type, unit }) => type === 'integer' && unit === 'seconds')
  const seconds = field && (input[field.name] ?? field.default)
  return typeof seconds === 'number' ? seconds : null
}

/** Whether an operation is edited on the timeline: keyframes with transitions between them. */
export function hasTimeline({ fields }: Operation): boolean {
  return TIMELINE_FIELDS.every((name) => fields.some((field) => field.name === name && field.type === 'list'))
}

/** The fields that the timeline edits. */
export const TIMELINE_FIELDS: readonly string[] = ['imageUrls', 'transitions']

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
