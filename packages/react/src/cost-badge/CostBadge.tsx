import { joinClasses } from '../internals/join.ts'
import { useMessages } from '../provider/PikaProvider.tsx'

export interface CostBadgeProps {
  /** What it costs; null where nobody knows, and then the badge says so. */
  amount: { amount: number; currency: string } | null
  /** Nothing is ever paid here: the emulator renders. */
  isFree?: boolean
  className?: string
}

/** What a generation costs, before it is made. Never a guess. */
export function CostBadge({ amount, isFree = false, className }: CostBadgeProps) {
  const { form: words } = useMessages()
  const text = isFree
    ? words.priceFree
    : amount
      ? new Intl.NumberFormat(undefined, { style: 'currency', currency: amount.currency }).format(
          amount.amount,
        )
      : words.priceUnknown
  return (
    <span className={joinClasses('pk-cost', className)} data-known={amount || isFree ? '' : undefined}>
      {text}
    </span>
  )
}
