import {
  type Catalog,
  type FieldDescription,
  type InputIssue,
  type Operation,
  toSnakeCase,
} from '@pika-kit/core'
import type { ErrorDetail } from './outcome.ts'

/** A body that was checked: the operation it is for and its parsed input, or fal's `detail` of what is wrong. */
export type Validation =
  { ok: true; operation: Operation; input: Record<string, unknown> } | { ok: false; details: ErrorDetail[] }

/** Checks a body with the catalogue's own definitions. The endpoint must be in the catalogue. */
export function validateBody(catalog: Catalog, endpointId: string, body: unknown): Validation {
  const operation = operationFor(catalog.findByEndpoint(endpointId), body)
  const parsed = operation.parse(operation.fromBody(body))
  if (parsed.ok) return { ok: true, operation, input: parsed.input }
  return { ok: false, details: parsed.issues.map((issue) => detailOf(operation, body, issue)) }
}

/** An endpoint may take several bodies (pikascenes has an old one): the one that knows most of the given fields is meant. */
function operationFor(candidates: readonly Operation[], body: unknown): Operation {
  const given = typeof body === 'object' && body !== null ? Object.keys(body) : []
  const known = (operation: Operation): number =>
    operation.fields.filter((field) => given.includes(toSnakeCase(field.name))).length
  const [first, ...rest] = candidates
  if (!first) throw new TypeError('the endpoint is not in the catalogue: check that before validating')
  return rest.reduce((best, operation) => (known(operation) > known(best) ? operation : best), first)
}

/** Where a field of the parsed input stands in the body, as fal's `loc` writes it. */
export function locationOf(path: readonly string[]): (string | number)[] {
  return ['body', ...path.map((part) => (/^\d+$/.test(part) ? Number(part) : toSnakeCase(part)))]
}

function detailOf(operation: Operation, body: unknown, { path, code, message }: InputIssue): ErrorDetail {
  const loc = locationOf(path)
  const input = loc.slice(1).reduce(valueAt, body)
  const field = fieldAt(operation.fields, path)
  const subject = loc.findLast((part) => typeof part === 'string') ?? 'body'
  return {
    loc,
    msg: `${subject} ${message}`,
    ...typeOf(code, field, input),
    ...(input !== undefined && { input }),
  }
}

// Types: FAL's model errors where they have one, Pydantic's (which fal's models are written with) for the rest.
function typeOf(
  code: InputIssue['code'],
  field: FieldDescription | undefined,
  input: unknown,
): Pick<ErrorDetail, 'type' | 'ctx'> {
  switch (code) {
    case 'REQUIRED':
      return input === '' ? { type: 'string_too_short', ctx: { min_length: 1 } } : { type: 'missing' }
    case 'TOO_FEW':
      return { type: 'sequence_too_short', ctx: { min_length: field?.minimumItems } }
    case 'TOO_MANY':
      return { type: 'sequence_too_long', ctx: { max_length: field?.maximumItems } }
    case 'TOO_SMALL':
      return { type: 'greater_than_equal', ctx: { ge: field?.minimum } }
    case 'TOO_BIG':
      return { type: 'less_than_equal', ctx: { le: field?.maximum } }
    case 'TOO_SHORT':
      return { type: 'string_too_short', ctx: { min_length: field?.minimum } }
    case 'TOO_LONG':
      return { type: 'string_too_long', ctx: { max_length: field?.maximum } }
    case 'NOT_ALLOWED':
      return {
        type: 'one_of',
        ctx: { expected: field?.choices?.map(({ value }) => value) ?? field?.allowed },
      }
    case 'NOT_AN_INTEGER':
      return { type: 'int_from_float' }
    case 'WRONG_TYPE':
      return { type: wrongType(field) }
    case 'UNKNOWN_FIELD':
      return { type: 'extra_forbidden' }
    case 'NOT_A_MEDIA_URL':
      return { type: 'file_download_error' }
    default:
      return { type: 'value_error' }
  }
}

function wrongType(field: FieldDescription | undefined): string {
  if (field?.type === 'list') return 'list_type'
  if (field?.type === 'integer') return 'int_type'
  return field === undefined || field.type === 'group' ? 'dict_type' : 'string_type'
}

function fieldAt(fields: readonly FieldDescription[], path: readonly string[]): FieldDescription | undefined {
  let within: readonly FieldDescription[] = fields
  let found: FieldDescription | undefined
  for (const part of path) {
    found = /^\d+$/.test(part) ? found?.item : within.find(({ name }) => name === part)
    within = found?.fields ?? []
  }
  return found
}

function valueAt(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string | number, unknown>)[key]
    : undefined
}
