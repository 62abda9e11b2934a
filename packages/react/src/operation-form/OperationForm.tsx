import {
  type FieldDescription,
  type InputIssue,
  type Operation,
  type Storyboard,
  toPikaframesInput,
  toStoryboard,
} from '@pika-kit/core'
import { type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { PayingButton } from '../internals/PayingButton.tsx'
import { joinClasses } from '../internals/join.ts'
import { useControlled } from '../internals/useControlled.ts'
import type { Upload } from '../hooks/useUpload.ts'
import { KeyframeTimeline, type KeyframeTimelineProps } from '../keyframe-timeline/KeyframeTimeline.tsx'
import { commonWords } from '../messages/english/common.ts'
import { formWords } from '../messages/english/form.ts'
import { useIssueWords, useOperationWords } from '../messages/useCatalogWords.ts'
import { useWords } from '../messages/useWords.ts'
import { FormField } from './FormField.tsx'

/** What a form holds: fields in core's words; what is not set is left out. */
export type FormValue = Readonly<Record<string, unknown>>

export interface OperationFormProps {
  operation: Operation
  value?: FormValue
  defaultValue?: FormValue
  onChange?(value: FormValue): void
  /** Called with the input when Generate is pressed; see `useGenerate`. */
  onGenerate(input: FormValue): void
  /** Brings files to where their addresses are; see `useUpload`. */
  upload: Upload
  /** What the server, or the last press, found wrong. */
  issues?: readonly InputIssue[]
  /** A failure that no field can mend. */
  problem?: string | null
  isSubmitting?: boolean
  /** What stands beside the button: a price, for example. */
  price?: ReactNode
  /** Second of the play position, shared by a `DraftPlayer` and the timeline of a form that has one. */
  time?: number
  onTimeChange?(seconds: number): void
  isPlaying?: boolean
  onPlayingChange?(isPlaying: boolean): void
  className?: string
}

const NO_VALUE: FormValue = {}
const NO_ISSUES: readonly InputIssue[] = []
/** What most people leave as it is. */
const SETTINGS = new Set(['negativePrompt', 'seed'])

/** The input of any operation of the catalogue as a form, drawn from the descriptions of its fields. */
export function OperationForm({
  operation: known,
  value,
  defaultValue = NO_VALUE,
  onChange,
  onGenerate,
  upload,
  issues: found = NO_ISSUES,
  problem,
  isSubmitting = false,
  price,
  time,
  onTimeChange,
  isPlaying,
  onPlayingChange,
  className,
}: OperationFormProps) {
  const words = useWords(formWords)
  const { before } = useWords(commonWords)
  const operation = useOperationWords(known)
  const issues = useIssueWords(known, found)
  const [input, setInput] = useControlled<FormValue>(value, defaultValue, onChange)
  const hasTimeline = operation.fields.some((field) => field.name === 'transitions')
  const fields = operation.fields.filter(
    (field) => !(hasTimeline && (field.name === 'imageUrls' || field.name === 'transitions')),
  )
  const set = (name: string, next: unknown) =>
    setInput((known) => {
      const { [name]: _, ...others } = known
      return next === undefined || next === null || next === '' ? others : { ...others, [name]: next }
    })
  const fieldOf = (field: FieldDescription) => (
    <FormField
      key={field.name}
      field={field}
      value={input[field.name]}
      input={input}
      onChange={(next) => set(field.name, next)}
      issues={issues.filter((issue) => issue.path[0] === field.name)}
      upload={upload}
    />
  )
  const strange = issues.filter((issue) => !operation.fields.some((field) => field.name === issue.path[0]))

  return (
    <form
      className={joinClasses('pk-root pk-form', className)}
      noValidate
      aria-label={operation.title}
      onSubmit={(event) => {
        event.preventDefault()
        onGenerate(input)
      }}
    >
      {hasTimeline && (
        <TimelineField
          input={input}
          onChange={(next) => setInput((known) => ({ ...known, ...next }))}
          upload={upload}
          issues={issues}
          time={time}
          onTimeChange={onTimeChange}
          isPlaying={isPlaying}
          onPlayingChange={onPlayingChange}
        />
      )}
      {fields.filter((field) => !SETTINGS.has(field.name) && !isCompact(field)).map(fieldOf)}
      <div className="pk-form-row">
        {fields.filter((field) => !SETTINGS.has(field.name) && isCompact(field)).map(fieldOf)}
      </div>
      <details className="pk-form-more">
        <summary>{words.more}</summary>
        <div className="pk-form-settings">
          {fields.filter((field) => SETTINGS.has(field.name)).map(fieldOf)}
        </div>
      </details>
      {(problem || strange.length > 0) && (
        <div className="pk-form-problem" role="alert">
          {problem && <p>{problem}</p>}
          {strange.map((issue) => (
            <p key={issue.path.join('.') + issue.message}>
              {issue.path.length > 0 && before(issue.path.join(' '))}
              {issue.message}
            </p>
          ))}
        </div>
      )}
      <div className="pk-form-footer">
        <div className="pk-form-price">{price}</div>
        <PayingButton type="submit" variant="primary" disabled={isSubmitting} aria-busy={isSubmitting}>
          {isSubmitting ? words.generating : words.generate}
        </PayingButton>
      </div>
    </form>
  )
}

function isCompact({ type }: FieldDescription): boolean {
  return type === 'choice' || type === 'integer'
}

/** The keyframes and transitions of a form, edited on the timeline. */
function TimelineField({
  input,
  onChange,
  ...player
}: {
  input: FormValue
  onChange(next: FormValue): void
} & Pick<
  KeyframeTimelineProps,
  'upload' | 'issues' | 'time' | 'onTimeChange' | 'isPlaying' | 'onPlayingChange'
>) {
  const idBase = useId()
  const nextId = useRef(0)
  const read = (from: FormValue) => toStoryboard(from, () => `${idBase}-${nextId.current++}`)
  const [storyboard, setStoryboard] = useState(() => read(input))
  // What the form holds came from elsewhere (a sample, another generation) when it is not what the storyboard says.
  const inside = useMemo(() => JSON.stringify(toPikaframesInput(storyboard)), [storyboard])
  const outside = JSON.stringify({
    imageUrls: input['imageUrls'] ?? [],
    transitions: input['transitions'] ?? [],
  })
  const known = useRef(outside)
  if (outside !== known.current) {
    known.current = outside
    if (outside !== inside) setStoryboard(read(input))
  }
  const change = (next: Storyboard) => {
    setStoryboard(next)
    const fields = toPikaframesInput(next)
    known.current = JSON.stringify(fields)
    onChange(fields as unknown as FormValue)
  }
  return <KeyframeTimeline {...player} value={storyboard} onChange={change} />
}
