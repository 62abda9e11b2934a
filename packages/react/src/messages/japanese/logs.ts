import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const logs = ({ number }: Formats): Messages['logs'] => ({
  label: 'モデルのログ',
  lines: (count) => `${number(count)} 行`,
  none: 'まだ行はありません。',
  search: '行を検索',
  matches: (found, count) => `${number(count)} 行中 ${number(found)} 行`,
  copy: 'すべての行をコピー',
  copied: '行をコピーしました',
  follow: '最新の行へ',
  larger: '表示行を増やす',
  smaller: '表示行を減らす',
})
