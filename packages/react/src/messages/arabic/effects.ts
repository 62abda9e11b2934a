import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const effects = ({ isolate, number, plural }: Formats): Messages['effects'] => ({
  label: 'التأثير',
  labelMany: 'التأثيرات',
  search: 'بحث عن تأثير',
  found: (count, text) =>
    plural(count, {
      zero: `لا يوجد تأثير باسم «${isolate(text)}».`,
      one: 'عُثر على تأثير واحد.',
      two: 'عُثر على تأثيرين.',
      few: `عُثر على ${number(count)} تأثيرات.`,
      many: `عُثر على ${number(count)} تأثيرًا.`,
      other: `عُثر على ${number(count)} تأثير.`,
    }),
  chosen: (count) =>
    plural(count, {
      zero: 'لم يُختر أي تأثير.',
      one: 'اختير تأثير واحد.',
      two: 'اختير تأثيران: لقطتان.',
      few: `اختيرت ${number(count)} تأثيرات: ${number(count)} لقطات.`,
      many: `اختير ${number(count)} تأثيرًا: ${number(count)} لقطة.`,
      other: `اختير ${number(count)} تأثير: ${number(count)} لقطة.`,
    }),
  hint: 'أشر إلى تأثير، أو انتقل إليه، لتراه يتحرك.',
  sample: 'هذا شكل تجريبي. أضف صورة لترى التأثيرات عليها.',
  unreadable: 'لا يمكن قراءة صورتك هنا، فحل محلها شكل تجريبي. قد يتمكن fal من قراءتها رغم ذلك.',
})
