import type { Messages } from '../english/index.ts'

export const seed = (): Messages['seed'] => ({
  label: 'Seed',
  random: 'jedes Mal zufällig',
  roll: 'Neuen Seed würfeln',
  keep: 'Diesen Seed behalten',
  useResult: (seed) => `${seed} verwenden, den Seed dieses Ergebnisses`,
  rolled: (seed) => `Der Seed ist ${seed}.`,
  released: 'Der Seed ist jedes Mal zufällig.',
  notANumber: 'muss eine ganze Zahl sein',
})
