import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const prompt = ({ isolate, number }: Formats): Messages['prompt'] => ({
  count: (length, maximum) => `عدد الأحرف ${number(length)} من ${number(maximum)}`,
  tooLong: (maximum) => `النص أطول من الحد الأقصى للأحرف، وهو ${number(maximum)}.`,
  recent: 'أوصاف حديثة',
  recentList: (label) => `نصوص حديثة في حقل ${isolate(label)}`,
  submitHint: 'للتوليد اضغط Enter مع Ctrl أو Cmd.',
})
