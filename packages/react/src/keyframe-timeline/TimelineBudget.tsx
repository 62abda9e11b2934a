import type { ReactNode } from 'react'
import { timelineWords } from '../messages/english/timeline.ts'
import { useWords } from '../messages/useWords.ts'
import { useTimeline } from './TimelineContext.ts'

/** How much of the 25 seconds is used and how much is left; its children stand before it, a price for example. */
export function TimelineBudget({ children }: { children?: ReactNode }) {
  const { total, budget } = useTimeline('Budget')
  const words = useWords(timelineWords)
  return (
    <div className="pk-timeline-budget">
      {children}
      <span>{words.budget(total, budget)}</span>
      <span
        className="pk-timeline-meter"
        role="meter"
        aria-label={words.budgetLabel}
        aria-valuemin={0}
        aria-valuemax={budget}
        aria-valuenow={Math.min(total, budget)}
        aria-valuetext={words.budget(total, budget)}
        data-full={total >= budget || undefined}
        data-over={total > budget || undefined}
      >
        <span style={{ scale: `${Math.min(1, total / budget)} 1` }} />
      </span>
    </div>
  )
}
