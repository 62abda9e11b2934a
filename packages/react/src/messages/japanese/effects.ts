import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const effects = ({ isolate, number }: Formats): Messages['effects'] => ({
  label: 'エフェクト',
  labelMany: 'エフェクト',
  search: 'エフェクトを検索',
  found: (count, text) =>
    count === 0
      ? `「${isolate(text)}」というエフェクトはありません。`
      : `${number(count)} 件のエフェクトが見つかりました。`,
  chosen: (count) =>
    count === 0
      ? 'エフェクトが選ばれていません。'
      : `${number(count)} 件のエフェクトを選択: ${number(count)} テイク。`,
  hint: 'エフェクトにポインターを合わせるか移動すると、動きを確認できます。',
  sample: 'これはサンプルです。画像を追加すると、その画像でエフェクトを確認できます。',
  unreadable: '画像をここで読み込めないため、サンプルで表示しています。fal では読み込める場合があります。',
})
