import type { Messages } from '../english/index.ts'

export const adopt = (): Messages['adopt'] => ({
  label: '他で行ったリクエストを取り込む',
  hint: '別のプログラムや fal のページが、このサーバーのキーで行ったリクエストです。fal には何も送信されず、支払いもありません。',
  operation: '機能',
  requestId: 'リクエスト ID',
  requestIdHint: 'fal のダッシュボードの表示どおり',
  take: '取り込む',
  taking: '確認中…',
  taken: '取り込みました。',
  empty: '必須です',
})
