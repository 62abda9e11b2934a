import { japanese as kit } from '@pika-kit/react/messages/ja'
import type { Language } from './StudioWords.ts'

export const japanese: Language = {
  kit,
  studio: {
    providers: {
      emulator: 'エミュレーター、キー不要',
      fal: 'fal、生成は有料です',
      custom: 'fal 互換サービス',
      simulation: 'このページ内のシミュレーション',
      lost: 'サーバーが応答しません',
    },
    themes: { system: '自動', light: 'ライト', dark: 'ダーク' },
    changeTheme: (now, next) => `配色: ${now}。${next}に変更`,
    language: '言語',
    operations: '機能',
    lines: {
      PIKAFRAMES: '静止画を 1 本の映像に',
      IMAGE_TO_VIDEO: '静止画に命を',
      TEXT_TO_VIDEO: '言葉だけから',
      PIKASCENES: 'いろいろな物を 1 つに',
      PIKASWAPS: '1 つを置き換え',
      PIKADDITIONS: '1 つを追加',
      PIKAFFECTS: '16 種類のエフェクト',
      COLLECTION_TO_VIDEO: '旧形式の Pikascenes',
    },
    sample: 'サンプルを試す',
    drawing: '描画中…',
    sampleFailed: 'サンプルをサーバーに送れませんでした。サーバーは動いていますか？',
    library: 'ライブラリ',
    adopt: '他で行ったリクエストを取り込む',
    draft: 'ドラフト',
  },
}
