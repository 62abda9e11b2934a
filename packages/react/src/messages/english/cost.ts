import { defineSection } from '../defineSection.ts'

/** The words of the price of a generation. */
export const costWords = defineSection('cost', ({ money }) => ({
  label: 'Price',
  amount: (amount: number, currency: string) => money(amount, currency),
  unknown: 'Price not known here',
  free: 'Free: nothing is sent to fal',
  loading: 'Asking for the price…',
}))
