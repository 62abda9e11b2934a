import type { Messages } from '../english/index.ts'
import type { Formats } from '../formats.ts'

export const common = ({ number }: Formats): Messages['common'] => ({
  before: (label) => `${label}: `,
  comma: ', ',
  numbered: (label, place) => `${label} ${number(place)}`,
})
