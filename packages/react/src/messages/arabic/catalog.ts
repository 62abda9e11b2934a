import type { CompleteCatalogWords } from '../CatalogWords.ts'
import type { Formats } from '../formats.ts'

export const catalog = ({ isolate, list, number, plural, unit }: Formats): CompleteCatalogWords => ({
  operations: {
    PIKAFRAMES: {
      title: 'Pikaframes',
      description: 'من إطارين رئيسيين إلى خمسة تصبح فيديو واحدًا، مع انتقال بين كل اثنين.',
      fields: {
        imageUrls: { label: 'الإطارات الرئيسية', description: 'من صورتين إلى خمس صور، بترتيب الفيديو.' },
        'imageUrls.*': { label: 'إطار رئيسي', description: 'صورة ثابتة من الفيديو.' },
      },
    },
    IMAGE_TO_VIDEO: {
      title: 'من صورة إلى فيديو',
      description: 'صورة واحدة تدب فيها الحياة كما يقول الوصف.',
      fields: { imageUrl: { label: 'الصورة', description: 'أول إطار في الفيديو.' } },
    },
    TEXT_TO_VIDEO: { title: 'من نص إلى فيديو', description: 'فيديو من الكلمات وحدها.' },
    PIKASCENES: {
      title: 'Pikascenes',
      description: 'جمع أشخاص وأشياء وأماكن من عدة صور في مشهد واحد.',
      fields: {
        imageUrls: { label: 'المكوّنات', description: 'الصور التي يتكون منها المشهد.' },
        'imageUrls.*': { label: 'مكوّن', description: 'شخص أو شيء أو مكان في المشهد.' },
      },
    },
    PIKASWAPS: {
      title: 'Pikaswaps',
      description: 'استبدال شيء في فيديو بما تُظهره صورة أو يقوله وصف.',
      fields: {
        videoUrl: { label: 'الفيديو', description: 'الفيديو الذي يُغيَّر.' },
        imageUrl: { label: 'البديل', description: 'ما يوضع مكانه.' },
      },
      issues: { 'prompt REQUIRED': 'مطلوب ما دامت لا توجد صورة بديلة: اكتب ما يوضع، أو أضف صورة' },
    },
    PIKADDITIONS: {
      title: 'Pikadditions',
      description: 'إضافة شخص أو شيء من صورة إلى فيديو.',
      fields: {
        videoUrl: { label: 'الفيديو', description: 'الفيديو الذي يُضاف إليه.' },
        imageUrl: { label: 'الإضافة', description: 'من أو ما يُضاف.' },
      },
    },
    PIKAFFECTS: {
      title: 'Pikaffects',
      description: 'إذابة ما تُظهره صورة أو سحقه أو نفخه أو تفجيره: ستة عشر تأثيرًا.',
      fields: { imageUrl: { label: 'الصورة', description: 'من أو ما يقع عليه التأثير.' } },
    },
    COLLECTION_TO_VIDEO: {
      title: 'من مجموعة إلى فيديو',
      description: `مجموعة صور تصبح فيديو واحدًا (الصيغة الأقدم من ${isolate('Pikascenes')}).`,
    },
  },
  fields: {
    transitions: {
      label: 'الانتقالات',
      description: 'انتقال بين كل إطارين رئيسيين. إن تُركت: 5 ثوانٍ لكل منها، بالوصف العام.',
    },
    'transitions.*': { label: 'انتقال', description: '' },
    'transitions.*.duration': { label: 'المدة', description: 'الثواني من هذا الإطار الرئيسي إلى التالي.' },
    'transitions.*.prompt': { label: 'الوصف', description: 'ما ينبغي أن يحدث، بالكلمات.' },
    images: { label: 'الصور', description: 'صور المجموعة.' },
    'images.*': { label: 'صورة', description: '' },
    'images.*.imageUrl': { label: 'صورة', description: 'صورة من المجموعة.' },
    prompt: { label: 'الوصف', description: 'ما ينبغي أن يحدث، بالكلمات.' },
    negativePrompt: { label: 'الوصف السلبي', description: 'ما ينبغي تجنبه، بالكلمات.' },
    seed: {
      label: 'البذرة',
      description: 'البذرة نفسها مع المُدخلات نفسها تعطي فيديو مشابهًا. عشوائية إن تُركت.',
    },
    resolution: { label: 'الدقة', description: 'الضلع القصير للفيديو، بالبكسل.' },
    aspectRatio: { label: 'نسبة الأبعاد', description: 'عرض الفيديو إلى ارتفاعه.' },
    duration: { label: 'المدة', description: 'طول الفيديو.' },
    ingredientsMode: {
      label: 'نمط المكوّنات',
      description: 'الدقيق يُبقي المكوّنات كما هي؛ والإبداعي يتصرف بحرية.',
    },
    modifyRegion: { label: 'ما يُستبدل', description: 'الشيء الذي يُستبدل في الفيديو، بالكلمات.' },
    pikaffect: { label: 'التأثير', description: 'ما يحدث.' },
  },
  choices: { precise: 'دقيق', creative: 'إبداعي' },
  effects: {
    CAKE_IFY: { title: 'كعكة', description: 'تهوي سكين فإذا به كعكة.' },
    CRUMBLE: { title: 'تفتت', description: 'يتفتت ويتساقط.' },
    CRUSH: { title: 'سحق', description: 'تهبط مكبسة فتسطّحه.' },
    DECAPITATE: { title: 'بلا رأس', description: 'ينفصل الرأس ويطفو بعيدًا.' },
    DEFLATE: { title: 'تفريغ الهواء', description: 'يخرج منه الهواء فيرتخي.' },
    DISSOLVE: { title: 'تلاشٍ', description: 'يصير غبارًا ناعمًا تذروه الريح.' },
    EXPLODE: { title: 'انفجار', description: 'يتطاير في كل اتجاه.' },
    EYE_POP: { title: 'جحوظ العينين', description: 'تقفز العينان منه.' },
    INFLATE: { title: 'نفخ', description: 'يمتلئ بالهواء كالبالون.' },
    LEVITATE: { title: 'تحليق', description: 'يرتفع عن الأرض ويحوم.' },
    MELT: { title: 'ذوبان', description: 'يسيل كالشمع.' },
    PEEL: { title: 'تقشير', description: 'ينقشر سطحه كالملصق.' },
    POKE: { title: 'نكز', description: 'ينكزه إصبع فيهتز.' },
    SQUISH: { title: 'عجن', description: 'تعصره يدان كالطين اللين.' },
    TA_DA: { title: 'تادا', description: 'تسقط عليه ستارة ثم ترتفع.' },
    TEAR: { title: 'تمزيق', description: 'يتمزق نصفين كالورق.' },
  },
  issues: {
    REQUIRED: () => 'مطلوب',
    WRONG_TYPE: () => 'نوع القيمة غير صحيح',
    NOT_AN_INTEGER: () => 'يجب أن يكون عددًا صحيحًا',
    TOO_SMALL: ({ minimum }) => (minimum === undefined ? 'صغير جدًا' : `يجب ألا يقل عن ${number(minimum)}`),
    TOO_BIG: ({ maximum }) => (maximum === undefined ? 'كبير جدًا' : `يجب ألا يزيد على ${number(maximum)}`),
    TOO_FEW: ({ minimum }) =>
      minimum === undefined ? 'العدد قليل جدًا' : `الحد الأدنى للعدد ${number(minimum)}`,
    TOO_MANY: ({ maximum }) =>
      maximum === undefined ? 'العدد كبير جدًا' : `الحد الأقصى للعدد ${number(maximum)}`,
    TOO_SHORT: ({ minimum }) =>
      minimum === undefined
        ? 'قصير جدًا'
        : plural(minimum, {
            zero: 'قصير جدًا',
            one: 'يلزم حرف واحد على الأقل',
            two: 'يلزم حرفان على الأقل',
            few: `يلزم ${number(minimum)} أحرف على الأقل`,
            many: `يلزم ${number(minimum)} حرفًا على الأقل`,
            other: `يلزم ${number(minimum)} حرف على الأقل`,
          }),
    TOO_LONG: ({ maximum }) =>
      maximum === undefined
        ? 'طويل جدًا'
        : plural(maximum, {
            zero: 'طويل جدًا',
            one: 'حرف واحد على الأكثر',
            two: 'حرفان على الأكثر',
            few: `${number(maximum)} أحرف على الأكثر`,
            many: `${number(maximum)} حرفًا على الأكثر`,
            other: `${number(maximum)} حرف على الأكثر`,
          }),
    NOT_ALLOWED: ({ allowed }) =>
      allowed === undefined ? 'غير ممكن هنا' : `القيم الممكنة: ${list(allowed.map(isolate))}`,
    NOT_A_MEDIA_URL: ({ media }) =>
      media === 'video'
        ? 'يجب أن يكون عنوان http(s) لفيديو، أو URI بيانات base64، أو فيديو مرفوعًا'
        : 'يجب أن يكون عنوان http(s) لصورة، أو URI بيانات base64، أو صورة مرفوعة',
    WRONG_COUNT: () => 'يلزم انتقال واحد بين كل إطارين رئيسيين',
    OVER_BUDGET: ({ maximum }) =>
      maximum === undefined
        ? 'المجموع طويل جدًا: قصّرها'
        : `الحد الأقصى للمجموع ${unit(maximum, 'second')}: قصّرها`,
    UNKNOWN_FIELD: () => 'فيه حقل غير معروف',
    NOT_FOUND: () => 'غير موجود',
    GONE: () => 'لم يعد fal يقدّم هذه الوظيفة',
    UNAVAILABLE: () => 'لا يمكن التحقق منه الآن: حاول مرة أخرى',
    WRONG_MEDIA: () => 'نوع ملف لا يمكن استخدامه هنا',
  },
  uploads: {
    TOO_SMALL: 'الملف فارغ.',
    TOO_BIG: 'الملف أكبر مما يقبله هذا الخادم.',
    WRONG_MEDIA: 'لا يقبل هذا الخادم ملفات من هذا النوع.',
  },
  failures: {
    SUBMISSION_REFUSED: {
      message: 'لم يقبل fal الطلب.',
      action: 'اقرأ التفاصيل، وغيّر ما تذكره، ثم ولّد من جديد.',
    },
    SUBMISSION_UNREACHABLE: {
      message: 'تعذّر الوصول إلى fal، فلم يُرسل شيء.',
      action: 'حاول مرة أخرى حين يعود الاتصال.',
    },
    SUBMISSION_LOST: {
      message: 'فُقد الرد على الطلب، وليس لدى fal طلب كهذا.',
      action: 'حاول مرة أخرى: ثبت أن شيئًا لم يصل.',
    },
    NOT_AUTHORIZED: {
      message: 'رفض fal مفتاح هذا الخادم.',
      action: `تحقق من ${isolate('FAL_KEY')} على الخادم.`,
    },
    OUT_OF_CREDIT: {
      message: 'حساب fal مقفل أو بلا رصيد.',
      action: 'اشحن حساب fal ثم حاول مرة أخرى.',
    },
    RATE_LIMITED: {
      message: 'لا يقبل fal طلبات أخرى في الوقت الحالي.',
      action: 'حاول مرة أخرى بعد بضع دقائق.',
    },
    INPUT_REJECTED: {
      message: 'رفض النموذج المُدخلات.',
      action: 'غيّر الحقول المذكورة ثم ولّد من جديد.',
    },
    MEDIA_UNREADABLE: {
      message: 'تعذّر جلب صورة أو فيديو أو قراءته.',
      action: 'ارفع الملف من جديد، أو استخدم عنوانًا يستطيع أي شخص فتحه.',
    },
    CONTENT_REFUSED: {
      message: 'رُفض المحتوى وفق سياسة النموذج.',
      action: 'غيّر الوصف أو الوسائط ثم ولّد من جديد.',
    },
    START_TIMEOUT: {
      message: 'لم يتوفر جهاز خلال مهلة البدء.',
      action: 'حاول مرة أخرى بمهلة أطول أو بدون مهلة.',
    },
    GENERATION_TIMEOUT: {
      message: 'استغرق النموذج وقتًا طويلًا فأُوقف.',
      action: 'حاول مرة أخرى، أو اطلب أقل: فيديو أقصر أو دقة أدنى.',
    },
    PROVIDER_FAILED: {
      message: 'فشل النموذج أو الجهاز الذي يشغّله.',
      action: 'حاول مرة أخرى: لا يحتسب fal ثمن أعطاله.',
    },
    REQUEST_NOT_FOUND: {
      message: 'لم يعد fal يعرف هذا الطلب.',
      action: 'ابحث من جديد، وتحقق من لوحة fal قبل المحاولة مرة أخرى: ربما دُفع ثمنه.',
    },
    RESULT_EXPIRED: {
      message: 'لم يعد fal يحتفظ بنتيجة هذا الطلب.',
      action: 'ابحث من جديد، أو أعد المحاولة: ذلك يولّد فيديو جديدًا ويحتسب ثمنه.',
    },
    RESULT_UNREADABLE: {
      message: 'لا يتضمن رد fal أي فيديو.',
      action: 'ابحث من جديد، أو راجع الطلب في لوحة fal؛ معرّفه مذكور مع عملية التوليد.',
    },
  },
  refusals: {
    INVALID_INPUT: 'بعض الحقول تحتاج إلى مراجعة.',
    IDEMPOTENCY_CONFLICT: 'أُرسل هذا الطلب من قبل بمُدخلات أخرى. ابدأ طلبًا جديدًا.',
    LIMIT_EXCEEDED: 'بلغ عدد العمليات الجارية الحد المسموح. انتظر انتهاء إحداها أو ألغِ إحداها.',
    NOT_FOUND: 'غير موجود.',
    GENERATION_ACTIVE: 'عملية التوليد ما زالت جارية: ألغها أولًا.',
    STORAGE_UNAVAILABLE: 'التخزين لا يستجيب. لم يُرفع شيء؛ حاول مرة أخرى.',
    UNAUTHENTICATED: 'سجّل الدخول أولًا.',
  },
})
