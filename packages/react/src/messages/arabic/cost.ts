import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const cost = ({ money }: Formats): Messages['cost'] => ({
  label: 'السعر',
  amount: (amount, currency) => money(amount, currency),
  unknown: 'السعر غير معروف هنا',
  free: 'مجاني: لا يُرسل شيء إلى fal',
  loading: 'جارٍ الاستعلام عن السعر…',
})
