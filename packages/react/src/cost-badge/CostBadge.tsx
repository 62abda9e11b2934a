import type { ComponentPropsWithRef } from 'react'
import { joinClasses } from '../internals/join.ts'
import { commonWords } from '../messages/english/common.ts'
import { costWords } from '../messages/english/cost.ts'
import { useWords } from '../messages/useWords.ts'

export interface CostBadgeProps extends Omit<ComponentPropsWithRef<'span'>, 'children'> {
  /** What it costs; null where nobody knows, and then the badge says so. `currency` is an ISO 4217 code. */
  amount: { amount: number; currency: string } | null
  /** Nothing is ever paid here: the emulator renders. */
  isFree?: boolean
  /** The price is being asked for. The last amount stays to be read, marked as old; without one the badge says that it asks. */
  isLoading?: boolean
  /** What the price is for, under it: `9 s at 720p`. Only shown with an amount. */
  detail?: string | undefined
}

/** What a generation costs, before it is made. Never a guess: what is not known says so. */
export function CostBadge({
  amount,
  isFree = false,
  isLoading = false,
  detail,
  className,
  ...props
}: CostBadgeProps) {
  const words = useWords(costWords)
  const { before } = useWords(commonWords)
  const state = isFree ? 'free' : isLoading ? 'loading' : amount ? 'known' : 'unknown'
  const text = isFree
    ? words.free
    : amount
      ? words.amount(amount.amount, amount.currency)
      : isLoading
        ? words.loading
        : words.unknown
  return (
    <span
      {...props}
      className={joinClasses('pk-cost', className)}
      data-state={state}
      aria-busy={state === 'loading' || undefined}
    >
      {amount && !isFree && <span className="pk-hidden">{before(words.label)}</span>}
      <span className="pk-cost-amount">{text}</span>
      {amount && !isFree && detail && <bdi className="pk-cost-detail">{` ${detail}`}</bdi>}
    </span>
  )
}
