import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const video = ({ hundredths, isolate, number }: Formats): Messages['video'] => ({
  label: (title) => `فيديو: ${isolate(title)}`,
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  position: 'الموضع في الفيديو',
  positionValue: (seconds, duration) => `${hundredths(seconds)} من ${hundredths(duration)} ث`,
  back: 'إطار إلى الخلف',
  forth: 'إطار إلى الأمام',
  loop: 'تكرار',
  speed: 'السرعة',
  rate: (rate) => `${number(rate)}×`,
  mute: 'كتم الصوت',
  unmute: 'تشغيل الصوت',
  pictureInPicture: 'صورة داخل صورة',
  leavePictureInPicture: 'إنهاء صورة داخل صورة',
  fullScreen: 'ملء الشاشة',
  leaveFullScreen: 'إنهاء ملء الشاشة',
  compare: 'اضغط مطولًا لرؤية الأصل',
  broken: 'لا يمكن تحميل الفيديو من عنوانه.',
  again: 'إعادة التحميل',
  withKey: (label, key) => `${label} (${isolate(key)})`,
})
