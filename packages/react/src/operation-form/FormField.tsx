import type { ReactNode } from 'react'
import { pathAttribute } from './focusField.ts'
import { FieldControl } from './FieldControl.tsx'
import type { FormFieldState } from './formFieldState.ts'
import { useFormAround } from './OperationFormContext.ts'

export interface FormFieldProps {
  /** Name of a field of the operation. */
  name: string
  /** A control of your own, from what is known of the field. Left out: the kit's control for it. */
  children?: (field: FormFieldState) => ReactNode
}

/** One field with its label, control and issue. Links of the summary lead to what is inside. */
export function FormField({ name, children }: FormFieldProps) {
  const form = useFormAround('Field')
  const field = form.field(name)
  return (
    <div
      {...pathAttribute([name])}
      className="pk-form-field"
      data-type={field.description.type}
      data-invalid={field.issues.length > 0 || undefined}
      data-default={field.isDefault || undefined}
    >
      {children ? (
        children(field)
      ) : (
        <FieldControl
          key={form.resets}
          field={field.description}
          label={field.description.label}
          path={[name]}
          value={field.value}
          onChange={field.set}
          issues={field.issues}
          input={form.input}
          upload={form.uploadOf(name)}
        />
      )}
    </div>
  )
}

/** The fields of a group that is laid out as it comes, each by `FormField`. */
export function FormFields({ names }: { names: readonly string[] }) {
  return names.map((name) => <FormField key={name} name={name} />)
}
