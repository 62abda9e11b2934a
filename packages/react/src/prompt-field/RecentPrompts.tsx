import { type KeyboardEvent, useRef } from 'react'
import { promptWords } from '../messages/english/prompt.ts'
import { useWords } from '../messages/useWords.ts'

export interface RecentPromptsProps {
  /** Of the field that they are for. */
  label: string
  prompts: readonly string[]
  isDisabled?: boolean | undefined
  onPick(prompt: string): void
}

/** A list of earlier texts that opens under the field: buttons, so that Tab and Enter are all one needs. Escape closes it. */
export function RecentPrompts({ label, prompts, isDisabled, onPick }: RecentPromptsProps) {
  const words = useWords(promptWords)
  const details = useRef<HTMLDetailsElement>(null)
  if (prompts.length === 0 || isDisabled) return null
  const close = () => {
    if (details.current) details.current.open = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return
    event.stopPropagation()
    close()
    details.current.querySelector('summary')?.focus()
  }
  return (
    // The buttons inside take the focus; Escape is heard for all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details ref={details} className="pk-prompt-recent" onKeyDown={onKeyDown}>
      <summary>{words.recent}</summary>
      <ul aria-label={words.recentList(label)}>
        {prompts.map((prompt) => (
          <li key={prompt}>
            <button
              type="button"
              onClick={() => {
                close()
                onPick(prompt)
              }}
            >
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
