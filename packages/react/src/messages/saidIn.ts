import { type FieldDescription, type InputIssue, MAXIMUM_TOTAL_SECONDS, type Operation } from '@pika-kit/core'
import type { CatalogWords, FieldWords, IssueLimits } from './CatalogWords.ts'

/** The path of a field, with `*` for each place in a list. */
const patternOf = (path: readonly string[]) => path.map((name) => (/^\d+$/.test(name) ? '*' : name)).join('.')

/** What a field is called in a language; as `said` where the language does not know it. */
export function fieldIn(
  words: CatalogWords,
  operationId: string | null,
  path: readonly string[],
  said: FieldWords,
): FieldWords {
  const pattern = patternOf(path)
  return words.operations[operationId ?? '']?.fields?.[pattern] ?? words.fields[pattern] ?? said
}

/** An operation with its title, its description and those of its fields in a language. It checks and sends the same. */
export function operationIn(words: CatalogWords, operation: Operation): Operation {
  const { title, description } = words.operations[operation.id] ?? operation
  const translate = (field: FieldDescription, path: readonly string[]): FieldDescription => ({
    ...field,
    ...fieldIn(words, operation.id, path, { label: field.label, description: field.description }),
    ...(field.item && { item: translate(field.item, [...path, '0']) }),
    ...(field.fields && { fields: field.fields.map((inner) => translate(inner, [...path, inner.name])) }),
  })
  return {
    ...operation,
    title,
    description,
    fields: operation.fields.map((field) => translate(field, [field.name])),
  }
}

/** What is wrong with a value, in a language. `limits` are those of its field. */
export function issueIn(
  words: CatalogWords,
  operationId: string | null,
  { path, code, message }: Pick<InputIssue, 'path' | 'message'> & { code: string },
  limits: IssueLimits,
): string {
  const own = words.operations[operationId ?? '']?.issues?.[`${patternOf(path)} ${code}`]
  return own ?? words.issues[code]?.(limits) ?? message
}

/** The limits of the field that an issue is about, for its words. */
export function limitsAt(fields: readonly FieldDescription[], { path, code }: InputIssue): IssueLimits {
  // The one rule that is about several fields.
  if (code === 'OVER_BUDGET') return { maximum: MAXIMUM_TOTAL_SECONDS }
  const field = path.reduce<FieldDescription | undefined>(
    (outer, name, depth) =>
      /^\d+$/.test(name)
        ? outer?.item
        : (depth === 0 ? fields : (outer?.fields ?? [])).find((one) => one.name === name),
    undefined,
  )
  if (!field) return {}
  const { minimum, maximum, minimumItems, maximumItems, choices, allowed, media } = field
  const isList = field.type === 'list'
  return {
    minimum: isList ? minimumItems : minimum,
    maximum: isList ? maximumItems : maximum,
    allowed: choices?.map(({ value }) => value) ?? allowed?.map(String),
    media,
  }
}
