import type { z } from 'zod'
import { describeFields, type FieldDescription } from './fields.ts'
import { type InputIssue, issuesOf } from './issues.ts'
import { toCamelCase, toPascalCase, toSnakeCase } from './names.ts'

/**
 * Whether fal still lists the endpoint of an operation. fal's list of Pika endpoints changes, so this is data:
 * AVAILABLE may be submitted, LEGACY too (fal keeps an old body alive), GONE is refused before anything is paid.
 */
export type Availability = 'AVAILABLE' | 'LEGACY' | 'GONE'

/**
 * What the preview draws for an operation:
 * `transitions` between stills, a `camera` moving over one image, a `title` scene from words, a `composition` of
 * several images, an `edit` of a video, an `effect` on one image.
 */
export type DraftKind = 'transitions' | 'camera' | 'title' | 'composition' | 'edit' | 'effect'

/** What one file in `operations/` says about one operation; everything else about it is derived from this. */
export interface OperationSpecification<Schema extends z.ZodObject = z.ZodObject> {
  /** Name in capitals, the `OperationId` of the GraphQL contract, for example `PIKAFRAMES`. */
  id: string
  /** For people, in English: the kit's messages have it in other languages by the id. */
  title: string
  /** One sentence for people: what goes in, what comes out. */
  description: string
  /** fal's endpoint id: `owner/app/path`. Never taken from a client. */
  endpointId: string
  /** Whether it may be submitted. */
  availability: Availability
  /** What its draft is drawn as. */
  draft: DraftKind
  /** The input in camelCase, with `.meta()` on each field: see `fields.ts` for what the metadata means. */
  input: Schema
}

/** A kind of model call, with all that is derived from its specification. */
export interface Operation<Input = Record<string, unknown>> extends Omit<OperationSpecification, 'input'> {
  /** The input, as it was specified. */
  schema: z.ZodObject
  /** Fields in the order of the definition, for the GraphQL input, the form and the docs. */
  fields: readonly FieldDescription[]
  /** `generatePikaframes` */
  mutationName: string
  /** `PikaframesInput` */
  inputTypeName: string
  /** The GraphQL argument of `GenerationRequest`, for example `imageToVideo`. */
  requestName: string
  /** Checks an input and fills in the defaults. Never throws. */
  parse(input: unknown): ParsedInput<Input>
  /** The JSON that fal gets for a parsed input: the same fields in snake_case; what was not given is left out. */
  toBody(input: Input): Record<string, unknown>
  /** Reads a fal body back into an input that is not checked yet. Numbers written as strings (`"5"`) are accepted, as fal does. */
  fromBody(body: unknown): unknown
}

export type ParsedInput<Input> = { ok: true; input: Input } | { ok: false; issues: InputIssue[] }

/**
 * Turns a specification into an operation. A frontend team registers one of its own (any other fal endpoint) the same way.
 * Throws a `TypeError` when the id or the endpoint id has the wrong form.
 */
export function defineOperation<Schema extends z.ZodObject>(
  specification: OperationSpecification<Schema>,
): Operation<z.output<Schema>> {
  const { input: schema, ...rest } = specification
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(rest.id)) {
    throw new TypeError(
      `operation id "${rest.id}" must be capitals and underscores, for example TEXT_TO_VIDEO`,
    )
  }
  // A looser form would let a client library send the fal key to another host: RELIABILITY section 5, "cost amplification".
  if (!/^[a-z0-9-]+(\/[a-z0-9][a-z0-9._-]*)+$/.test(rest.endpointId)) {
    throw new TypeError(`endpoint id "${rest.endpointId}" of ${rest.id} must look like owner/app/path`)
  }
  const pascal = toPascalCase(rest.id)
  return {
    ...rest,
    schema,
    fields: describeFields(schema),
    mutationName: `generate${pascal}`,
    inputTypeName: `${pascal}Input`,
    requestName: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    parse(input) {
      const result = schema.safeParse(input, { reportInput: true })
      return result.success ? { ok: true, input: result.data } : { ok: false, issues: issuesOf(result.error) }
    },
    toBody: (input) => renameKeys(input, toSnakeCase) as Record<string, unknown>,
    fromBody: (body) => numbersFromText(renameKeys(body, toCamelCase), describeFields(schema)),
  }
}

function renameKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item, rename))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null)
  return Object.fromEntries(entries.map(([key, item]) => [rename(key), renameKeys(item, rename)]))
}

function numbersFromText(value: unknown, fields: readonly FieldDescription[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const result: Record<string, unknown> = { ...value }
  for (const field of fields) {
    const item = result[field.name]
    if (field.type === 'integer' && typeof item === 'string' && /^-?\d+$/.test(item))
      result[field.name] = Number(item)
    if (field.type === 'list' && field.item?.type === 'group' && Array.isArray(item)) {
      result[field.name] = item.map((entry) => numbersFromText(entry, field.item?.fields ?? []))
    }
  }
  return result
}
