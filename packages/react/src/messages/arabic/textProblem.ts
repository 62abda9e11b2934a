import type { StoryboardTextError } from '@pika-kit/core'
import type { Formats } from '../formats.ts'

/** ما الخطأ في سطر، بعد `السطر 3: `. */
export function textProblem(error: StoryboardTextError, { isolate, list, number, unit }: Formats): string {
  switch (error.code) {
    case 'UNKNOWN_KEYFRAME':
      return `لا يوجد إطار رئيسي باسم «${isolate(error.text)}». اكتب عنوانًا أو أحد هذه الأسماء: ${list(error.known.map(isolate))}.`
    case 'STILL_UPLOADING':
      return `يمكن تكرار «${isolate(error.text)}» بعد اكتمال رفعه.`
    case 'BAD_SECONDS':
      return `«${isolate(error.text)}» لا يبدأ بعدد صحيح من الثواني. مثال: «${isolate('→ 3 s: يحل المساء')}».`
    case 'NO_KEYFRAME_BEFORE':
      return 'يجب أن يسبق الانتقالَ إطارٌ رئيسي.'
    case 'NO_KEYFRAME_BEHIND':
      return 'يجب أن يلي الانتقالَ إطارٌ رئيسي.'
    case 'TWO_TRANSITIONS':
      return 'يوجد انتقال هنا. بين كل إطارين رئيسيين انتقال واحد فقط.'
    case 'TOO_MANY_KEYFRAMES':
      return `الحد الأقصى للإطارات الرئيسية هو ${number(error.maximum)}.`
    case 'OVER_BUDGET':
      return `مجموع الانتقالات ${unit(error.total, 'second')}، والحد الأقصى ${unit(error.budget, 'second')}.`
  }
}
