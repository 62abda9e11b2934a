import type { FormValue } from '@pika-kit/react'
import { useCallback, useState } from 'react'

/** Where they are kept in `sessionStorage`. */
export const FORMS_KEY = 'pika-kit-studio-forms'
/** A data URI may be larger than what a browser keeps: such a form is kept on the page only. */
const LONGEST = 2_000_000

type Forms = Readonly<Record<string, FormValue>>

/** What was typed for each operation and not sent yet; it survives a reload. */
export function useForms(): [Forms, (operationId: string, value: FormValue) => void] {
  const [forms, setForms] = useState<Forms>(read)
  const change = useCallback((operationId: string, value: FormValue) => {
    setForms((known) => {
      const next = { ...known, [operationId]: value }
      const text = JSON.stringify(next)
      if (text.length < LONGEST) sessionStorage.setItem(FORMS_KEY, text)
      return next
    })
  }, [])
  return [forms, change]
}

function read(): Forms {
  try {
    return JSON.parse(sessionStorage.getItem(FORMS_KEY) ?? '{}') as Forms
  } catch {
    return {}
  }
}
