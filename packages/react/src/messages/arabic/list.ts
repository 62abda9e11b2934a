import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const list = ({ ago, number, plural }: Formats): Messages['list'] => ({
  label: 'المكتبة',
  empty: 'لا شيء هنا بعد',
  emptyHint: 'تبقى هنا كل عملية توليد، اكتملت أم لم تكتمل.',
  filteredEmpty: 'لا شيء يطابق ذلك',
  filteredEmptyHint: 'قد تُظهر عوامل تصفية أخرى المزيد.',
  clearFilters: 'عرض الكل',
  filters: 'التصفية',
  operation: 'الوظيفة',
  anyOperation: 'كل الوظائف',
  status: 'الحالة',
  statusGroups: {
    all: 'الكل',
    active: 'جارية',
    ready: 'جاهزة',
    failed: 'لم تنجح',
    cancelled: 'أُلغيت',
  },
  tag: 'الوسم',
  anyTag: 'كل الوسوم',
  loading: 'جارٍ التحميل…',
  more: 'عرض المزيد',
  again: 'إعادة المحاولة',
  offline: 'انقطع الاتصال. ستُحدَّث القائمة من تلقاء نفسها.',
  shown: (count) =>
    plural(count, {
      zero: 'لا تُعرض أي عملية.',
      one: 'تُعرض عملية واحدة.',
      two: 'تُعرض عمليتان.',
      few: `تُعرض ${number(count)} عمليات.`,
      many: `تُعرض ${number(count)} عملية.`,
      other: `تُعرض ${number(count)} عملية.`,
    }),
  density: 'العرض',
  densities: { grid: 'مربعات', list: 'صفوف' },
  select: 'تحديد',
  selected: (count) =>
    plural(count, {
      zero: 'لم يُحدد شيء',
      one: 'حُددت واحدة',
      two: 'حُددت اثنتان',
      few: `حُددت ${number(count)} عمليات`,
      many: `حُددت ${number(count)} عملية`,
      other: `حُددت ${number(count)} عملية`,
    }),
  selectNone: 'تم',
  removeSelected: (count) => (count === 1 ? 'حذف' : `حذف (${number(count)})`),
  removeTitle: (count) =>
    plural(count, {
      zero: 'لا شيء للحذف.',
      one: 'هل تريد حذف عملية التوليد هذه؟',
      two: 'هل تريد حذف هاتين العمليتين؟',
      few: `هل تريد حذف هذه العمليات الـ${number(count)}؟`,
      many: `هل تريد حذف ${number(count)} عملية؟`,
      other: `هل تريد حذف ${number(count)} عملية؟`,
    }),
  removeText: 'ما يُحذف لا يمكن استعادته، ولا الفيديو الخاص به.',
  keep: 'إبقاء',
  removed: (count) =>
    plural(count, {
      zero: 'لم يُحذف شيء.',
      one: 'تم الحذف.',
      two: 'حُذفت عمليتان.',
      few: `حُذفت ${number(count)} عمليات.`,
      many: `حُذفت ${number(count)} عملية.`,
      other: `حُذفت ${number(count)} عملية.`,
    }),
  stillActive: 'لا يمكن حذف عملية جارية: ألغها أولًا.',
  now: 'الآن',
  ago: (minutes) => ago(minutes),
})
