import { icon } from '../internals/icons.tsx'

export const CheckIcon = icon(<path d="M5.5 12.5l4.2 4.2L18.5 8" strokeWidth="2.6" />)
