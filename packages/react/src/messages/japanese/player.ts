import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const player = ({ number }: Formats): Messages['player'] => ({
  play: 'ドラフトを再生',
  pause: 'ドラフトを一時停止',
  position: 'ドラフトの再生位置',
  positionValue: (seconds, duration) =>
    `${number(seconds, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} / ${number(duration)} 秒`,
  mark: 'ドラフト · ここで描画、無料',
  waiting: '描くものがそろうと、ドラフトが表示されます',
  failed: 'このドラフトを描画できませんでした',
})
