export { OperationForm, type OperationFormProps } from './OperationForm.tsx'
export type { FormFieldProps } from './FormField.tsx'
export type { FormFieldState } from './formFieldState.ts'
export type { FormIssue } from './formIssues.ts'
export type { FormFailure } from './formState.ts'
export type { FormRootProps } from './FormRoot.tsx'
export type { FormValue } from './formValue.ts'
export {
  type GenerateAnswer,
  useOperationForm,
  type UseOperationForm,
  type UseOperationFormOptions,
} from './useOperationForm.ts'
