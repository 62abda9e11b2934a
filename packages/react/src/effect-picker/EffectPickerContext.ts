import { createContext, useContext } from 'react'
import type { UseEffectPicker } from './useEffectPicker.ts'

/** The picker, and the ids that its parts share. */
export interface EffectPickerShared extends UseEffectPicker {
  /** Of the group: its parts' ids start with it, and it names the radios. */
  id: string
}

export const EffectPickerContext = createContext<EffectPickerShared | null>(null)

/** The picker around a part. Throws where there is none, and says what to do. */
export function usePicker(part: string): EffectPickerShared {
  const picker = useContext(EffectPickerContext)
  if (picker) return picker
  throw new Error(`<EffectPicker.${part}> stands outside of <EffectPicker.Root>: put it inside.`)
}
