import type { Messages } from '../english/index.ts'

export const seed = (): Messages['seed'] => ({
  label: 'Graine',
  random: 'au hasard à chaque fois',
  roll: 'Tirer une nouvelle graine',
  keep: 'Garder cette graine',
  useResult: (seed) => `Utiliser ${seed}, la graine de ce résultat`,
  rolled: (seed) => `La graine est ${seed}.`,
  released: 'La graine est tirée au hasard à chaque fois.',
  notANumber: 'doit être un nombre entier',
})
