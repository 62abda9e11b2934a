import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { resultWords } from '../messages/english/result.ts'
import { useWords } from '../messages/useWords.ts'
import { STEPS } from './resultView.ts'
import { useResult } from './VideoResultContext.ts'

/** The four steps, while they are of interest: a video speaks for itself. */
export function VideoResultSteps({ className, ...props }: ComponentPropsWithRef<'ol'>) {
  const words = useWords(resultWords)
  const { steps, generation } = useResult('Steps')
  if (!steps || generation?.video) return null
  return (
    <ol aria-label={words.progress} {...props} className={joinClasses('pk-result-steps', className)}>
      {STEPS.map((step) => (
        <li
          key={step}
          className="pk-result-step"
          data-state={steps[step]}
          {...(steps[step] === 'now' && { 'aria-current': 'step' as const })}
        >
          {words.steps[step]}
          <span className="pk-hidden">, {words.stepStates[steps[step]]}</span>
        </li>
      ))}
    </ol>
  )
}
