import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const prompt = ({ number }: Formats): Messages['prompt'] => ({
  count: (length, maximum) => `${number(maximum)} 文字中 ${number(length)} 文字`,
  tooLong: (maximum) => `${number(maximum)} 文字を超えています。`,
  recent: '最近のプロンプト',
  recentList: (label) => `${label}の最近のテキスト`,
  submitHint: 'Ctrl または Cmd + Enter で生成します。',
})
