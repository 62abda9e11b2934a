import type { FieldDescription, InputIssue, Pikaffect } from '@pika-kit/core'
import { useId } from 'react'
import { EffectPicker } from '../effect-picker/EffectPicker.tsx'
import { Button } from '../internals/Button.tsx'
import { Field, fieldAria, Issue } from '../internals/Field.tsx'
import { CloseIcon, PlusIcon } from '../internals/icons.tsx'
import type { Upload } from '../hooks/useUpload.ts'
import { MediaInput } from '../media-input/MediaInput.tsx'
import { catalogWords } from '../messages/english/catalog.ts'
import { commonWords } from '../messages/english/common.ts'
import { formWords } from '../messages/english/form.ts'
import { useWords } from '../messages/useWords.ts'
import { PromptField } from '../prompt-field/PromptField.tsx'
import { SeedField } from '../seed-field/SeedField.tsx'

export interface FormFieldProps {
  field: FieldDescription
  value: unknown
  /** The whole form: an effect is shown on the form's picture. */
  input: Readonly<Record<string, unknown>>
  onChange(value: unknown): void
  /** Of this field and of what is in it. */
  issues: readonly InputIssue[]
  upload: Upload
}

/** One field of an operation, by its description. */
export function FormField(props: FormFieldProps) {
  const { field, value, onChange, issues, upload, input } = props
  const issue = issues.find(({ path }) => path.length === 1)?.message
  switch (field.type) {
    case 'media':
      return (
        <MediaInput
          kind={field.media ?? 'image'}
          label={field.label}
          description={field.description}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          upload={upload}
          issue={issue}
        />
      )
    case 'list':
      return <MediaListField {...props} />
    case 'choice':
      if (field.typeName === 'Pikaffect') {
        const picture = typeof input['imageUrl'] === 'string' ? input['imageUrl'] : null
        return (
          <EffectPicker
            value={(value as Pikaffect | undefined) ?? null}
            onChange={onChange}
            imageUrl={picture}
            issue={issue}
          />
        )
      }
      return (
        <SegmentsField
          field={field}
          options={(field.choices ?? []).map((choice) => choice.value)}
          value={value}
          onChange={onChange}
          issue={issue}
        />
      )
    case 'integer':
      if (field.allowed)
        return (
          <SegmentsField
            field={field}
            options={field.allowed}
            value={value}
            onChange={onChange}
            issue={issue}
          />
        )
      return <NumberField field={field} value={value} onChange={onChange} issue={issue} />
    default:
      return <TextField field={field} value={value} onChange={onChange} issue={issue} />
  }
}

interface SimpleFieldProps {
  field: FieldDescription
  value: unknown
  onChange(value: unknown): void
  issue: string | undefined
}

function TextField({ field, value, onChange, issue }: SimpleFieldProps) {
  const text = typeof value === 'string' ? value : ''
  const fallback = typeof field.default === 'string' ? field.default : ''
  return (
    <PromptField
      label={field.label}
      isOptional={isOptional(field)}
      rows={field.isMultiline ? 2 : 1}
      placeholder={fallback || field.description}
      aria-required={field.isRequired || undefined}
      maximum={field.maximum}
      value={text}
      onChange={onChange}
      issue={issue}
    />
  )
}

function NumberField({ field, value, onChange, issue }: SimpleFieldProps) {
  const id = useId()
  if (field.name === 'seed')
    return (
      <SeedField
        label={field.label}
        minimum={field.minimum}
        maximum={field.maximum}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
        issue={issue}
      />
    )
  return (
    <Field id={id} label={field.label} issue={issue} isOptional={isOptional(field)}>
      <input
        {...fieldAria(id, { issue })}
        id={id}
        className="pk-input"
        type="number"
        inputMode="numeric"
        step={1}
        min={field.minimum}
        max={field.maximum}
        value={typeof value === 'number' ? value : ''}
        placeholder={field.default === undefined ? undefined : String(field.default as number)}
        onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
      />
    </Field>
  )
}

const isOptional = (field: FieldDescription) => !field.isRequired && field.default === undefined

function SegmentsField({
  field,
  options,
  value,
  onChange,
  issue,
}: SimpleFieldProps & { options: readonly (string | number)[] }) {
  const id = useId()
  const words = useWords(formWords)
  const { choices } = useWords(catalogWords)
  const nameOf = (option: string | number) =>
    field.unit === 'seconds' ? words.seconds(Number(option)) : (choices[option] ?? String(option))
  const chosen = value ?? field.default
  return (
    <fieldset className="pk-field" aria-describedby={issue ? `${id}-issue` : undefined}>
      <legend>{field.label}</legend>
      <div className="pk-segments">
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={id}
              value={option}
              checked={chosen === option}
              onChange={() => onChange(option)}
            />
            {nameOf(option)}
          </label>
        ))}
      </div>
      <Issue id={id} label={field.label}>
        {issue}
      </Issue>
    </fieldset>
  )
}

/** Several pictures: plain addresses, or groups with one address in each. */
function MediaListField({ field, value, onChange, issues, upload }: FormFieldProps) {
  const words = useWords(formWords)
  const { before, numbered } = useWords(commonWords)
  const { item, maximumItems = 10 } = field
  const inner = item?.type === 'group' ? item.fields?.[0] : undefined
  const media = inner ?? item
  if (media?.type !== 'media') return null
  const given = Array.isArray(value) ? (value as unknown[]) : []
  const urls = given.map(
    (entry) =>
      (inner ? ((entry as Record<string, unknown>)[inner.name] as string | undefined) : (entry as string)) ??
      '',
  )
  const write = (next: readonly string[]) =>
    onChange(next.length === 0 ? undefined : next.map((url) => (inner ? { [inner.name]: url } : url)))
  const issue = issues.find(({ path }) => path.length === 1)?.message
  const shown = urls.length === 0 ? [''] : urls
  return (
    <fieldset className="pk-field">
      <legend>{field.label}</legend>
      <span className="pk-hint">{field.description}</span>
      <div className="pk-form-media">
        {shown.map((url, index) => (
          // The place is what the entry is: addresses may be the same.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="pk-form-medium">
            <MediaInput
              kind={media.media ?? 'image'}
              label={numbered(media.label, index + 1)}
              value={url === '' ? null : url}
              onChange={(next) =>
                write(urls.length === 0 ? (next === null ? [] : [next]) : urls.with(index, next ?? ''))
              }
              upload={upload}
              issue={issues.find(({ path }) => path[1] === String(index))?.message}
            />
            {urls.length > 1 && (
              <Button
                variant="plain"
                label={words.removeItem(index + 1)}
                onClick={() => write(urls.toSpliced(index, 1))}
              >
                <CloseIcon />
              </Button>
            )}
          </div>
        ))}
      </div>
      {urls.length > 0 && urls.length < maximumItems && (
        <Button className="pk-form-add" onClick={() => write([...urls, ''])}>
          <PlusIcon />
          {words.add}
        </Button>
      )}
      {issue && <p className="pk-issue">{before(field.label) + issue}</p>}
    </fieldset>
  )
}
