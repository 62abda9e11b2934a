import { effects, type Effect, type FieldDescription, type Operation } from '@pika-kit/core'
import type { EnumRef } from '@pothos/core'
import type { Parts, SchemaTypes } from './builder.ts'

export type OperationIdRef = EnumRef<SchemaTypes, string>

const fieldTypeDescriptions: Record<FieldDescription['type'], string> = {
  text: 'Words.',
  integer: 'A whole number.',
  choice: 'One of the choices.',
  media: 'A public http(s) URL, a base64 data URI, or a URL that an upload returned.',
  list: 'Several of the item.',
  group: 'An object of the fields.',
}

/** `Operation`, `Effect` and the queries of the catalogue. */
export function addOperations({ builder, catalog }: Parts) {
  const OperationId: OperationIdRef = builder.enumType('OperationId', {
    description: 'The operations that this server offers.',
    values: Object.fromEntries(
      catalog.operations.map((operation) => [
        operation.id,
        { value: operation.id, description: operation.description },
      ]),
    ),
  })
  const AvailabilityEnum = builder.enumType('Availability', {
    description: 'Whether fal still offers an operation.',
    values: {
      AVAILABLE: { description: 'fal lists it.' },
      LEGACY: { description: 'fal still takes it, in an older form.' },
      GONE: { description: 'fal no longer takes it: it is refused before anything is paid.' },
    },
  })
  const FieldType = builder.enumType('OperationFieldType', {
    description: 'What kind of value a field takes.',
    values: Object.fromEntries(
      (Object.keys(fieldTypeDescriptions) as FieldDescription['type'][]).map((value) => [
        value.toUpperCase(),
        { value, description: fieldTypeDescriptions[value] },
      ]),
    ),
  })
  const MediaKind = builder.enumType('MediaKind', {
    description: 'What a media field shows.',
    values: {
      IMAGE: { value: 'image' as const, description: 'A still.' },
      VIDEO: { value: 'video' as const, description: 'A video.' },
    },
  })

  const OperationFieldRef = builder.objectRef<FieldDescription>('OperationField')
  OperationFieldRef.implement({
    description: 'A field of the input of an operation, with its rules: enough to draw a form.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'As in the input.' }),
      label: t.exposeString('label', { description: 'For people.' }),
      description: t.exposeString('description', { description: 'What it does.' }),
      type: t.field({
        type: FieldType,
        description: 'What kind of value it takes.',
        resolve: (field) => field.type,
      }),
      isRequired: t.exposeBoolean('isRequired', { description: 'It cannot be left out.' }),
      default: t.string({
        nullable: true,
        description: 'As JSON; null when nothing is filled in.',
        resolve: (field) => (field.default === undefined ? null : JSON.stringify(field.default)),
      }),
      minimum: t.int({
        nullable: true,
        description: 'Least value, or least length of a text.',
        resolve: (field) => field.minimum ?? null,
      }),
      maximum: t.int({
        nullable: true,
        description: 'Greatest value, or greatest length of a text.',
        resolve: (field) => field.maximum ?? null,
      }),
      minimumItems: t.int({
        nullable: true,
        description: 'Least length of a list.',
        resolve: (field) => field.minimumItems ?? null,
      }),
      maximumItems: t.int({
        nullable: true,
        description: 'Greatest length of a list.',
        resolve: (field) => field.maximumItems ?? null,
      }),
      allowed: t.intList({
        nullable: true,
        description: 'The only values, where not every one between the limits.',
        resolve: (field) => (field.allowed ? [...field.allowed] : null),
      }),
      choices: t.stringList({
        nullable: true,
        description: 'The names of the enum values.',
        resolve: (field) => field.choices?.map((choice) => choice.name) ?? null,
      }),
      media: t.field({
        type: MediaKind,
        nullable: true,
        description: 'What the media must show.',
        resolve: (field) => field.media ?? null,
      }),
      unit: t.string({
        nullable: true,
        description: 'Of a number: `seconds`.',
        resolve: (field) => field.unit ?? null,
      }),
      item: t.field({
        type: OperationFieldRef,
        nullable: true,
        description: 'What a list holds.',
        resolve: (field) => field.item ?? null,
      }),
      fields: t.field({
        type: [OperationFieldRef],
        nullable: true,
        description: 'What a group holds.',
        resolve: (field) => (field.fields ? [...field.fields] : null),
      }),
    }),
  })

  const OperationRef = builder.objectRef<Operation>('Operation')
  OperationRef.implement({
    description: 'A kind of model call.',
    fields: (t) => ({
      id: t.field({ type: OperationId, description: 'For programs.', resolve: (operation) => operation.id }),
      title: t.exposeString('title', { description: 'For people.' }),
      description: t.exposeString('description', { description: 'What goes in and what comes out.' }),
      availability: t.field({
        type: AvailabilityEnum,
        description: 'Whether fal still offers it.',
        resolve: (operation) => operation.availability,
      }),
      mutationName: t.exposeString('mutationName', { description: 'The mutation that runs it.' }),
      inputTypeName: t.exposeString('inputTypeName', { description: 'The input type of that mutation.' }),
      fields: t.field({
        type: [OperationFieldRef],
        description: 'Of its input, in the order of a form.',
        resolve: (operation) => [...operation.fields],
      }),
    }),
  })

  const EffectRef = builder.objectRef<Effect>('Effect')
  EffectRef.implement({
    description: 'One of the sixteen Pikaffects.',
    fields: (t) => ({
      id: t.exposeString('id', {
        description: 'The name of the enum value of `Pikaffect`, for example `CAKE_IFY`.',
      }),
      title: t.exposeString('title', { description: 'For people.' }),
      description: t.exposeString('description', { description: 'What happens, in a sentence.' }),
    }),
  })

  builder.queryFields((t) => ({
    operations: t.field({
      type: [OperationRef],
      description: 'What can be generated here.',
      resolve: () => [...catalog.operations],
    }),
    operation: t.field({
      type: OperationRef,
      description: 'One of the operations.',
      args: { id: t.arg({ type: OperationId, required: true }) },
      resolve: (_root, { id }) => catalog.find(id) as Operation,
    }),
    effects: t.field({
      type: [EffectRef],
      description: 'The Pikaffects, in alphabetical order.',
      resolve: () => [...effects],
    }),
  }))

  return { OperationId, OperationRef }
}
