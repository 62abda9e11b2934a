import type { ComponentPropsWithRef } from 'react'
import { Announcement } from '../internals/Announcer.tsx'
import { joinClasses, joinHandlers, joinRefs } from '../internals/join.ts'
import { OperationFormContext } from './OperationFormContext.ts'
import { useOperationForm, type UseOperationFormOptions } from './useOperationForm.ts'

export interface FormRootProps
  extends UseOperationFormOptions, Omit<ComponentPropsWithRef<'form'>, 'defaultValue' | 'onChange'> {}

/** Holds the input for the parts inside; checks and sends it. Another operation is another form. */
export function FormRoot(props: FormRootProps) {
  return <FormOfOperation key={props.operation.id} {...props} />
}

function FormOfOperation({
  operation,
  value,
  defaultValue,
  onChange,
  onGenerate,
  upload,
  issues,
  problem,
  isSubmitting,
  storageKey,
  className,
  children,
  ref,
  onSubmit,
  onResetCapture,
  onKeyDownCapture,
  ...props
}: FormRootProps) {
  const form = useOperationForm({
    operation,
    value,
    defaultValue,
    onChange,
    onGenerate,
    upload,
    issues,
    problem,
    isSubmitting,
    storageKey,
  })
  const { formProps } = form
  return (
    <OperationFormContext.Provider value={form}>
      <form
        {...formProps}
        {...props}
        ref={joinRefs(formProps.ref, ref)}
        className={joinClasses('pk-root pk-form', className)}
        data-state={form.state}
        data-dirty={form.isDirty || undefined}
        onSubmit={joinHandlers(onSubmit, formProps.onSubmit)}
        onResetCapture={joinHandlers(onResetCapture, formProps.onResetCapture)}
        onKeyDownCapture={joinHandlers(onKeyDownCapture, formProps.onKeyDownCapture)}
      >
        {children}
        <Announcement>{form.announcement}</Announcement>
      </form>
    </OperationFormContext.Provider>
  )
}
