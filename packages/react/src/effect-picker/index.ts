export { EffectPicker, type EffectPickerProps } from './EffectPicker.tsx'
export type { EffectPickerRootProps } from './EffectPickerRoot.tsx'
export {
  type MultipleChoice,
  type SingleChoice,
  useEffectPicker,
  type UseEffectPicker,
  type UseEffectPickerOptions,
} from './useEffectPicker.ts'
