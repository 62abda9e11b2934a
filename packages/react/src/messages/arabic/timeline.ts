import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'
import { textProblem } from './textProblem.ts'

export function timeline(formats: Formats): Messages['timeline'] {
  const { isolate, number, plural, unit } = formats
  return {
    label: 'لوحة القصة',
    axis: 'محور الزمن',
    keyframes: 'الإطارات الرئيسية',
    transitions: 'الانتقالات',
    empty: 'أفلت من صورتين إلى خمس صور هنا',
    emptyHint: 'الصقها أو اختر ملفات أو أضفها بعنوانها. تُعرض بهذا الترتيب.',
    choose: 'اختيار صور',
    add: 'إضافة صورة',
    byUrl: 'إضافة بعنوان',
    urlLabel: 'عنوان صورة',
    urlHint: 'https://…',
    urlSubmit: 'إضافة',
    keyframe: (place, count, at) =>
      `الإطار الرئيسي ${number(place)} من ${number(count)}، عند ${unit(at, 'second')}`,
    keyframeName: (place) => `الإطار الرئيسي ${number(place)}`,
    keyframeHelp: 'اسحبه، أو انقله بمفتاح Alt مع سهم. يزيله مفتاح Delete.',
    moveEarlier: (place) => `تقديم الإطار الرئيسي ${number(place)}`,
    moveLater: (place) => `تأخير الإطار الرئيسي ${number(place)}`,
    remove: (place) => `إزالة الإطار الرئيسي ${number(place)}`,
    replace: (place) => `استبدال الإطار الرئيسي ${number(place)}`,
    duplicate: (place) => `تكرار الإطار الرئيسي ${number(place)}`,
    retry: (place) => `إعادة رفع الإطار الرئيسي ${number(place)}`,
    uploading: (place, percent) =>
      `يُرفع الإطار الرئيسي ${number(place)}، أُرسل ${formats.percent(percent)} منه`,
    uploadFailed: (place, why) => `لم يصل الإطار الرئيسي ${number(place)}. ${why}`,
    transition: (place) => `الانتقال ${number(place)}`,
    transitionHelp: 'اضغط مرة أخرى، أو F2، لكتابة وصفه هنا.',
    seconds: (seconds) => `${number(seconds)} ث`,
    transitionLength: (place) => `ثواني الانتقال ${number(place)}`,
    transitionValue: (length, total, budget) =>
      `${unit(length, 'second')}، المستخدم ${number(total)} من ${number(budget)}`,
    edgeHelp: 'اسحب أو استخدم الأسهم أو اكتب الثواني. مع Shift يتقلص الانتقال التالي. P: إلى موضع التشغيل.',
    transitionPrompt: (place) => `وصف الانتقال ${number(place)}`,
    transitionPromptHint: 'كما في الوصف العام',
    noPrompt: 'الوصف العام',
    insert: (place) => `إدراج صور في الانتقال ${number(place)}`,
    insertHere: 'إدراج صورة هنا',
    position: 'موضع التشغيل',
    positionValue: (at, total) => `${number(at)} من ${unit(total, 'second')}`,
    budget: (total, budget) =>
      total > budget
        ? `${number(total)} من ${number(budget)} ث، أطول بـ ${number(total - budget)} ث`
        : `${number(total)} من ${number(budget)} ث، بقي ${number(budget - total)} ث`,
    budgetLabel: 'طول الفيديو',
    undo: 'تراجع',
    redo: 'إعادة',
    undoRemoval: 'تراجع عن الإزالة',
    zoom: 'التكبير',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    zoomToFit: 'عرض الكل',
    zoomedIn: 'تم التكبير.',
    zoomedOut: 'تم التصغير.',
    zoomedToFit: 'يُعرض الكل.',
    keepLength: 'تثبيت الطول',
    keepLengthHelp: 'تثبيت الطول: عند تحريك حد يتغير الانتقال التالي',
    showText: 'عرض كنص',
    showAxis: 'عرض على محور الزمن',
    dismiss: 'إغلاق',
    added: (count, total) =>
      plural(count, {
        zero: `لم يُضف أي إطار رئيسي. المجموع ${number(total)}.`,
        one: `أُضيف إطار رئيسي واحد. المجموع ${number(total)}.`,
        two: `أُضيف إطاران رئيسيان. المجموع ${number(total)}.`,
        few: `أُضيفت ${number(count)} إطارات رئيسية. المجموع ${number(total)}.`,
        many: `أُضيف ${number(count)} إطارًا رئيسيًا. المجموع ${number(total)}.`,
        other: `أُضيف ${number(count)} إطار رئيسي. المجموع ${number(total)}.`,
      }),
    replaced: (place) => `استُبدل الإطار الرئيسي ${number(place)}.`,
    full: 'الحد الأقصى خمسة إطارات رئيسية.',
    lifted: (place, count) => `أُمسك الإطار الرئيسي ${number(place)} من ${number(count)}. يعيده مفتاح Escape.`,
    over: (place, count) => `فوق الموضع ${number(place)} من ${number(count)}.`,
    putBack: (place) => `أُعيد إلى الموضع ${number(place)}.`,
    takenBack: 'أُلغي التغيير.',
    moved: (place, count) => `نُقل الإطار الرئيسي إلى الموضع ${number(place)} من ${number(count)}.`,
    removed: (place, left) => `أُزيل الإطار الرئيسي ${number(place)}. المتبقي ${number(left)}.`,
    duplicated: (place, total) => `كُرر الإطار الرئيسي ${number(place)}. المجموع ${number(total)}.`,
    undone: 'تم التراجع.',
    redone: 'تمت الإعادة.',
    noRoomFor: (name) => `لم يُضف ${isolate(name)}: الحد الأقصى خمسة إطارات رئيسية.`,
    text: 'لوحة القصة كنص',
    textHelp:
      'سطر لكل إطار رئيسي ولكل انتقال. غيّر الترتيب أو الثواني أو الكلمات بعد النقطتين؛ والعنوان إطار رئيسي جديد.',
    textApply: 'تطبيق',
    textReset: 'كما كان',
    textApplied: (count, total) =>
      plural(count, {
        zero: `تم التطبيق: بلا إطارات رئيسية، ${unit(total, 'second')}.`,
        one: `تم التطبيق: إطار رئيسي واحد، ${unit(total, 'second')}.`,
        two: `تم التطبيق: إطاران رئيسيان، ${unit(total, 'second')}.`,
        few: `تم التطبيق: ${number(count)} إطارات رئيسية، ${unit(total, 'second')}.`,
        many: `تم التطبيق: ${number(count)} إطارًا رئيسيًا، ${unit(total, 'second')}.`,
        other: `تم التطبيق: ${number(count)} إطار رئيسي، ${unit(total, 'second')}.`,
      }),
    textError: (error) => `السطر ${number(error.line)}: ${textProblem(error, formats)}`,
  }
}
