import type { CompleteCatalogWords } from '../CatalogWords.ts'
import type { Formats } from '../formats.ts'

export const catalog = ({ list, number }: Formats): CompleteCatalogWords => ({
  operations: {
    PIKAFRAMES: {
      title: 'Pikaframes',
      description: '2～5 個のキーフレームをトランジションでつなぎ、1 本の動画にします。',
      fields: {
        imageUrls: { label: 'キーフレーム', description: '動画の順に並べた 2～5 枚の画像。' },
        'imageUrls.*': { label: 'キーフレーム', description: '動画の 1 枚の静止画。' },
      },
    },
    IMAGE_TO_VIDEO: {
      title: '画像から動画',
      description: '1 枚の画像がプロンプトのとおりに動き出します。',
      fields: { imageUrl: { label: '画像', description: '動画の最初のフレーム。' } },
    },
    TEXT_TO_VIDEO: { title: 'テキストから動画', description: '言葉だけから動画を作ります。' },
    PIKASCENES: {
      title: 'Pikascenes',
      description: '複数の画像の人物、物、場所を 1 つのシーンにまとめます。',
      fields: {
        imageUrls: { label: '素材', description: 'シーンを構成する画像。' },
        'imageUrls.*': { label: '素材', description: 'シーンの人物、物、または場所。' },
      },
    },
    PIKASWAPS: {
      title: 'Pikaswaps',
      description: '動画の中の 1 つを、画像やプロンプトで示したものに置き換えます。',
      fields: {
        videoUrl: { label: '動画', description: '変更する動画。' },
        imageUrl: { label: '置き換え', description: '代わりに入れるもの。' },
      },
      issues: {
        'prompt REQUIRED': '置き換え画像がない場合は必須です。何を入れるかを書くか、画像を追加してください',
      },
    },
    PIKADDITIONS: {
      title: 'Pikadditions',
      description: '画像の人物や物を動画に追加します。',
      fields: {
        videoUrl: { label: '動画', description: '追加先の動画。' },
        imageUrl: { label: '追加するもの', description: '追加する人物や物。' },
      },
    },
    PIKAFFECTS: {
      title: 'Pikaffects',
      description: '画像に写ったものを溶かす、つぶす、膨らませる、爆発させる。16 種類のエフェクト。',
      fields: { imageUrl: { label: '画像', description: 'エフェクトをかける人物や物。' } },
    },
    COLLECTION_TO_VIDEO: {
      title: 'コレクションから動画',
      description: '画像のコレクションを 1 本の動画にします (Pikascenes の旧形式)。',
    },
  },
  fields: {
    transitions: {
      label: 'トランジション',
      description: 'キーフレームの間に 1 つずつ。省略時は各 5 秒で、全体のプロンプトに従います。',
    },
    'transitions.*': { label: 'トランジション', description: '' },
    'transitions.*.duration': { label: '長さ', description: 'このキーフレームから次までの秒数。' },
    'transitions.*.prompt': { label: 'プロンプト', description: '何が起こるかを言葉で。' },
    images: { label: '画像', description: 'コレクションの画像。' },
    'images.*': { label: '画像', description: '' },
    'images.*.imageUrl': { label: '画像', description: 'コレクションの 1 枚。' },
    prompt: { label: 'プロンプト', description: '何が起こるかを言葉で。' },
    negativePrompt: { label: 'ネガティブプロンプト', description: '避けたいものを言葉で。' },
    seed: {
      label: 'シード',
      description: '同じシードと同じ入力で似た動画になります。省略時はランダムです。',
    },
    resolution: { label: '解像度', description: '動画の短辺のピクセル数。' },
    aspectRatio: { label: 'アスペクト比', description: '動画の幅と高さの比。' },
    duration: { label: '長さ', description: '動画の長さ。' },
    ingredientsMode: {
      label: '素材の扱い',
      description: '「忠実」は素材をそのまま保ち、「自由」は自由にアレンジします。',
    },
    modifyRegion: { label: '置き換える対象', description: '動画の中で置き換えるものを言葉で。' },
    pikaffect: { label: 'エフェクト', description: '何が起こるか。' },
  },
  choices: { precise: '忠実', creative: '自由' },
  effects: {
    CAKE_IFY: { title: 'ケーキ化', description: 'ナイフを入れると、実はケーキでした。' },
    CRUMBLE: { title: '崩れる', description: '粉々に砕けて落ちていきます。' },
    CRUSH: { title: '押しつぶす', description: 'プレス機が降りてきて、ぺしゃんこにします。' },
    DECAPITATE: { title: '頭が飛ぶ', description: '頭が外れて漂っていきます。' },
    DEFLATE: { title: 'しぼむ', description: '空気が抜けて、しぼんでいきます。' },
    DISSOLVE: { title: '消散', description: '細かい塵になって風に散ります。' },
    EXPLODE: { title: '爆発', description: '四方八方に弾け飛びます。' },
    EYE_POP: { title: '目が飛び出す', description: '目が飛び出します。' },
    INFLATE: { title: '膨らむ', description: '風船のように膨らみます。' },
    LEVITATE: { title: '浮遊', description: '地面を離れて宙に浮きます。' },
    MELT: { title: '溶ける', description: 'ろうのように流れ落ちます。' },
    PEEL: { title: 'はがれる', description: '表面がシールのようにはがれます。' },
    POKE: { title: 'つつく', description: '指でつつかれて揺れます。' },
    SQUISH: { title: 'こねる', description: '柔らかい粘土のように手でこねられます。' },
    TA_DA: { title: 'ジャジャーン', description: '幕が下りて、さっと上がります。' },
    TEAR: { title: '裂ける', description: '紙のように真っ二つに裂けます。' },
  },
  issues: {
    REQUIRED: () => '必須です',
    WRONG_TYPE: () => '値の種類が正しくありません',
    NOT_AN_INTEGER: () => '整数を入力してください',
    TOO_SMALL: ({ minimum }) =>
      minimum === undefined ? '小さすぎます' : `${number(minimum)} 以上にしてください`,
    TOO_BIG: ({ maximum }) =>
      maximum === undefined ? '大きすぎます' : `${number(maximum)} 以下にしてください`,
    TOO_FEW: ({ minimum }) => (minimum === undefined ? '少なすぎます' : `${number(minimum)} 個以上必要です`),
    TOO_MANY: ({ maximum }) => (maximum === undefined ? '多すぎます' : `最大 ${number(maximum)} 個です`),
    TOO_SHORT: ({ minimum }) =>
      minimum === undefined ? '短すぎます' : `${number(minimum)} 文字以上にしてください`,
    TOO_LONG: ({ maximum }) =>
      maximum === undefined ? '長すぎます' : `${number(maximum)} 文字以内にしてください`,
    NOT_ALLOWED: ({ allowed }) =>
      allowed === undefined ? 'ここでは使えない値です' : `次のいずれかにしてください: ${list(allowed)}`,
    NOT_A_MEDIA_URL: ({ media }) =>
      media === 'video'
        ? '動画の http(s) アドレス、base64 のデータ URI、またはアップロードした動画にしてください'
        : '画像の http(s) アドレス、base64 のデータ URI、またはアップロードした画像にしてください',
    WRONG_COUNT: () => 'キーフレームの間に 1 つずつ必要です',
    OVER_BUDGET: ({ maximum }) =>
      maximum === undefined
        ? '合計が長すぎます。短くしてください'
        : `合計は最大 ${number(maximum)} 秒です。短くしてください`,
    UNKNOWN_FIELD: () => '不明な項目が含まれています',
    NOT_FOUND: () => '見つかりません',
    GONE: () => 'fal はこの機能の提供を終了しました',
    UNAVAILABLE: () => '現在確認できません。もう一度お試しください',
    WRONG_MEDIA: () => 'ここでは使えない種類のファイルです',
  },
  uploads: {
    TOO_SMALL: 'ファイルが空です。',
    TOO_BIG: 'ファイルがこのサーバーの上限を超えています。',
    WRONG_MEDIA: 'この種類のファイルは受け付けられません。',
  },
  failures: {
    SUBMISSION_REFUSED: {
      message: 'fal がリクエストを受け付けませんでした。',
      action: '詳細を確認し、示された項目を変更して、もう一度生成してください。',
    },
    SUBMISSION_UNREACHABLE: {
      message: 'fal に接続できず、何も送信されませんでした。',
      action: '接続が戻ったら、もう一度お試しください。',
    },
    SUBMISSION_LOST: {
      message: '送信の応答が失われ、fal にそのリクエストはありません。',
      action: 'もう一度お試しください。何も届いていないことが確認されています。',
    },
    NOT_AUTHORIZED: {
      message: 'fal がこのサーバーのキーを拒否しました。',
      action: 'サーバーの FAL_KEY を確認してください。',
    },
    OUT_OF_CREDIT: {
      message: 'fal アカウントがロックされているか、残高がありません。',
      action: 'fal アカウントに入金してから、もう一度お試しください。',
    },
    RATE_LIMITED: {
      message: '現在 fal は新しいリクエストを受け付けていません。',
      action: '数分後にもう一度お試しください。',
    },
    INPUT_REJECTED: {
      message: 'モデルが入力を拒否しました。',
      action: '示された項目を変更して、もう一度生成してください。',
    },
    MEDIA_UNREADABLE: {
      message: '画像または動画を取得または読み込めませんでした。',
      action: 'ファイルを再アップロードするか、誰でも開けるアドレスを使ってください。',
    },
    CONTENT_REFUSED: {
      message: 'モデルのポリシーにより内容が拒否されました。',
      action: 'プロンプトまたは素材を変更して、もう一度生成してください。',
    },
    START_TIMEOUT: {
      message: '開始期限内に処理を始められませんでした。',
      action: '開始期限を延ばすか外して、もう一度お試しください。',
    },
    GENERATION_TIMEOUT: {
      message: 'モデルの処理に時間がかかりすぎたため、停止されました。',
      action: 'もう一度試すか、動画を短くするか、解像度を下げてください。',
    },
    PROVIDER_FAILED: {
      message: 'モデルの実行に失敗しました。',
      action: 'もう一度お試しください。fal 側の失敗には課金されません。',
    },
    REQUEST_NOT_FOUND: {
      message: 'fal にこのリクエストの記録がありません。',
      action:
        'もう一度探し、再試行の前に fal のダッシュボードを確認してください。支払われた可能性があります。',
    },
    RESULT_EXPIRED: {
      message: 'fal はこのリクエストの結果を保存していません。',
      action: 'もう一度探すか、再試行してください。再試行すると新たに課金されます。',
    },
    RESULT_UNREADABLE: {
      message: 'fal の応答に動画がありません。',
      action: 'もう一度探すか、fal のダッシュボードで確認してください。ID は生成に記載されています。',
    },
  },
  refusals: {
    INVALID_INPUT: '確認が必要な項目があります。',
    IDEMPOTENCY_CONFLICT: 'このリクエストは別の入力で送信済みです。新しく始めてください。',
    LIMIT_EXCEEDED:
      '同時に実行できる生成の上限に達しました。終わるのを待つか、どれかをキャンセルしてください。',
    NOT_FOUND: '見つかりません。',
    GENERATION_ACTIVE: '生成はまだ実行中です。先にキャンセルしてください。',
    STORAGE_UNAVAILABLE: 'ストレージが応答しません。何もアップロードされていません。もう一度お試しください。',
    UNAUTHENTICATED: '先にサインインしてください。',
  },
})
