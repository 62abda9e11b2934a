import type { FieldDescription } from '@pika-kit/core'
import type { Upload } from '../hooks/useUpload.ts'
import type { FormIssue } from './formIssues.ts'
import type { FieldUpdate, FormValue } from './formValue.ts'

/** What is known of a field at its place. */
export interface FieldControlProps {
  field: FieldDescription
  /** Of the field, with its place where it is in a list. */
  label: string
  /** Where it stands in the input. */
  path: readonly string[]
  value: unknown
  onChange(update: FieldUpdate): void
  /** Of this field and of what is in it. */
  issues: readonly FormIssue[]
  /** The whole input: an effect is shown on its picture. */
  input: FormValue
  upload: Upload
}

/** What a control of one value gets. */
export interface SimpleFieldProps {
  field: FieldDescription
  label: string
  value: unknown
  onChange(value: unknown): void
  /** What is wrong, in words to read after the label. */
  issue: string | undefined
}

/** Whether it is worth saying that a field may be left out: not where a default stands there to be seen. */
export function isOptional(field: FieldDescription): boolean {
  return !field.isRequired && field.default === undefined
}
