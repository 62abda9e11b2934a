import type { FieldDescription, Operation } from '@pika-kit/core'
import type { FormIssue } from './formIssues.ts'
import { type FieldUpdate, isDefault } from './formValue.ts'

/** One field of a form: what it is, what it holds, and what is wrong with it. */
export interface FormFieldState {
  description: FieldDescription
  name: string
  /** Undefined where it is not set, and then the default of the description holds. */
  value: unknown
  isDefault: boolean
  /** What is wrong with the field itself, in words to read after its label. */
  issue: string | undefined
  /** That, and what is wrong inside of it. */
  issues: readonly FormIssue[]
  /** Sets it: a value, or a function of the newest. What is empty is left out. */
  set(update: FieldUpdate): void
}

/** Puts together what is known of a field. Throws when the operation has none of this name, and says which it has. */
export function describeFormField(
  { id, fields }: Operation,
  name: string,
  value: unknown,
  allIssues: readonly FormIssue[],
  set: FormFieldState['set'],
): FormFieldState {
  const description = fields.find((field) => field.name === name)
  if (!description) {
    const known = fields.map((field) => field.name).join(', ')
    throw new Error(`${id} has no field "${name}": its fields are ${known}.`)
  }
  const issues = allIssues.filter(({ path }) => path[0] === name)
  return {
    description,
    name,
    value,
    isDefault: isDefault(description, value),
    issue: issueAt(issues, [name]),
    issues,
    set,
  }
}

/** The words of what is wrong at exactly this place. */
export function issueAt(issues: readonly FormIssue[], path: readonly string[]): string | undefined {
  return issues.find((issue) => issue.path.join('.') === path.join('.'))?.message
}
