import type { Messages } from '../english/index.ts'

export const seed = (): Messages['seed'] => ({
  label: 'Semilla',
  random: 'al azar cada vez',
  roll: 'Sacar otra semilla',
  keep: 'Mantener esta semilla',
  useResult: (seed) => `Usar ${seed}, la semilla de este resultado`,
  rolled: (seed) => `La semilla es ${seed}.`,
  released: 'La semilla se elige al azar cada vez.',
  notANumber: 'debe ser un número entero',
})
