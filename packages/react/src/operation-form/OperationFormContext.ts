import { createContext, useContext } from 'react'
import type { UseOperationForm } from './useOperationForm.ts'

export const OperationFormContext = createContext<UseOperationForm | null>(null)

/** The form around a part. Throws where there is none, and says what to do. */
export function useFormAround(part: string): UseOperationForm {
  const form = useContext(OperationFormContext)
  if (form) return form
  throw new Error(`<OperationForm.${part}> stands outside of <OperationForm.Root>: put it inside.`)
}
