import type { Messages } from '../english/index.ts'

export const adopt = (): Messages['adopt'] => ({
  label: 'ضم طلب أُنشئ في مكان آخر',
  hint: 'طلب أنشأه برنامج آخر، أو صفحة fal نفسها، بمفتاح هذا الخادم. لا يُرسل شيء إلى fal، ولا يُدفع شيء.',
  operation: 'الوظيفة',
  requestId: 'معرّف الطلب',
  requestIdHint: 'كما يظهر في لوحة fal',
  take: 'ضم',
  taking: 'جارٍ البحث…',
  taken: 'تم الضم.',
  empty: 'مطلوب',
})
