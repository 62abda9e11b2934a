import type { MediaProblem } from '@pika-kit/core'
import type { Formats } from '../formats.ts'
import { mediaTitles } from '../mediaFacts.ts'

/** ما الخطأ في ملف أو عنوان، يُقرأ بعد اسمه. */
export function mediaProblem(problem: MediaProblem, { anyOf, isolate, number }: Formats): string {
  const tenths = (value: number) => Math.ceil(value * 10) / 10
  const size = (bytes: number) => number(tenths(bytes / 1024 ** 2), { style: 'unit', unit: 'megabyte' })
  const length = (seconds: number) => number(tenths(seconds))
  switch (problem.code) {
    case 'EMPTY':
      return 'الملف فارغ'
    case 'WRONG_TYPE':
      return problem.type === null
        ? `صيغة غير معروفة، استخدم ${anyOf(mediaTitles(problem.kind).map(isolate))}`
        : `صيغته ${isolate(problem.type)}، استخدم ${anyOf(mediaTitles(problem.kind).map(isolate))}`
    case 'TOO_LARGE':
      return problem.kind === 'image'
        ? `حجمه ${size(problem.bytes)}، والحد الأقصى للصورة ${size(problem.limit)}`
        : `حجمه ${size(problem.bytes)}، والحد الأقصى للفيديو ${size(problem.limit)}`
    case 'UNREADABLE':
      return 'لا يمكن قراءته، فالملف تالف'
    case 'TOO_LONG':
      return `طوله ${length(problem.seconds)} ث، والحد الأقصى ${length(problem.limit)} ث`
    case 'NOT_AN_ADDRESS':
      return 'يجب أن يكون عنوان http(s)، أو URI بيانات base64، أو ملفًا مرفوعًا'
    case 'WRONG_DATA_URI':
      return `URI بيانات من نوع آخر، يجب أن يبدأ بـ ${isolate(`data:${problem.kind}/`)}`
    case 'NOT_BASE64':
      return 'URI بيانات بلا base64، ولا يُقبل غيره'
    case 'BROKEN_BASE64':
      return 'URI بيانات فيه base64 تالف'
  }
}
