import type { Messages } from '../english/index.ts'

export const seed = (): Messages['seed'] => ({
  label: 'シード',
  random: '毎回ランダム',
  roll: '新しいシードにする',
  keep: 'このシードを固定',
  useResult: (seed) => `この結果のシード ${seed} を使う`,
  rolled: (seed) => `シードは ${seed} です。`,
  released: 'シードは毎回ランダムです。',
  notANumber: '整数を入力してください',
})
