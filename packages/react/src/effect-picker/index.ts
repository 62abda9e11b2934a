export { EffectPicker, type EffectPickerProps } from './EffectPicker.tsx'
