import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const server = ({ number }: Formats): Messages['server'] => ({
  unreachable: 'تعذّر الوصول إلى الخادم.',
  pressAgain: 'تعذّر الوصول إلى الخادم. اضغط مرة أخرى: لن يُدفع الثمن مرتين.',
  fault: 'حدث خطأ في الخادم. اضغط مرة أخرى: لن يُدفع الثمن مرتين.',
  invalid: 'بعض الحقول تحتاج إلى مراجعة.',
  storageRefused: (status) => `رفض التخزين الملف (الحالة ${number(status, { useGrouping: false })}).`,
  uploadBroke: 'انقطع الرفع. حاول مرة أخرى.',
})
