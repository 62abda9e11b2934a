import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const cost = ({ money }: Formats): Messages['cost'] => ({
  label: '料金',
  amount: (amount, currency) => money(amount, currency),
  unknown: '料金は不明です',
  free: '無料: fal には送信されません',
  loading: '料金を確認中…',
})
