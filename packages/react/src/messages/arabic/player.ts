import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const player = ({ number }: Formats): Messages['player'] => ({
  play: 'تشغيل المسودة',
  pause: 'إيقاف المسودة مؤقتًا',
  position: 'الموضع في المسودة',
  positionValue: (seconds, duration) =>
    `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} / ${number(duration)} ث`,
  mark: 'مسودة · رُسمت هنا، مجانًا',
  waiting: 'تظهر المسودة حالما يوجد ما يُرسم',
  failed: 'تعذّر رسم هذه المسودة',
})
