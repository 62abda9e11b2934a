import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const server = ({ number }: Formats): Messages['server'] => ({
  unreachable: 'サーバーに接続できません。',
  pressAgain: 'サーバーに接続できませんでした。もう一度押してください。二重に支払われることはありません。',
  fault: 'サーバーでエラーが発生しました。もう一度押してください。二重に支払われることはありません。',
  invalid: '確認が必要な項目があります。',
  storageRefused: (status) =>
    `ストレージがファイルを拒否しました (ステータス ${number(status, { useGrouping: false })})。`,
  uploadBroke: 'アップロードが中断されました。もう一度お試しください。',
})
