import { useId, useState } from 'react'
import type { StoryboardTextError } from '@pika-kit/core'
import { Button } from '../internals/Button.tsx'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'

/**
 * The storyboard as text, one line for each keyframe and transition: to be read aloud, edited and taken over as a whole.
 * Ctrl or Cmd with Enter takes it over. What is wrong is said with its line, and changes nothing.
 */
export function TimelineText() {
  const timeline = useTimeline('Text')
  const words = useWords(timelineWords)
  const { storyboard, isDisabled, view } = timeline
  /** Null as long as it says what the storyboard says. */
  const [draft, setDraft] = useState<string | null>(null)
  const [errors, setErrors] = useState<readonly StoryboardTextError[]>([])
  const id = useId()
  const reset = () => {
    setDraft(null)
    setErrors([])
  }
  const [seen, setSeen] = useState(storyboard)
  if (seen !== storyboard) {
    // What changed elsewhere (undo, a paste, another storyboard) is what is to be edited now.
    setSeen(storyboard)
    reset()
  }
  if (view !== 'text') return null

  const text = timeline.toText()
  const edited = draft ?? text
  const apply = () => {
    const found = timeline.applyText(edited)
    setErrors(found)
    if (found.length > 0) timeline.announce(found.map(words.textError).join(' '))
    else setDraft(null)
  }
  return (
    <div className="pk-timeline-text">
      <label htmlFor={id}>{words.text}</label>
      <textarea
        id={id}
        className="pk-input"
        spellCheck={false}
        rows={Math.max(3, edited.split('\n').length)}
        value={edited}
        readOnly={isDisabled}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          if (edited !== text) apply()
        }}
      />
      <div id={`${id}-help`}>
        {errors.length === 0 ? (
          <p className="pk-hint">{words.textHelp}</p>
        ) : (
          <ul className="pk-timeline-problems">
            {errors.map((error) => (
              <li key={`${error.line} ${error.code}`} className="pk-issue">
                {words.textError(error)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="pk-timeline-tools">
        <Button disabled={isDisabled || edited === text} onClick={apply}>
          {words.textApply}
        </Button>
        <Button variant="plain" disabled={edited === text} onClick={reset}>
          {words.textReset}
        </Button>
      </div>
    </div>
  )
}
