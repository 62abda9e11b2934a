import { useId } from 'react'
import { Field, fieldAria } from '../internals/Field.tsx'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import { SeedField } from '../seed-field/SeedField.tsx'
import { isOptional, type SimpleFieldProps } from './fieldProps.ts'

/** A whole number, with its limits and its unit in words. A seed gets its dice. */
export function NumberField({ field, label, value, onChange, issue }: SimpleFieldProps) {
  const words = useWords(formWords)
  const id = useId()
  const { minimum, maximum, default: fallback } = field
  const number = typeof value === 'number' ? value : null
  if (field.name === 'seed')
    return (
      <SeedField
        label={label}
        description={field.description}
        minimum={minimum}
        maximum={maximum}
        value={number}
        onChange={onChange}
        issue={issue}
      />
    )
  const inWords = field.unit === 'seconds' ? words.rangeSeconds : words.range
  const limits = minimum !== undefined && maximum !== undefined ? inWords(minimum, maximum) : undefined
  return (
    <Field id={id} label={label} description={limits} issue={issue} isOptional={isOptional(field)}>
      <input
        {...fieldAria(id, { description: limits, issue })}
        id={id}
        className="pk-input pk-form-number"
        dir="ltr"
        type="number"
        inputMode="numeric"
        step={1}
        min={minimum}
        max={maximum}
        required={field.isRequired}
        value={number ?? ''}
        placeholder={typeof fallback === 'number' ? String(fallback) : undefined}
        onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
      />
    </Field>
  )
}
