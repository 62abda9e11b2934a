import type { FieldDescription, Operation } from '@pika-kit/core'
import { hasTimeline, TIMELINE_FIELDS } from './formValue.ts'

/** The fields of an operation as a form lays them out, each group in the order of the definition. */
export interface FormGroups {
  /** Edited together on the timeline; empty for most operations. */
  timeline: readonly FieldDescription[]
  /** What the video is made of: media, words, effects. */
  main: readonly FieldDescription[]
  /** Small choices and numbers, side by side. */
  choices: readonly FieldDescription[]
  /** What most people leave as it is. */
  advanced: readonly FieldDescription[]
}

/** Sorts the fields of an operation, by what their definition says of them. */
export function groupFields(operation: Operation): FormGroups {
  const isOfTimeline = (field: FieldDescription) =>
    hasTimeline(operation) && TIMELINE_FIELDS.includes(field.name)
  const rest = operation.fields.filter((field) => !isOfTimeline(field))
  const basic = rest.filter((field) => !field.isAdvanced)
  return {
    timeline: operation.fields.filter(isOfTimeline),
    main: basic.filter((field) => !isSmall(field)),
    choices: basic.filter(isSmall),
    advanced: rest.filter((field) => field.isAdvanced),
  }
}

/** Effects are a choice too, but one of sixteen moving pictures. */
export function isEffect({ typeName }: FieldDescription): boolean {
  return typeName === 'Pikaffect'
}

function isSmall(field: FieldDescription): boolean {
  return (field.type === 'choice' && !isEffect(field)) || field.type === 'integer'
}
