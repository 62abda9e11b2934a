import type { FieldDescription } from '@pika-kit/core'
import type { ReactNode } from 'react'
import { FormField, FormFields } from './FormField.tsx'
import { FormFooter, FormPrice, FormReset, FormSubmit } from './FormFooter.tsx'
import { FormOutcome } from './FormOutcome.tsx'
import { FormRoot, type FormRootProps } from './FormRoot.tsx'
import { FormSettings } from './FormSettings.tsx'
import { FormSummary } from './FormSummary.tsx'
import { FormTimeline, type FormTimelineProps } from './FormTimeline.tsx'
import { useFormAround } from './OperationFormContext.ts'

export interface OperationFormProps extends Omit<FormRootProps, 'children'>, FormTimelineProps {
  /** What stands before the button: a `CostBadge`, for example. */
  price?: ReactNode
}

function DefaultOperationForm({
  price,
  time,
  onTimeChange,
  isPlaying,
  onPlayingChange,
  ...props
}: OperationFormProps) {
  return (
    <FormRoot {...props}>
      <FormSummary />
      <FormTimeline
        time={time}
        onTimeChange={onTimeChange}
        isPlaying={isPlaying}
        onPlayingChange={onPlayingChange}
      />
      <FormMain />
      <FormChoices />
      <FormSettings />
      <FormOutcome />
      <FormFooter price={price} />
    </FormRoot>
  )
}

/** What the video is made of: media, words, effects. Media one after the other stand side by side where there is room. */
function FormMain() {
  const { groups } = useFormAround('Main')
  const rows: FieldDescription[][] = []
  for (const field of groups.main) {
    const last = rows.at(-1)
    if (field.type === 'media' && last?.[0]?.type === 'media') last.push(field)
    else rows.push([field])
  }
  return rows.map((row) => {
    const fields = <FormFields key={row[0]?.name} names={row.map(({ name }) => name)} />
    return row.length === 1 ? (
      fields
    ) : (
      <div key={row[0]?.name} className="pk-form-media">
        {fields}
      </div>
    )
  })
}

/** Small choices side by side. */
function FormChoices() {
  const { groups } = useFormAround('Choices')
  if (groups.choices.length === 0) return null
  return (
    <div className="pk-form-row">
      <FormFields names={groups.choices.map(({ name }) => name)} />
    </div>
  )
}

/**
 * The input of any operation of the catalogue, or of one's own, as a form that is drawn from the descriptions of its fields.
 * Ready-made, or by its parts; the README lists them.
 */
export const OperationForm = Object.assign(DefaultOperationForm, {
  Root: FormRoot,
  Summary: FormSummary,
  Timeline: FormTimeline,
  Main: FormMain,
  Choices: FormChoices,
  Field: FormField,
  Settings: FormSettings,
  Outcome: FormOutcome,
  Footer: FormFooter,
  Price: FormPrice,
  Reset: FormReset,
  Submit: FormSubmit,
})
