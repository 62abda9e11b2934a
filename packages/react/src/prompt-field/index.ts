export { PromptField, type PromptFieldProps } from './PromptField.tsx'
export { useRecentPrompts } from './useRecentPrompts.ts'
