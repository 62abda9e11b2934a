/* oxlint-disable react/refs -- What was given out last is told from what comes from elsewhere before any render shows it. */
import { type Storyboard, toPikaframesInput, toStoryboard } from '@pika-kit/core'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { KeyframeTimeline, type KeyframeTimelineProps } from '../keyframe-timeline/KeyframeTimeline.tsx'
import { useTimeline } from '../keyframe-timeline/TimelineContext.ts'
import { pathAttribute } from './focusField.ts'
import { type FormValue, TIMELINE_FIELDS } from './formValue.ts'
import { useFormAround } from './OperationFormContext.ts'
import { useLatest } from '../internals/useLatest.ts'

/** What a `DraftPlayer` and the timeline of a form share. */
export type FormTimelineProps = Pick<
  KeyframeTimelineProps,
  'time' | 'onTimeChange' | 'isPlaying' | 'onPlayingChange'
>

/** The keyframes and transitions, edited on the timeline. Nothing where the operation has none. */
export function FormTimeline(props: FormTimelineProps) {
  const form = useFormAround('Timeline')
  return form.groups.timeline.length === 0 ? null : <Timeline key={form.resets} {...props} />
}

function Timeline(props: FormTimelineProps) {
  const form = useFormAround('Timeline')
  const { input, issues } = form
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
    form.merge({ ...fields })
  }
  const ofTimeline = issues.filter(({ path: [name = ''] }) => TIMELINE_FIELDS.includes(name))
  return (
    <div
      {...pathAttribute(['imageUrls'])}
      className="pk-form-field"
      data-type="timeline"
      data-invalid={ofTimeline.length > 0 || undefined}
    >
      <KeyframeTimeline.Root
        {...props}
        value={storyboard}
        onChange={change}
        upload={form.uploadOf('imageUrls')}
        // In words already.
        issues={ofTimeline.map(({ path, message }) => ({ path: [...path], message, code: 'INVALID' }))}
      >
        <KeyframeTimeline.Empty />
        <KeyframeTimeline.Track />
        <KeyframeTimeline.Text />
        <KeyframeTimeline.Bar />
        <KeyframeTimeline.Notice />
        <KeyframeTimeline.Issues />
        <KeyframeTimeline.Inspector />
        <TimelineFocus />
      </KeyframeTimeline.Root>
    </div>
  )
}

/** Brings the links of the summary to a keyframe or a transition: shown on the axis, selected, with the focus. */
function TimelineFocus() {
  const { onFocusField } = useFormAround('Timeline')
  const timeline = useTimeline('Focus')
  const newest = useLatest(timeline)
  useEffect(() => {
    const ends = TIMELINE_FIELDS.map((field) =>
      onFocusField(field, (path) => {
        const { storyboard, setView, select, focus } = newest.current
        const place = Number(path[1] ?? 0)
        const keyframe = storyboard.keyframes[place]
        if (storyboard.keyframes.length === 0) return false
        setView('axis')
        if (field === 'transitions' && storyboard.transitions[place]) {
          select({ type: 'transition', index: place })
          focus({ transition: place })
        } else if (keyframe) {
          select({ type: 'keyframe', id: keyframe.id })
          focus({ keyframe: keyframe.id })
        } else return false
        return true
      }),
    )
    return () => {
      for (const end of ends) end()
    }
  }, [onFocusField, newest])
  return null
}
