// The GraphQL types of the operations, derived from their field descriptions: there is no code for any one operation.
import type { FieldDescription } from '@pika-kit/core'
import type { EnumRef, InputObjectRef, InputType, ObjectRef, OutputType } from '@pothos/core'
import type { Builder, SchemaTypes } from './builder.ts'

type Values = Record<string, unknown>
type AnyEnum = EnumRef<SchemaTypes, string>

/** Makes each named enum and each nested type once, however many operations use it. */
export interface FieldTypes {
  inputType(
    name: string,
    description: string,
    fields: readonly FieldDescription[],
  ): InputObjectRef<SchemaTypes, Values>
  outputType(
    name: string,
    description: string,
    fields: readonly FieldDescription[],
  ): ObjectRef<SchemaTypes, Values>
}

/** Makes the types of one schema. */
export function createFieldTypes(builder: Builder): FieldTypes {
  const enums = new Map<string, AnyEnum>()
  const inputs = new Map<string, InputObjectRef<SchemaTypes, Values>>()
  const outputs = new Map<string, ObjectRef<SchemaTypes, Values>>()

  const enumOf = (field: FieldDescription): AnyEnum => {
    const name = nameOf(field)
    const known = enums.get(name)
    if (known) return known
    const choices = field.choices ?? []
    const values = Object.fromEntries(
      choices.map((choice) => [choice.name, { value: choice.value, description: `\`${choice.value}\`` }]),
    )
    const made: AnyEnum = builder.enumType(name, { description: field.description, values })
    enums.set(name, made)
    return made
  }

  const inputOf = (field: FieldDescription): InputType<SchemaTypes> | [InputType<SchemaTypes>] => {
    switch (field.type) {
      case 'integer':
        return 'Int'
      case 'choice':
        return enumOf(field)
      case 'group':
        return types.inputType(`${nameOf(field)}Input`, describeGroup(field), field.fields ?? [])
      case 'list':
        return [inputOf(itemOf(field)) as InputType<SchemaTypes>]
      default:
        return 'String'
    }
  }
  const outputOf = (field: FieldDescription): OutputType<SchemaTypes> | [OutputType<SchemaTypes>] => {
    switch (field.type) {
      case 'integer':
        return 'Int'
      case 'choice':
        return enumOf(field)
      case 'group':
        return types.outputType(nameOf(field), describeGroup(field), field.fields ?? [])
      case 'list':
        return [outputOf(itemOf(field)) as OutputType<SchemaTypes>]
      default:
        return 'String'
    }
  }

  const types: FieldTypes = {
    inputType(name, description, fields) {
      const known = inputs.get(name)
      if (known) return known
      const ref = builder.inputRef<Values>(name).implement({
        description,
        // The shape is known at run time only: what arrives is checked by the operation's own schema.
        fields: (t) =>
          Object.fromEntries(
            fields.map((field) => [
              field.name,
              t.field({
                type: inputOf(field) as InputType<SchemaTypes>,
                required: field.isRequired,
                description: describe(field),
              }),
            ]),
          ) as never,
      })
      inputs.set(name, ref)
      return ref
    },
    outputType(name, description, fields) {
      const known = outputs.get(name)
      if (known) return known
      const ref = builder.objectRef<Values>(name)
      outputs.set(name, ref)
      ref.implement({
        description,
        fields: (t) =>
          Object.fromEntries(
            fields.map((field) => [
              field.name,
              t.field({
                type: outputOf(field) as OutputType<SchemaTypes>,
                // What has a default is filled in before it is stored.
                nullable: !field.isRequired && field.default === undefined,
                description: describe(field),
                resolve: (input) => (input[field.name] ?? null) as never,
              }),
            ]),
          ),
      })
      return ref
    },
  }
  return types
}

/** A group inside a list often has no words of its own: its fields say what it is. */
function describeGroup(field: FieldDescription): string {
  if (field.description) return field.description
  return `${(field.fields ?? []).map((inner) => inner.label).join(' and ')}: one item of \`${field.name}\`.`
}

function nameOf(field: FieldDescription): string {
  if (field.typeName) return field.typeName
  throw new TypeError(`field "${field.name}" is a ${field.type}: give it a typeName in its .meta()`)
}

function itemOf(field: FieldDescription): FieldDescription {
  if (field.item) return field.item
  throw new TypeError(`field "${field.name}" is a list of nothing`)
}

/** The description with its rule, since GraphQL has no other place for it. */
function describe(field: FieldDescription): string {
  const rules = [
    field.allowed && `${field.allowed.join(' or ')}${field.unit ? ` ${field.unit}` : ''}.`,
    field.type === 'integer' && !field.allowed && rangeOf(field.minimum, field.maximum, field.unit ?? ''),
    field.type === 'list' && rangeOf(field.minimumItems, field.maximumItems, 'items'),
    (field.type === 'media' || field.item?.type === 'media') &&
      'A public http(s) URL, a base64 data URI, or a URL that an upload returned.',
    field.default !== undefined && `Default: ${defaultOf(field)}.`,
  ]
  return [field.description, ...rules].filter(Boolean).join(' ')
}

function rangeOf(minimum: number | undefined, maximum: number | undefined, unit: string): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined
  const range =
    minimum === undefined
      ? `At most ${maximum}`
      : maximum === undefined
        ? `At least ${minimum}`
        : `${minimum} to ${maximum}`
  return `${range} ${unit}`.trim() + '.'
}

function defaultOf(field: FieldDescription): string {
  return (
    field.choices?.find((choice) => choice.value === field.default)?.name ?? JSON.stringify(field.default)
  )
}
