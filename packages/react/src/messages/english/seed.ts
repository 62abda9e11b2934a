import { defineSection } from '../defineSection.ts'

/** The words of the field of a seed. */
export const seedWords = defineSection('seed', () => ({
  label: 'Seed',
  random: 'random each time',
  roll: 'Roll a new seed',
  keep: 'Keep this seed',
  useResult: (seed: number) => `Use ${seed}, the seed of this result`,
  rolled: (seed: number) => `The seed is ${seed}.`,
  released: 'The seed is random each time.',
  notANumber: 'must be a whole number',
}))
