import { useEffect, useRef, useState } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'

export interface TimelinePromptProps {
  index: number
  prompt: string
  /** `byKey`: the focus has nowhere to go of its own. */
  onEnd(byKey: boolean): void
}

/** Writes the prompt of a transition where it stands. Enter keeps it, also leaving does; Escape leaves it as it was. */
export function TimelinePrompt({ index, prompt, onEnd }: TimelinePromptProps) {
  const timeline = useTimeline('Prompt')
  const words = useWords(timelineWords)
  const [text, setText] = useState(prompt)
  const field = useRef<HTMLTextAreaElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const end = (isKept: boolean, byKey: boolean) => {
    // Taking the field away takes the focus from it, which is no second end.
    if (isOver.current) return
    isOver.current = true
    if (isKept && text.trim() !== prompt) {
      timeline.setPrompt(index, text.trim())
      timeline.endGesture()
    }
    onEnd(byKey)
  }
  return (
    <textarea
      ref={field}
      className="pk-input pk-timeline-prompt"
      rows={1}
      aria-label={words.transitionPrompt(index + 1)}
      placeholder={words.transitionPromptHint}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(true, false)}
      onKeyDown={(event) => {
        // Enter that chooses a word of an input method is not ours.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' && !event.shiftKey) end(true, true)
        else if (event.key === 'Escape') end(false, true)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
