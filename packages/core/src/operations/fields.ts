import type { z } from 'zod'
import { toEnumName } from './names.ts'

/** What a field of an operation carries in zod's `.meta()`, beside what the schema itself says. */
export interface FieldMetadata {
  /** Two or three words above the control. */
  label?: string
  /** A sentence: what it does, and where the rule comes from if it is not obvious. */
  description?: string
  /** Name of the GraphQL type of an enum or of a nested object, for example `Resolution`. */
  typeName?: string
  /** Put before each value of an enum in GraphQL, for example `RESOLUTION_`. */
  valuePrefix?: string
  /** The string is a public URL, a data URI or an uploaded URL of this kind of media. */
  media?: 'image' | 'video'
  /** Seconds for durations. */
  unit?: 'seconds'
  /** Long text: the form gives it several lines. */
  isMultiline?: boolean
  /** Most people leave it as it is: the form keeps it under its further settings. */
  isAdvanced?: boolean
}

/** One value that a choice offers. `value` is fal's, `name` is GraphQL's. */
export interface FieldChoice {
  value: string
  name: string
}

/** A field of an operation's input, read off its zod schema: what a form, a GraphQL type or a docs table needs. */
export interface FieldDescription {
  name: string
  label: string
  description: string
  type: 'text' | 'integer' | 'choice' | 'media' | 'list' | 'group'
  isRequired: boolean
  /** Filled in when the field is left out; undefined when nothing is. */
  default?: unknown
  /** Inclusive limits of an integer, or of the length of a text. */
  minimum?: number
  maximum?: number
  /** Inclusive limits of the length of a list. */
  minimumItems?: number
  maximumItems?: number
  /** The only integers allowed, for example 5 and 10. */
  allowed?: readonly number[]
  choices?: readonly FieldChoice[]
  typeName?: string
  media?: 'image' | 'video'
  unit?: 'seconds'
  isMultiline?: boolean
  isAdvanced?: boolean
  /** Of a list. */
  item?: FieldDescription
  /** Of a group. */
  fields?: readonly FieldDescription[]
}

/** Describes the fields of an object schema, in the order of their definition. Throws on a zod type no operation uses yet. */
export function describeFields(schema: z.ZodObject): FieldDescription[] {
  return Object.entries(schema.shape).map(([name, field]) => describeField(name, field as z.ZodType))
}

function describeField(name: string, field: z.ZodType): FieldDescription {
  const wrapped = unwrap(field)
  const metadata: FieldMetadata = {
    ...(wrapped.schema.meta() as FieldMetadata | undefined),
    ...(field.meta() as FieldMetadata | undefined),
  }
  const { valuePrefix, label = labelOf(name), description = '', media, ...shared } = metadata
  const base = {
    name,
    label,
    description,
    isRequired: wrapped.isRequired,
    ...shared,
    ...(wrapped.default !== undefined && { default: wrapped.default }),
  }
  const { def } = wrapped.schema as unknown as { def: { type: string; [key: string]: unknown } }
  switch (def.type) {
    case 'string':
      return {
        ...base,
        ...lengthsOf(wrapped.schema as z.ZodString),
        type: media ? 'media' : 'text',
        ...(media && { media }),
      }
    case 'number':
      return { ...base, ...limitsOf(wrapped.schema as z.ZodNumber), type: 'integer' }
    case 'literal':
      return { ...base, type: 'integer', allowed: def['values'] as number[] }
    case 'enum': {
      const values = Object.values(def['entries'] as Record<string, string>)
      return {
        ...base,
        type: 'choice',
        choices: values.map((value) => ({ value, name: toEnumName(value, valuePrefix) })),
      }
    }
    case 'array': {
      const item = describeField(name, def['element'] as z.ZodType)
      const { minimum: minimumItems, maximum: maximumItems } = itemLimitsOf(wrapped.schema)
      return {
        ...base,
        type: 'list',
        item: { ...item, isRequired: true },
        ...(minimumItems !== undefined && { minimumItems }),
        ...(maximumItems !== undefined && { maximumItems }),
      }
    }
    case 'object':
      return { ...base, type: 'group', fields: describeFields(wrapped.schema as z.ZodObject) }
    default:
      throw new TypeError(
        `field "${name}" has the zod type "${def.type}", which an operation's input cannot use yet`,
      )
  }
}

function unwrap(field: z.ZodType): { schema: z.ZodType; isRequired: boolean; default?: unknown } {
  const { def } = field as unknown as { def: { type: string; innerType?: z.ZodType; defaultValue?: unknown } }
  if (def.type === 'optional' || def.type === 'nullable')
    return { ...unwrap(def.innerType as z.ZodType), isRequired: false }
  if (def.type === 'default')
    return { ...unwrap(def.innerType as z.ZodType), isRequired: false, default: def.defaultValue }
  return { schema: field, isRequired: true }
}

function lengthsOf(schema: z.ZodString): { minimum?: number; maximum?: number } {
  return {
    ...(schema.minLength !== null && { minimum: schema.minLength }),
    ...(schema.maxLength !== null && { maximum: schema.maxLength }),
  }
}

function limitsOf(schema: z.ZodNumber): { minimum?: number; maximum?: number } {
  return {
    ...(schema.minValue !== null && { minimum: schema.minValue }),
    ...(schema.maxValue !== null && { maximum: schema.maxValue }),
  }
}

function itemLimitsOf(schema: z.ZodType): { minimum?: number; maximum?: number } {
  const checks = (schema as z.ZodArray).def.checks ?? []
  const limits: { minimum?: number; maximum?: number } = {}
  for (const { _zod } of checks) {
    const def = _zod.def as { check: string; minimum?: number; maximum?: number }
    if (def.check === 'min_length' && def.minimum !== undefined) limits.minimum = def.minimum
    if (def.check === 'max_length' && def.maximum !== undefined) limits.maximum = def.maximum
  }
  return limits
}

function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
