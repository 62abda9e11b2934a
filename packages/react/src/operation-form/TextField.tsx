import { PromptField } from '../prompt-field/PromptField.tsx'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import { isOptional, type SimpleFieldProps } from './fieldProps.ts'

/** Words: as many lines as they need. What holds while it is empty is told under the label. */
export function TextField({ field, label, value, onChange, issue }: SimpleFieldProps) {
  const words = useWords(formWords)
  const fallback = typeof field.default === 'string' ? field.default : ''
  const isTold = field.isAdvanced || fallback !== ''
  return (
    <PromptField
      label={label}
      isOptional={isOptional(field)}
      rows={field.isMultiline ? 2 : 1}
      description={
        isTold
          ? [field.description, fallback && words.leftEmpty(fallback)].filter(Boolean).join(' ')
          : undefined
      }
      placeholder={isTold ? undefined : field.description}
      aria-required={field.isRequired || undefined}
      maximum={field.maximum}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      issue={issue}
    />
  )
}
