import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const seed = ({ number }: Formats): Messages['seed'] => ({
  label: 'البذرة',
  random: 'عشوائية كل مرة',
  roll: 'بذرة جديدة',
  keep: 'تثبيت هذه البذرة',
  useResult: (seed) => `استخدام ${number(seed, { useGrouping: false })}، بذرة هذه النتيجة`,
  rolled: (seed) => `البذرة هي ${number(seed, { useGrouping: false })}.`,
  released: 'البذرة عشوائية كل مرة.',
  notANumber: 'يجب أن تكون عددًا صحيحًا',
})
