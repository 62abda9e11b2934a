import type { Pikaffect } from '@pika-kit/core'
import { EffectPicker } from '../effect-picker/EffectPicker.tsx'
import { MediaInput } from '../media-input/MediaInput.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import type { FieldControlProps } from './fieldProps.ts'
import { isEffect } from './formGroups.ts'
import { issueAt } from './formFieldState.ts'
import { applyUpdate, isRecord } from './formValue.ts'
import { ListField } from './ListField.tsx'
import { MediaListField, mediaOf } from './MediaListField.tsx'
import { NumberField } from './NumberField.tsx'
import { TextField } from './TextField.tsx'

/** The control of a field, by its description. */
export function FieldControl(props: FieldControlProps) {
  const { field, label, path, value, onChange, issues, input, upload } = props
  const issue = issueAt(issues, path)
  switch (field.type) {
    case 'media':
      return (
        <MediaInput
          kind={field.media ?? 'image'}
          isOptional={!field.isRequired}
          label={label}
          description={path.length === 1 ? field.description : undefined}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={onChange}
          upload={upload}
          issue={issue}
        />
      )
    case 'list':
      return mediaOf(field) ? (
        <MediaListField {...props} />
      ) : (
        <ListField {...props}>{(item) => <FieldControl {...item} />}</ListField>
      )
    case 'group':
      return <GroupField {...props} />
    case 'choice':
      return isEffect(field) ? (
        <EffectPicker
          value={(value as Pikaffect | undefined) ?? null}
          onChange={onChange}
          imageUrl={typeof input['imageUrl'] === 'string' ? input['imageUrl'] : null}
          issue={issue}
        />
      ) : (
        <ChoiceField field={field} label={label} value={value} onChange={onChange} issue={issue} />
      )
    case 'integer':
      return field.allowed ? (
        <ChoiceField field={field} label={label} value={value} onChange={onChange} issue={issue} />
      ) : (
        <NumberField field={field} label={label} value={value} onChange={onChange} issue={issue} />
      )
    case 'text':
      return <TextField field={field} label={label} value={value} onChange={onChange} issue={issue} />
  }
}

/** Fields that belong together. One alone stands for the group. */
function GroupField({ field, label, path, value, onChange, ...shared }: FieldControlProps) {
  const { fields = [] } = field
  const known = isRecord(value) ? value : {}
  const inner = fields.map((one) => (
    <div
      key={one.name}
      data-field={[...path, one.name].join('.')}
      className="pk-form-field"
      data-type={one.type}
    >
      <FieldControl
        {...shared}
        field={one}
        label={fields.length === 1 ? label : one.label}
        path={[...path, one.name]}
        value={known[one.name]}
        onChange={(update) =>
          onChange((newest: unknown) => {
            const group = isRecord(newest) ? newest : {}
            return { ...group, [one.name]: applyUpdate(group[one.name], update) ?? undefined }
          })
        }
      />
    </div>
  ))
  if (fields.length === 1) return inner
  return (
    <fieldset className="pk-field pk-form-group">
      <legend>{label}</legend>
      {inner}
    </fieldset>
  )
}
