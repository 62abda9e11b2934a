export { type FormValue, OperationForm, type OperationFormProps } from './OperationForm.tsx'
