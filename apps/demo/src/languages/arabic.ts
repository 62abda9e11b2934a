import { arabic as kit } from '@pika-kit/react/messages/ar'
import type { Language } from './StudioWords.ts'

export const arabic: Language = {
  kit,
  studio: {
    providers: {
      emulator: 'محاكٍ، دون مفتاح',
      fal: 'fal، عمليات التوليد مدفوعة',
      custom: 'خدمة متوافقة مع fal',
      simulation: 'محاكاة في هذه الصفحة',
      lost: 'الخادم لا يستجيب',
    },
    themes: { system: 'تلقائي', light: 'فاتح', dark: 'داكن' },
    changeTheme: (now, next) => `الألوان: ${now}. التغيير إلى: ${next}`,
    language: 'اللغة',
    operations: 'الوظائف',
    lines: {
      PIKAFRAMES: 'صور ثابتة في فيلم واحد',
      IMAGE_TO_VIDEO: 'بث الحياة في صورة',
      TEXT_TO_VIDEO: 'من الكلمات وحدها',
      PIKASCENES: 'جمع الأشياء معًا',
      PIKASWAPS: 'تغيير شيء واحد',
      PIKADDITIONS: 'إضافة شيء واحد',
      PIKAFFECTS: 'ستة عشر تأثيرًا',
      COLLECTION_TO_VIDEO: 'Pikascenes الأقدم',
    },
    sample: 'تجربة نموذج',
    drawing: 'جارٍ الرسم…',
    sampleFailed: 'تعذّر إيصال النموذج إلى الخادم. هل يعمل؟',
    library: 'المكتبة',
    adopt: 'ضم طلب أُنشئ في مكان آخر',
    draft: 'مسودة',
  },
}
