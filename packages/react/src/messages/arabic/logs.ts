import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const logs = ({ number, plural }: Formats): Messages['logs'] => ({
  label: 'سجل النموذج',
  lines: (count) =>
    plural(count, {
      zero: 'لا أسطر',
      one: 'سطر واحد',
      two: 'سطران',
      few: `${number(count)} أسطر`,
      many: `${number(count)} سطرًا`,
      other: `${number(count)} سطر`,
    }),
  none: 'لا أسطر بعد.',
  search: 'بحث في الأسطر',
  matches: (found, count) => `${number(found)} من ${number(count)}`,
  copy: 'نسخ كل الأسطر',
  copied: 'نُسخت الأسطر',
  follow: 'إلى أحدث سطر',
  larger: 'عرض أسطر أكثر',
  smaller: 'عرض أسطر أقل',
})
